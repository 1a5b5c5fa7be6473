import type { PrintedParagraph } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import type { ExportLayout } from "@/core/export/options";
import { lineOf, plainSpan } from "@/core/export/spans";
import { COLUMNS } from "@/core/export/wording";
import {
  docxCell,
  docxParagraph,
  planBlocks,
  type DocxBlock,
  type DocxParagraph,
  type DocxRow,
  type DocxSpan,
  type DocxTable,
} from "./blocks";
import {
  flagged,
  openAt,
  openWithFlag,
  openWithNumber,
  type DocxFlag,
} from "./openings";
import type { ParagraphStyle } from "./styles";

/** Plans the text of an edition in any layout. */
export function planBody(
  paragraphs: readonly PrintedParagraph[],
  layout: ExportLayout,
): readonly DocxBlock[] {
  switch (layout) {
    case "english":
      return paragraphs.flatMap((paragraph) => planOne(paragraph, "english"));
    case "annotated":
      return paragraphs.flatMap((paragraph) => planOne(paragraph, "chinese"));
    case "interleaved":
      return paragraphs.flatMap(planStacked);
    case "parallel":
      return planParallel(paragraphs);
  }
}

/** What is said of the English of a paragraph before it begins. */
export function flagOf({
  isMissing,
  isUnapproved,
}: Pick<PrintedParagraph, "isMissing" | "isUnapproved">): DocxFlag | null {
  if (isMissing) return "untranslated";
  return isUnapproved ? "unapproved" : null;
}

const HEADINGS = [
  "Heading1",
  "Heading2",
  "Heading3",
  "Heading4",
  "Heading5",
  "Heading6",
] as const;

const headingStyle = (level: number): ParagraphStyle =>
  HEADINGS[level - 1] ?? "Heading6";

function styleOf(paragraph: PrintedParagraph): ParagraphStyle {
  if (paragraph.isUnapproved) return "UnapprovedText";
  if (paragraph.kind === "numbered") return "NumberedParagraph";
  return paragraph.kind === "item" ? "ItemParagraph" : "BodyText";
}

/** The heading that the contents list: the English, or the Chinese where the layout prints no English or there is none. */
function planHeading(
  paragraph: PrintedParagraph,
  level: number,
): DocxParagraph {
  const { number: place, source, target } = paragraph;
  const style = headingStyle(level);
  const line = flagged(flagOf(paragraph), lineOf(target ?? source));
  return docxParagraph(style, target === null ? "zh" : "en", line, { place });
}

/** A paragraph in one language: the Chinese, or the English; where there is none, the Chinese, marked. */
function planOne(
  paragraph: PrintedParagraph,
  language: "english" | "chinese",
): readonly DocxBlock[] {
  const { number, level, source, target } = paragraph;
  if (level !== null) return [planHeading(paragraph, level)];
  const flag = flagOf(paragraph);
  const blocks =
    target === null
      ? planSource(source, language === "english" ? "Untranslated" : "BodyText")
      : planBlocks(target, styleOf(paragraph), "en");
  const opened = openWithFlag(blocks, flag, "Untranslated");
  return openAt(openWithNumber(opened, number), number);
}

const planSource = (source: PrintedText, style: ParagraphStyle) =>
  planBlocks(source, style, "zh");

/** The English below its Chinese. */
function planStacked(paragraph: PrintedParagraph): readonly DocxBlock[] {
  const { number, level, source } = paragraph;
  if (level !== null) return planBothHeadings(paragraph, level);
  const above = planSource(source, "SourceAbove");
  return [
    ...openAt(openWithNumber(above, number), number),
    ...openWithNumber(planEnglish(paragraph), null),
  ];
}

/** The English of a paragraph beside or below its Chinese; the mark alone where there is none. */
function planEnglish(paragraph: PrintedParagraph): readonly DocxBlock[] {
  const { target } = paragraph;
  const english =
    target === null ? [] : planBlocks(target, styleOf(paragraph), "en");
  return openWithFlag(english, flagOf(paragraph), "BodyText");
}

/** A heading over the full width in both languages: Word finds no headings in tables for its navigation. */
function planBothHeadings(
  paragraph: PrintedParagraph,
  level: number,
): readonly DocxParagraph[] {
  const { source, target } = paragraph;
  const heading = planHeading(paragraph, level);
  return target === null
    ? [heading]
    : [heading, docxParagraph("SourceHeading", "zh", lineOf(source))];
}

/** Both texts beside each other: a table for what stands between two headings, so that each begins with its head. */
function planParallel(
  paragraphs: readonly PrintedParagraph[],
): readonly DocxBlock[] {
  const blocks: DocxBlock[] = [];
  let rows: DocxRow[] = [];
  const endTable = () => {
    if (rows.length > 0) blocks.push(parallelTable(rows));
    rows = [];
  };
  for (const paragraph of paragraphs) {
    if (paragraph.level === null) rows.push(planPair(paragraph));
    else {
      endTable();
      blocks.push(...planBothHeadings(paragraph, paragraph.level));
    }
  }
  endTable();
  return blocks;
}

const heading = (language: "zh" | "en", text: string) =>
  docxCell([docxParagraph("ColumnHeading", language, [plainSpan(text)])], true);

// English takes more room than Chinese: with these shares most rows end together.
const SHARES = [0.06, 0.39, 0.55] as const;

const parallelTable = (rows: readonly DocxRow[]): DocxTable => ({
  kind: "table",
  style: "ParallelTable",
  shares: SHARES,
  rows: [
    {
      isHeader: true,
      isWhole: false,
      cells: [
        heading("en", "¶"),
        heading("zh", COLUMNS.source),
        heading("en", COLUMNS.target),
      ],
    },
    ...rows,
  ],
});

function planPair(paragraph: PrintedParagraph): DocxRow {
  const { number, source } = paragraph;
  const label: DocxSpan = {
    kind: "styled",
    style: "ParagraphNumber",
    text: String(number),
  };
  return {
    isHeader: false,
    isWhole: false,
    cells: [
      docxCell([docxParagraph("TableText", "en", [label])]),
      docxCell(openAt(planSource(source, "SourceText"), number)),
      docxCell(planEnglish(paragraph)),
    ],
  };
}
