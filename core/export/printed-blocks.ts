import type { Block } from "@/core/text/rich-text";
import { spansOf, type Cite, type Side, type Span } from "./spans";

/** A cell of a table, ready to be written. */
export type PrintedCell = {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly blocks: PrintedText;
};

/** A block of a text with its spans: what exporters write. */
export type PrintedBlock =
  | { readonly kind: "paragraph"; readonly spans: readonly Span[] }
  | {
      readonly kind: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly PrintedText[];
    }
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly PrintedCell[])[];
    };

export type PrintedText = readonly PrintedBlock[];

/** Prepares the blocks of a text for being written; marks of notes are asked for in order. */
export function printBlocks(
  blocks: readonly Block[],
  side: Side,
  cite: Cite,
): PrintedText {
  const print = (inner: readonly Block[]) => printBlocks(inner, side, cite);
  return blocks.map((block): PrintedBlock => {
    switch (block.kind) {
      case "paragraph":
        return { kind: "paragraph", spans: spansOf(block.runs, side, cite) };
      case "list":
        return { ...block, items: block.items.map(print) };
      case "table":
        return {
          kind: "table",
          rows: block.rows.map((row) =>
            row.map((cell) => ({ ...cell, blocks: print(cell.blocks) })),
          ),
        };
    }
  });
}
