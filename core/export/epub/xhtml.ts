import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import { fitTable } from "@/core/export/fit-table";
import type {
  PrintedBlock,
  PrintedCell,
  PrintedText,
} from "@/core/export/printed-blocks";
import {
  lineOf,
  type NoteSpan,
  type Span,
  type TextSpan,
} from "@/core/export/spans";
import { element, escapeXml, XML_HEAD } from "@/core/export/xml";
import { splitUpright } from "@/core/export/split-chinese";
import { linkAddress } from "@/core/export/link-address";
import { addressFrom, markId, noteId, type Places } from "./places";

/** What writing into a file needs to know of the book. */
export type PageContext = {
  readonly file: string;
  readonly language: string;
  readonly places: Places;
};

/** Both attributes that say a language: one for programs that read XML, one for those that read HTML. */
export const inLanguage = (language: string) => ({
  "xml:lang": language,
  lang: language,
});

const CHINESE = inLanguage(SOURCE_LANGUAGE);

/** A whole page of the book, in the language of the edition. */
export function writePage(
  { language }: Pick<PageContext, "language">,
  {
    title,
    type,
    body,
  }: {
    readonly title: string;
    readonly type: string;
    readonly body: string;
  },
): string {
  return `${XML_HEAD}<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${language}" lang="${language}">
<head>
<meta charset="UTF-8"/>
<title>${escapeXml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body epub:type="${type}">
${body}
</body>
</html>
`;
}

/** Chinese words outside of a Chinese text. */
export const chinese = (text: string) =>
  element("span", CHINESE, escapeXml(text));

/** Pinyin; a character that has none stands in it upright. */
export const pinyin = (text: string) =>
  splitUpright(text)
    .map((piece) =>
      piece.isUpright
        ? chinese(piece.text)
        : element("i", inLanguage("zh-Latn-pinyin"), escapeXml(piece.text)),
    )
    .join("");

/** Writes blocks one below the other. */
export function writeBlocks(blocks: PrintedText, context: PageContext): string {
  return blocks.map((block) => writeBlock(block, context)).join("\n");
}

/** Writes blocks in one line. */
export function writeLine(blocks: PrintedText, context: PageContext): string {
  return writeSpans(lineOf(blocks), context);
}

function writeBlock(block: PrintedBlock, context: PageContext): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${writeSpans(block.spans, context)}</p>`;
    case "list": {
      const items = block.items
        .map((item) => `<li>${writeBlocks(item, context)}</li>`)
        .join("\n");
      return block.ordered
        ? `<ol start="${block.start}">\n${items}\n</ol>`
        : `<ul>\n${items}\n</ul>`;
    }
    case "table":
      return writeTable(fitTable(block.rows), context);
  }
}

type Rows = readonly (readonly PrintedCell[])[];

function writeTable(rows: Rows, context: PageContext): string {
  if (rows.length === 0) return "";
  const written = rows.map(
    (row) => `<tr>${row.map((cell) => writeCell(cell, context)).join("")}</tr>`,
  );
  return `<div class="table"><table>\n${written.join("\n")}\n</table></div>`;
}

function writeCell(cell: PrintedCell, context: PageContext): string {
  const spans = {
    colspan: cell.colspan === 1 ? null : cell.colspan,
    rowspan: cell.rowspan === 1 ? null : cell.rowspan,
  };
  return element(
    cell.header ? "th" : "td",
    spans,
    writeBlocks(cell.blocks, context),
  );
}

/** Writes the spans of a line. */
export function writeSpans(
  spans: readonly Span[],
  context: PageContext,
): string {
  return spans.map((span) => writeSpan(span, context)).join("");
}

function writeSpan(span: Span, context: PageContext): string {
  switch (span.kind) {
    case "break":
      return "<br/>";
    case "note":
      return writeMark(span, context);
    case "text":
      return writeWords(span);
  }
}

function writeMark(span: NoteSpan, { file, places }: PageContext): string {
  const comma = span.isBehindNote ? "," : "";
  const to = places.notes.get(span.number) ?? file;
  const link = element(
    "a",
    {
      id: markId(span),
      href: addressFrom(file, to, noteId(span.number)),
      "epub:type": "noteref",
      role: "doc-noteref",
    },
    String(span.number),
  );
  return `<sup class="ref">${comma}${link}</sup>`;
}

function writeWords(span: TextSpan): string {
  let words = escapeXml(span.text);
  if (span.isChinese) words = element("span", CHINESE, words);
  if (span.position === "superscript") words = `<sup>${words}</sup>`;
  if (span.position === "subscript") words = `<sub>${words}</sub>`;
  if (span.supplied) words = `<span class="supplied">${words}</span>`;
  if (span.italic) words = `<em>${words}</em>`;
  if (span.bold) words = `<strong>${words}</strong>`;
  const href = span.href === null ? null : linkAddress(span.href);
  return href === null ? words : element("a", { href }, words);
}
