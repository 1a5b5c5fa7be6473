import { fitTable } from "./fit-table";
import type { PrintedBlock, PrintedCell, PrintedText } from "./printed-blocks";
import type { Span } from "./spans";

/** The styles of an exported Word document, by their ids; a publisher changes the looks of all by changing these. */
export type DocxStyle =
  | "Title"
  | "OriginalTitle"
  | "DraftNotice"
  | "MetadataLabel"
  | "MetadataText"
  | "ContentsHeading"
  | "ColumnHeading"
  | "SourceHeading"
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`
  | "BodyStart"
  | "BodyText"
  | "NumberedParagraph"
  | "ItemParagraph"
  | "ListText"
  | "TableText"
  | "SourceText"
  | "Untranslated"
  | "FootnoteText"
  | "FootnoteList";

export type DocxLanguage = "zh" | "en";

export type DocxParagraph = {
  readonly kind: "paragraph";
  readonly style: DocxStyle;
  readonly language: DocxLanguage;
  readonly spans: readonly Span[];
  /** True where "[Untranslated]" stands before the text. */
  readonly isMarked: boolean;
  /** The list whose item the paragraph opens, the same object for all items; `start` is null for bullets, `depth` from 0. */
  readonly list: {
    readonly start: number | null;
    readonly depth: number;
  } | null;
  /** A name for the place, unique in the document. */
  readonly bookmark: string | null;
};

export type DocxCell = {
  readonly blocks: readonly DocxBlock[];
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
};

export type DocxTable = {
  readonly kind: "table";
  readonly purpose: "metadata" | "parallel" | "text";
  /** Widths of the columns in twips; null: equal shares of the room there is. */
  readonly widths: readonly number[] | null;
  readonly rows: readonly {
    readonly isHeader: boolean;
    readonly keepNext: boolean;
    readonly cells: readonly DocxCell[];
  }[];
};

export type DocxBlock =
  | DocxParagraph
  | DocxTable
  /** The field that lists the headings. */
  | { readonly kind: "contents" };

/** Makes a paragraph of plain spans; what else it is comes in `more`. */
export function docxParagraph(
  style: DocxStyle,
  language: DocxLanguage,
  spans: readonly Span[],
  more: Partial<Pick<DocxParagraph, "isMarked" | "bookmark" | "list">> = {},
): DocxParagraph {
  return {
    kind: "paragraph",
    style,
    language,
    spans,
    isMarked: false,
    list: null,
    bookmark: null,
    ...more,
  };
}

/** Word's deepest level of a list, 0-based. */
const MAX_DEPTH = 8;

/** Plans the blocks of a text, its paragraphs in the style given. */
export function planBlocks(
  blocks: PrintedText,
  style: DocxStyle,
  language: DocxLanguage,
): readonly DocxBlock[] {
  return blocks.flatMap((block) => planBlock(block, style, language, -1));
}

function planBlock(
  block: PrintedBlock,
  style: DocxStyle,
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
      return [planTable(block.rows, language)];
  }
}

function planItem(
  item: PrintedText,
  language: DocxLanguage,
  list: NonNullable<DocxParagraph["list"]>,
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
): DocxTable {
  const fitted = fitTable(rows);
  return {
    kind: "table",
    purpose: "text",
    widths: null,
    rows: fitted.map((row, index) => ({
      isHeader: index === 0 && row.every((cell) => cell.header),
      keepNext: false,
      cells: row.map(({ blocks, ...cell }) => ({
        ...cell,
        blocks: planBlocks(blocks, "TableText", language),
      })),
    })),
  };
}
