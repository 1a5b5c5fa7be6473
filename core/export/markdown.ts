import type { Edition } from "@/core/editions/edition";
import type { ExportedFile, ExportLayout, ExportOptions } from "./options";
import { cleanText } from "./clean-text";
import { exportFileName } from "./file-name";
import {
  joinBlocks,
  writeBlocks,
  writeCell,
  writeRows,
} from "./markdown-blocks";
import { CELL_BREAK, escapeMarkdown, writeInline } from "./markdown-inline";
import { writeMarkdownNotes } from "./markdown-notes";
import {
  printEdition,
  type PrintedField,
  type PrintedPair,
  type PrintedParagraph,
} from "./printed";
import type { PrintedBlock, PrintedText } from "./printed-blocks";
import { lineOf } from "./spans";
import { COLUMNS, draftNotice, UNTRANSLATED } from "./wording";

const MARK = escapeMarkdown(UNTRANSLATED);

/**
 * Writes an edition as Markdown that CommonMark, GitHub and pandoc read alike: ATX headings, pipe tables, nothing of
 * any one dialect; notes are the footnotes of GitHub and pandoc. The parallel layout is a pipe table of two columns per section, the one way of setting texts side by
 * side that both GitHub and pandoc keep (pandoc drops HTML tables on the way to Word). Headings stand between the
 * tables, in English with the Chinese below, since a heading inside of a cell is none; so do tables and lists, which
 * a cell cannot hold: first the Chinese, then the English.
 */
export function exportMarkdown(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const { layout } = options;
  const { title, metadata, paragraphs, notes } = printEdition(edition, options);
  const blocks = [
    ...writeHead(title, draftNotice(edition, options)),
    writeMetadata(metadata, layout),
    ...(layout === "english"
      ? paragraphs.map(writeEnglish)
      : writeParallel(paragraphs)),
    ...writeMarkdownNotes(notes),
  ];
  return {
    filename: exportFileName(edition, layout, "md"),
    mediaType: "text/markdown; charset=utf-8",
    body: `${joinBlocks(blocks)}\n`,
  };
}

const inCell = (blocks: PrintedText) => writeInline(lineOf(blocks), CELL_BREAK);
const inLine = (blocks: PrintedText) => writeInline(lineOf(blocks), " ");

function writeHead(
  title: PrintedPair,
  notice: string | null,
): readonly string[] {
  const chinese = inLine(title.source);
  const lines =
    title.target === null
      ? [`# ${title.number === null ? "" : `${MARK} `}${chinese}`]
      : [`# ${inLine(title.target)}`, `**${chinese}**`];
  return notice === null ? lines : [...lines, `> ${escapeMarkdown(notice)}`];
}

function writeMetadata(
  fields: readonly PrintedField[],
  layout: ExportLayout,
): string {
  if (layout === "english")
    return fields
      .map((field) => `- **${field.label.target}:** ${englishField(field)}`)
      .join("\n");
  if (fields.length === 0) return "";
  const rows = fields.map((field) => {
    const source = inCell(field.source);
    const label = escapeMarkdown(cleanText(field.label.source ?? ""));
    const english =
      field.target === null ? missing(field) : inCell(field.target);
    return [label, source, `**${field.label.target}**`, english];
  });
  return writeRows(["", COLUMNS.source, "", COLUMNS.target], rows);
}

/** Beside the Chinese, which need not stand in both columns. */
const missing = ({ number }: PrintedField) => (number === null ? "" : MARK);

function englishField({ target, source, number }: PrintedField): string {
  if (target !== null) return inCell(target);
  const chinese = inCell(source);
  return number === null ? chinese : `${MARK} ${chinese}`;
}

function writeEnglish({ level, source, target }: PrintedParagraph): string {
  if (level !== null) return writeHeading(level, target, source);
  if (target !== null) return writeBlocks(target);
  // A quotation, so that what is missing stands out from the text.
  return joinBlocks([`**${MARK}**`, writeBlocks(source)])
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function writeHeading(
  level: number,
  target: PrintedText | null,
  source: PrintedText,
): string {
  const marks = "#".repeat(Math.min(level + 1, 6));
  return target === null
    ? `${marks} ${MARK} ${inLine(source)}`
    : `${marks} ${inLine(target)}`;
}

function writeParallel(
  paragraphs: readonly PrintedParagraph[],
): readonly string[] {
  const blocks: string[] = [];
  let rows: (readonly string[])[] = [];
  const endTable = () => {
    if (rows.length > 0)
      blocks.push(writeRows([COLUMNS.source, COLUMNS.target], rows));
    rows = [];
  };
  for (const { level, source, target } of paragraphs) {
    if (level !== null) {
      endTable();
      blocks.push(writeHeading(level, target, source));
      if (target !== null) blocks.push(`**${inLine(source)}**`);
    } else if ([...source, ...(target ?? [])].every(isLine)) {
      rows.push([
        writeCell(source),
        target === null ? `_${MARK}_` : writeCell(target),
      ]);
    } else {
      endTable();
      blocks.push(writeBlocks(source));
      blocks.push(target === null ? `_${MARK}_` : writeBlocks(target));
    }
  }
  endTable();
  return blocks;
}

const isLine = (block: PrintedBlock) => block.kind === "paragraph";
