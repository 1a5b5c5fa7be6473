import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import { writeInline, type Dialect, type Format } from "./bitext/inline";
import { listUnits, type Unit } from "./bitext/units";
import { exportFileName } from "./file-name";
import { findTermPieces } from "./find-terms";
import { FORMATS, type ExportedFile, type ExportOptions } from "./options";
import type { PrintedText } from "./printed-blocks";
import { element, escapeXml, XML_HEAD } from "./xml";

/** Tags that stand for how words are set: a memory has codes of a text's own format, and ours has none. */
const TAGS: Readonly<Record<Format, string>> = {
  bold: "b",
  italic: "i",
  superscript: "sup",
  subscript: "sub",
  supplied: "supplied",
  link: "a",
};

/** Writes the approved paragraphs of an edition as a translation memory, TMX 1.4b. */
export function exportTmx(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  // What is kept in a memory is looked up in later texts: only what a reviewer has approved.
  const units = listUnits(edition, options).units.filter(
    ({ status, target }) => status === "approved" && target !== null,
  );
  const moment = `${edition.asOf.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const { target: language } = edition.language;
  return {
    filename: exportFileName(edition, "parallel", FORMATS.tmx.extension),
    mediaType: FORMATS.tmx.mediaType,
    body: `${XML_HEAD}<tmx version="1.4">
<header creationtool="Duizhao" creationtoolversion="1" segtype="paragraph" o-tmf="duizhao" adminlang="en" srclang="${SOURCE_LANGUAGE}" datatype="plaintext" creationdate="${moment}">
${writeFacts(edition).join("\n")}
</header>
<body>
${units.map((unit) => writeUnit(unit, language)).join("\n")}
</body>
</tmx>
`,
  };
}

function writeFacts({
  statement,
  documentId,
  publication,
  source,
}: Edition): readonly string[] {
  const props = {
    "x-document": documentId,
    "x-edition": publication?.address ?? "",
    "x-sha256": source.sha256,
  };
  return [
    ...(statement === "" ? [] : [`<note>${escapeXml(statement)}</note>`]),
    ...writeProps(props),
  ];
}

function writeProps(
  props: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(props).flatMap(([type, text]) =>
    text === "" ? [] : [element("prop", { type }, escapeXml(text))],
  );
}

function writeUnit(
  { id, name, kind, number, source, target }: Unit,
  language: string,
): string {
  const text = (
    xmlLang: string,
    blocks: PrintedText,
    side: "source" | "target",
  ) =>
    `<tuv xml:lang="${xmlLang}"><seg>${writeInline(blocks, side, number, NO_TERMS, makeDialect())}</seg></tuv>`;
  const parts = [
    ...writeProps({
      "x-paragraph": name,
      "x-kind": kind,
      "x-number": String(number ?? ""),
    }),
    text(SOURCE_LANGUAGE, source, "source"),
    text(language, target ?? [], "target"),
  ];
  return element("tu", { tuid: id }, `\n${parts.join("\n")}\n`);
}

/** A memory knows no terms. */
const NO_TERMS = findTermPieces([]);

/** Codes are counted in each segment anew; those that stand for the same note say so. */
function makeDialect(): Dialect {
  let count = 0;
  const code = (tag: string) => escapeXml(`<${tag}>`);
  return {
    format: (_, format, href, content) => {
      count += 1;
      const tag = TAGS[format];
      const open =
        href !== null && format === "link" ? `${tag} href="${href}"` : tag;
      return `${element("bpt", { i: count, type: typeOf(format) }, code(open))}${content}${element("ept", { i: count }, code(`/${tag}`))}`;
    },
    term: (_, __, content) => content,
    note: (_, { number }) =>
      element("ph", { x: number, type: "fnote" }, code(`note n="${number}"/`)),
    part: (_, part) => {
      const tag = part === "break" ? "br" : part;
      return element(
        "ph",
        { type: part === "break" ? "lb" : `x-${part}` },
        code(`${tag}/`),
      );
    },
  };
}

const typeOf = (format: Format) =>
  format === "bold" || format === "italic" || format === "link"
    ? format
    : `x-${format}`;
