import type { Edition, ExportLayout } from "@/core/editions/edition";
import { runningTitle, titleText } from "./content";
import {
  docxParagraph,
  planBlocks,
  type DocxBlock,
  type DocxParagraph,
  type DocxStyle,
} from "./docx-blocks";
import { planMetadata, planTitle, TEXT_WIDTH } from "./docx-front";
import { planNote, type DocxNote } from "./docx-notes";
import { printEdition, type PrintedParagraph } from "./printed";
import type { PrintedText } from "./printed-blocks";
import { lineOf, plainSpan } from "./spans";
import { COLUMNS, CONTENTS, draftNotice } from "./wording";

/** What a Word document of an edition holds, in order, with the name of a style for each part. */
export type DocxPlan = {
  readonly title: string;
  readonly runningTitle: string;
  readonly notice: string | null;
  /** Title, metadata and contents, then the text, which begins on a page of its own. */
  readonly blocks: readonly DocxBlock[];
  /** The footnotes, by number. */
  readonly notes: readonly DocxNote[];
};

/** Plans a Word document: title, metadata block, contents field, and the body in either layout. */
export function planDocx(edition: Edition, layout: ExportLayout): DocxPlan {
  const title = titleText(edition);
  const notice = draftNotice(edition);
  const printed = printEdition(edition, layout);
  const { paragraphs, notes } = printed;
  const hasHeadings = paragraphs.some(({ level }) => level !== null);
  const contents: readonly DocxBlock[] = [
    docxParagraph("ContentsHeading", "en", [plainSpan(CONTENTS)]),
    { kind: "contents" },
  ];
  return {
    title,
    runningTitle: runningTitle(title),
    notice,
    blocks: [
      ...planTitle(printed.title),
      ...(notice === null
        ? []
        : [docxParagraph("DraftNotice", "en", [plainSpan(notice)])]),
      ...planMetadata(printed.metadata, layout),
      ...(hasHeadings ? contents : []),
      docxParagraph("BodyStart", "en", []),
      ...(layout === "english"
        ? paragraphs.flatMap(planEnglish)
        : [planParallel(paragraphs)]),
    ],
    notes: notes.map(planNote),
  };
}

/** The name of a paragraph's place, for cross-references. */
const bookmarkOf = ({ number }: PrintedParagraph) => `p${number}`;

function planEnglish(paragraph: PrintedParagraph): readonly DocxBlock[] {
  const { level, source, target } = paragraph;
  const bookmark = bookmarkOf(paragraph);
  if (level !== null) return [planHeading(level, target, source, bookmark)];
  if (target !== null)
    return openWith(planBlocks(target, styleOf(paragraph), "en"), (first) => ({
      ...first,
      bookmark,
    }));
  const missing = planBlocks(source, "Untranslated", "zh");
  const [first] = missing;
  return first?.kind === "paragraph"
    ? openWith(missing, (text) => ({ ...text, isMarked: true, bookmark }))
    : [
        docxParagraph("Untranslated", "en", [], { isMarked: true, bookmark }),
        ...missing,
      ];
}

function styleOf({ kind }: PrintedParagraph): DocxStyle {
  if (kind === "numbered") return "NumberedParagraph";
  return kind === "item" ? "ItemParagraph" : "BodyText";
}

const HEADINGS = [
  "Heading1",
  "Heading2",
  "Heading3",
  "Heading4",
  "Heading5",
  "Heading6",
] as const;

const headingStyle = (level: number): DocxStyle =>
  HEADINGS[level - 1] ?? "Heading6";

/** A heading of the document: the English one, or the Chinese, marked, while there is none. */
function planHeading(
  level: number,
  target: PrintedText | null,
  source: PrintedText,
  bookmark: string,
): DocxParagraph {
  const style = headingStyle(level);
  return target === null
    ? docxParagraph(style, "zh", lineOf(source), { isMarked: true, bookmark })
    : docxParagraph(style, "en", lineOf(target), { bookmark });
}

/** Changes the first block where it is a paragraph. */
function openWith(
  blocks: readonly DocxBlock[],
  change: (first: DocxParagraph) => DocxParagraph,
): readonly DocxBlock[] {
  const [first, ...rest] = blocks;
  return first?.kind === "paragraph" ? [change(first), ...rest] : blocks;
}

const cell = (blocks: readonly DocxBlock[]) => ({
  blocks,
  header: false,
  colspan: 1,
  rowspan: 1,
});

function planParallel(paragraphs: readonly PrintedParagraph[]): DocxBlock {
  const head = [
    docxParagraph("ColumnHeading", "zh", [plainSpan(COLUMNS.source)]),
    docxParagraph("ColumnHeading", "en", [plainSpan(COLUMNS.target)]),
  ];
  const rows = paragraphs.map((paragraph) => ({
    isHeader: false,
    // A heading stays with the row below it.
    keepNext: paragraph.level !== null,
    cells: planPair(paragraph).map(cell),
  }));
  return {
    kind: "table",
    purpose: "parallel",
    // English takes more room than Chinese: with these shares most rows end together.
    widths: [Math.round(TEXT_WIDTH * 0.46), Math.round(TEXT_WIDTH * 0.54)],
    rows: [
      {
        isHeader: true,
        keepNext: true,
        cells: head.map((block) => cell([block])),
      },
      ...rows,
    ],
  };
}

function planPair(
  paragraph: PrintedParagraph,
): readonly (readonly DocxBlock[])[] {
  const { level, source, target } = paragraph;
  const bookmark = bookmarkOf(paragraph);
  const missing = docxParagraph("BodyText", "en", [], { isMarked: true });
  if (level === null)
    return [
      openWith(planBlocks(source, "SourceText", "zh"), (first) => ({
        ...first,
        bookmark,
      })),
      target === null
        ? [missing]
        : planBlocks(target, styleOf(paragraph), "en"),
    ];
  // The contents list the English heading; while there is none, the Chinese.
  return target === null
    ? [
        [
          docxParagraph(headingStyle(level), "zh", lineOf(source), {
            bookmark,
          }),
        ],
        [missing],
      ]
    : [
        [docxParagraph("SourceHeading", "zh", lineOf(source))],
        [planHeading(level, target, source, bookmark)],
      ];
}
