import type { TranslationStatus } from "@/core/documents/views";
import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import {
  writeInline,
  type Dialect,
  type Format,
} from "@/core/export/bitext/inline";
import {
  dealNotes,
  listUnits,
  type Unit,
  type UnitNote,
} from "@/core/export/bitext/units";
import { exportFileName } from "@/core/export/file-name";
import { findTermPieces, type PartTerms } from "@/core/export/find-terms";
import {
  FORMATS,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { draftNotice } from "@/core/export/wording";
import { element, escapeXml, XML_HEAD } from "@/core/export/xml";

const STATES: Readonly<Record<TranslationStatus, string>> = {
  empty: "new",
  draft: "needs-translation",
  translated: "translated",
  approved: "final",
};

const FORMAT_TYPES: Readonly<Record<Exclude<Format, "link">, string>> = {
  bold: "bold",
  italic: "italic",
  superscript: "x-superscript",
  subscript: "x-subscript",
  supplied: "x-supplied",
};

/** Writes a prepared edition as XLIFF 1.2, which more programs know than its successor. */
export function exportXliff12(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const { printed, units } = listUnits(edition, options);
  const terms = findTermPieces(edition.glossary);
  const notesOf = dealNotes(printed);
  const remarks = [draftNotice(edition, options) ?? "", edition.statement]
    .filter((text) => text !== "")
    .map((text) => `<note>${escapeXml(text)}</note>`)
    .join("\n");
  const written = units.map((unit) =>
    writeUnit(unit, notesOf(unit), terms, dialectOf(edition)),
  );
  const original = edition.publication?.address ?? edition.documentId;
  return {
    filename: exportFileName(edition, "parallel", FORMATS.xliff12.extension),
    mediaType: FORMATS.xliff12.mediaType,
    body: `${XML_HEAD}<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="${escapeXml(original)}" source-language="${SOURCE_LANGUAGE}" target-language="${edition.language.target}" datatype="plaintext" date="${edition.asOf.slice(0, 19)}Z" product-name="Duizhao">
<header>${remarks}</header>
<body>
${written.join("\n")}
</body>
</file>
</xliff>
`,
  };
}

function writeUnit(
  { id, name, kind, level, number, status, source, target }: Unit,
  notes: readonly UnitNote[],
  terms: PartTerms,
  dialect: Dialect,
): string {
  const contexts = [
    ...(number === null ? [] : [["record", String(number)] as const]),
    ...(level === null ? [] : [["x-level", String(level)] as const]),
  ].map(([type, text]) => element("context", { "context-type": type }, text));
  const parts = [
    element(
      "source",
      {},
      writeInline(source, "source", number, terms, dialect),
    ),
    ...(target === null
      ? []
      : [
          element(
            "target",
            { state: STATES[status] },
            writeInline(target, "target", number, terms, dialect),
          ),
        ]),
    ...(contexts.length === 0
      ? []
      : [
          element(
            "context-group",
            // The schema wants names that are unique in a file.
            { name: `context-${id}`, purpose: "information" },
            contexts.join(""),
          ),
        ]),
    ...notes.map((note) =>
      element(
        "note",
        { from: `note ${note.number}`, annotates: "general" },
        escapeXml(note.text),
      ),
    ),
  ];
  return element(
    "trans-unit",
    {
      id,
      resname: name,
      restype: `x-${kind}`,
      approved: target !== null && status === "approved" ? "yes" : "no",
      "xml:space": "preserve",
    },
    `\n${parts.join("\n")}\n`,
  );
}

function dialectOf({ glossary }: Edition): Dialect {
  return {
    format: (id, format, href, content) =>
      format === "link"
        ? writeLink(id, href ?? "", content)
        : element("g", { id, ctype: FORMAT_TYPES[format] }, content),
    // Without a "mid": in a target that would have to name a segment of the source.
    term: (id, term, content) => {
      const { target = "", source = "" } = glossary[term] ?? {};
      const comment = id.startsWith("s") ? target : source;
      return element("mrk", { mtype: "term", comment }, content);
    },
    note: (id, { number }) =>
      element("x", { id, ctype: "x-note", "equiv-text": `[${number}]` }, ""),
    part: (id, part) =>
      element(
        "x",
        {
          id,
          ctype: part === "break" ? "lb" : `x-${part}`,
          "equiv-text": " ",
        },
        "",
      ),
  };
}

/** Writes a link with its address in a marker: "g" has no place for an address that the strict schema knows. */
function writeLink(id: string, href: string, content: string): string {
  const marker = element("mrk", { mtype: "x-href", comment: href }, content);
  return element("g", { id, ctype: "link" }, marker);
}
