import { fitTable } from "@/core/export/fit-table";
import type {
  PrintedBlock,
  PrintedCell,
  PrintedText,
} from "@/core/export/printed-blocks";
import type { Span } from "@/core/export/spans";
import type { CharacterStyle, ParagraphStyle, TableStyle } from "./styles";

export type DocxLanguage = "zh" | "en";

/** What a line of a Word document is made of, beside the spans of texts. */
export type DocxSpan =
  | Span
  /** Words in a style of characters. */
  | {
      readonly kind: "styled";
      readonly style: CharacterStyle;
      readonly text: string;
    }
  /** The number of a paragraph, which leads there. */
  | { readonly kind: "place"; readonly number: number }
  | { readonly kind: "tab" };

export type DocxList = {
  /** Null for bullets. */
  readonly start: number | null;
  /** From 0. */
  readonly depth: number;
};

export type DocxParagraph = {
  readonly kind: "paragraph";
  readonly style: ParagraphStyle;
  readonly language: DocxLanguage;
  readonly spans: readonly DocxSpan[];
  /** The list whose item the paragraph opens, the same object for all of its items. */
  readonly list: DocxList | null;
  /** The number of the edition's paragraph that begins here: the name of the place. */
  readonly place: number | null;
  /** The name of a part that begins here. */
  readonly anchor: string | null;
  /** The comments on it, by their places in the plan's list. */
  readonly comments: readonly number[];
};

export type DocxCell = {
  readonly blocks: readonly DocxBlock[];
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
};

export type DocxRow = {
  /** True for a row that shall not break across pages. */
  readonly isWhole: boolean;
  readonly isHeader: boolean;
  readonly cells: readonly DocxCell[];
};

export type DocxTable = {
  readonly kind: "table";
  readonly style: TableStyle;
  /** The shares of the columns in the width of the text; null: equal ones. */
  readonly shares: readonly number[] | null;
  readonly rows: readonly DocxRow[];
};

/** A heading as the contents list it. */
export type DocxEntry = {
  readonly level: number;
  readonly language: DocxLanguage;
  readonly text: string;
  /** The name of its place. */
  readonly anchor: string;
};

export type DocxBlock =
  | DocxParagraph
  | DocxTable
  /** The field that lists the headings. */
  | { readonly kind: "contents"; readonly entries: readonly DocxEntry[] };

/** A part of the document that is laid out in its own way. */
export type DocxSection = {
  /** The pages before the text, the text, those behind it, or what follows on the same page in other columns. */
  readonly kind: "front" | "body" | "back" | "continued";
  readonly columns: 1 | 2;
  readonly blocks: readonly DocxBlock[];
};

/** Makes a paragraph; what else it is comes in `more`. */
export function docxParagraph(
  style: ParagraphStyle,
  language: DocxLanguage,
  spans: readonly DocxSpan[],
  more: Partial<Pick<DocxParagraph, "place" | "list" | "anchor">> = {},
): DocxParagraph {
  return {
    kind: "paragraph",
    style,
    language,
    spans,
    list: null,
    place: null,
    anchor: null,
    comments: [],
    ...more,
  };
}

/** A cell that is one place wide and high. */
export const docxCell = (
  blocks: readonly DocxBlock[],
  header = false,
): DocxCell => ({ blocks, header, colspan: 1, rowspan: 1 });

/** Word's deepest level of a list, 0-based. */
const MAX_DEPTH = 8;

/** Plans the blocks of a text, its paragraphs in the style given. */
export function planBlocks(
  blocks: PrintedText,
  style: ParagraphStyle,
  language: DocxLanguage,
): readonly DocxBlock[] {
  return blocks.flatMap((block) => planBlock(block, style, language, -1));
}

function planBlock(
  block: PrintedBlock,
  style: ParagraphStyle,
  language: DocxLanguage,
  depth: number,
): readonly DocxBlock[] {
  switch (block.kind) {
    case "paragraph":
      return [docxParagraph(style, language, block.spans)];
    case "list": {
      const inner = Math.min(depth + 1, MAX_DEPTH);
      const list = { start: block.ordered ? block.start : null, depth: inner };
      return block.items.flatMap((item) => planItem(item, language, list));
    }
    case "table":
      return planTable(block.rows, language);
  }
}

function planItem(
  item: PrintedText,
  language: DocxLanguage,
  list: DocxList,
): readonly DocxBlock[] {
  const planned = item.flatMap((block) =>
    planBlock(block, "ListText", language, list.depth),
  );
  const [first, ...rest] = planned;
  // The item's number stands before its first paragraph, or alone where something else comes first.
  return first?.kind === "paragraph" && first.list === null
    ? [{ ...first, list }, ...rest]
    : [docxParagraph("ListText", language, [], { list }), ...planned];
}

function planTable(
  rows: readonly (readonly PrintedCell[])[],
  language: DocxLanguage,
): readonly DocxTable[] {
  const fitted = fitTable(rows);
  if (fitted.length === 0) return [];
  return [
    {
      kind: "table",
      style: "TextTable",
      shares: null,
      rows: fitted.map((row, index) => ({
        isWhole: false,
        isHeader: index === 0 && row.every((cell) => cell.header),
        cells: row.map(({ blocks, ...cell }) => ({
          ...cell,
          blocks: planBlocks(blocks, "TableText", language),
        })),
      })),
    },
  ];
}
