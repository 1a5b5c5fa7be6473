import { UNAPPROVED, UNTRANSLATED } from "@/core/export/wording";
import {
  docxParagraph,
  type DocxBlock,
  type DocxParagraph,
  type DocxSpan,
} from "./blocks";
import type { ParagraphStyle } from "./styles";

/** What a reader has to know of a text before it begins. */
export type DocxFlag = "untranslated" | "unapproved";

const FLAGS = {
  untranslated: { style: "UntranslatedMark", text: UNTRANSLATED },
  unapproved: { style: "UnapprovedMark", text: UNAPPROVED },
} as const;

/** Says before the words of a line what a reader has to know of them. */
export function flagged(
  flag: DocxFlag | null,
  spans: readonly DocxSpan[],
): readonly DocxSpan[] {
  if (flag === null) return spans;
  const { style, text } = FLAGS[flag];
  const words = spans.length > 0 ? `${text} ` : text;
  return [{ kind: "styled", style, text: words }, ...spans];
}

/** Says before a text what a reader has to know of it; where it begins with a table, in a paragraph of its own. */
export function openWithFlag(
  blocks: readonly DocxBlock[],
  flag: DocxFlag | null,
  style: ParagraphStyle,
): readonly DocxBlock[] {
  if (flag === null) return blocks;
  const [first, ...rest] = blocks;
  return first?.kind === "paragraph"
    ? [{ ...first, spans: flagged(flag, first.spans) }, ...rest]
    : [docxParagraph(style, "en", flagged(flag, [])), ...blocks];
}

/**
 * Sets the number of a paragraph into the margin of its first line. The styles of running text have their first lines begin
 * there: every other paragraph in them begins with a tabulator.
 */
export function openWithNumber(
  blocks: readonly DocxBlock[],
  number: number | null,
): readonly DocxBlock[] {
  return blocks.map((block, index) => {
    if (block.kind !== "paragraph" || block.list !== null) return block;
    const text = index === 0 && number !== null ? String(number) : null;
    const margin: readonly DocxSpan[] = [
      ...(text === null
        ? []
        : [{ kind: "styled", style: "ParagraphNumber", text } as const]),
      { kind: "tab" },
    ];
    return { ...block, spans: [...margin, ...block.spans] };
  });
}

/** Changes the first paragraph of blocks, in the first cell of a table too; adds one where there is none. */
export function changeFirst(
  blocks: readonly DocxBlock[],
  change: (first: DocxParagraph) => DocxParagraph,
): readonly DocxBlock[] {
  const [first, ...rest] = blocks;
  if (first?.kind === "paragraph") return [change(first), ...rest];
  const row = first?.kind === "table" ? first.rows[0] : undefined;
  const cell = row?.cells[0];
  if (first?.kind !== "table" || row === undefined || cell === undefined)
    return [change(docxParagraph("TableText", "en", [])), ...blocks];
  const inner = changeFirst(cell.blocks, change);
  const cells = [{ ...cell, blocks: inner }, ...row.cells.slice(1)];
  const rows = [{ ...row, cells }, ...first.rows.slice(1)];
  return [{ ...first, rows }, ...rest];
}

/** Names the place at which a paragraph of the edition begins. */
export const openAt = (blocks: readonly DocxBlock[], number: number | null) =>
  number === null
    ? blocks
    : changeFirst(blocks, (first) => ({ ...first, place: number }));

/** Changes every paragraph of blocks, those in tables too, in the order of the document. */
export function changeParagraphs(
  blocks: readonly DocxBlock[],
  change: (paragraph: DocxParagraph) => DocxParagraph,
): readonly DocxBlock[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case "paragraph":
        return change(block);
      case "table":
        return {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({
              ...cell,
              blocks: changeParagraphs(cell.blocks, change),
            })),
          })),
        };
      case "contents":
        return block;
    }
  });
}
