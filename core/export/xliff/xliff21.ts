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
import { titleText } from "@/core/export/content";
import { exportFileName } from "@/core/export/file-name";
import { findTermPieces, type PartTerms } from "@/core/export/find-terms";
import {
  FORMATS,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { draftNotice } from "@/core/export/wording";
import { element, escapeXml, XML_HEAD } from "@/core/export/xml";

const NAMESPACES = [
  'xmlns="urn:oasis:names:tc:xliff:document:2.0"',
  'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"',
].join(" ");

/** How far a segment is; a draft is no translation yet, and says so in words of ours. */
const STATES: Readonly<Record<TranslationStatus, Record<string, string>>> = {
  empty: { state: "initial" },
  draft: { state: "initial", subState: "duizhao:draft" },
  translated: { state: "translated" },
  approved: { state: "final" },
};

const FORMAT_CODES: Readonly<Record<Format, Record<string, string>>> = {
  bold: { type: "fmt", subType: "xlf:b" },
  italic: { type: "fmt", subType: "xlf:i" },
  superscript: { type: "fmt", subType: "duizhao:superscript" },
  subscript: { type: "fmt", subType: "duizhao:subscript" },
  supplied: { type: "fmt", subType: "duizhao:supplied" },
  link: { type: "link" },
};

/**
 * Writes a prepared edition as XLIFF 2.1, a unit for each paragraph. The number of a note is a code in the text, and the
 * note is a note of the unit with the id of that number: an annotation around the code would say so too, but readers are
 * about that lose annotations with all that is in them.
 */
export function exportXliff21(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const { printed, units } = listUnits(edition, options);
  const terms = findTermPieces(edition.glossary);
  const notesOf = dealNotes(printed);
  const remarks = [draftNotice(edition, options) ?? "", edition.statement]
    .filter((text) => text !== "")
    .map((text) => `<note>${escapeXml(text)}</note>`);
  const notes =
    remarks.length === 0 ? "" : `<notes>\n${remarks.join("\n")}\n</notes>\n`;
  const written = units.map((unit) =>
    writeUnit(unit, notesOf(unit), terms, edition),
  );
  return {
    filename: exportFileName(edition, "parallel", FORMATS.xliff21.extension),
    mediaType: FORMATS.xliff21.mediaType,
    body: `${XML_HEAD}<xliff ${NAMESPACES} version="2.1" srcLang="${SOURCE_LANGUAGE}" trgLang="${edition.language.target}">
<file id="f1" original="${escapeXml(edition.documentId)}" canResegment="no" xml:space="preserve">
${writeMetadata("edition", factsOf(edition))}
${notes}${written.join("\n")}
</file>
</xliff>
`,
  };
}

function factsOf(edition: Edition): Readonly<Record<string, string>> {
  const { publication, source, asOf } = edition;
  return {
    title: titleText(edition),
    asOf,
    sha256: source.sha256,
    ...(source.address === null ? {} : { source: source.address }),
    ...(publication === null
      ? {}
      : {
          edition: String(publication.number),
          date: publication.date,
          address: publication.address,
        }),
  };
}

function writeMetadata(
  category: string,
  facts: Readonly<Record<string, string>>,
): string {
  const metas = Object.entries(facts).map(([type, text]) =>
    element("mda:meta", { type }, escapeXml(text)),
  );
  return `<mda:metadata>${element("mda:metaGroup", { category }, metas.join(""))}</mda:metadata>`;
}

function writeUnit(
  { id, name, kind, level, number, status, source, target }: Unit,
  notes: readonly UnitNote[],
  terms: PartTerms,
  edition: Edition,
): string {
  const dialect = dialectOf(edition);
  const facts = {
    kind,
    ...(level === null ? {} : { level: String(level) }),
    ...(number === null ? {} : { number: String(number) }),
    status,
  };
  const footnotes = notes.map((note) =>
    element(
      "note",
      { id: `n${note.number}`, category: "footnote" },
      escapeXml(note.text),
    ),
  );
  const parts = [
    writeMetadata("paragraph", facts),
    ...(footnotes.length === 0
      ? []
      : [element("notes", {}, footnotes.join(""))]),
    element(
      "segment",
      { id: "s", ...STATES[target === null ? "empty" : status] },
      `<source>${writeInline(source, "source", number, terms, dialect)}</source>${
        target === null
          ? ""
          : `<target>${writeInline(target, "target", number, terms, dialect)}</target>`
      }`,
    ),
  ];
  return element("unit", { id, name }, `\n${parts.join("\n")}\n`);
}

function dialectOf({ glossary }: Edition): Dialect {
  return {
    format: (id, format, href, content) =>
      element(
        "pc",
        {
          id,
          ...FORMAT_CODES[format],
          dispStart: format === "link" ? href : null,
        },
        content,
      ),
    term: (id, term, content) =>
      element(
        "mrk",
        { id, type: "term", value: renderingOf(glossary[term], id) },
        content,
      ),
    note: (id, { number }) =>
      element(
        "ph",
        {
          id,
          type: "other",
          subType: "duizhao:note",
          disp: `[${number}]`,
          equiv: "",
        },
        "",
      ),
    part: (id, part) =>
      element(
        "ph",
        {
          id,
          type: "fmt",
          subType: part === "break" ? "xlf:lb" : `duizhao:${part}`,
          equiv: " ",
        },
        "",
      ),
  };
}

/** What a term is in the other language; the ids of the Chinese begin with an s. */
function renderingOf(
  term: Edition["glossary"][number] | undefined,
  id: string,
): string | null {
  if (term === undefined) return null;
  return id.startsWith("s") ? term.target : term.source;
}
