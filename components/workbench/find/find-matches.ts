import type { RowView } from "@/core/documents/views";
import { findPlaces } from "@/core/text/find-places";
import type { Block, RichText } from "@/core/text/rich-text";

export type Side = "source" | "target";

/** One place in the document where the words looked for occur. */
export type FindMatch = {
  readonly rowId: string;
  readonly side: Side;
  /** Which occurrence in that text, counted from 0. */
  readonly ordinal: number;
};

/** Lists the matches in a row: those of the source first. */
export function findInRow(row: RowView, query: string): readonly FindMatch[] {
  const matches = (side: Side, text: string) =>
    findPlaces(text, query).map((_, ordinal) => ({
      rowId: row.id,
      side,
      ordinal,
    }));
  return [
    ...matches("source", row.source),
    ...matches("target", shownText(row.target)),
  ];
}

/** The words of a rich text as the page holds them: without drawn brackets, blocks parted by line breaks. */
export function shownText(richText: RichText): string {
  return richText.blocks.map(shownBlock).join("\n");
}

function shownBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return block.runs
        .map((run) => (run.kind === "text" ? run.text : "\n"))
        .join("");
    case "list":
      return block.items
        .map((item) => item.map(shownBlock).join("\n"))
        .join("\n");
    case "table":
      return block.rows
        .flatMap((cells) =>
          cells.map((cell) => cell.blocks.map(shownBlock).join("\n")),
        )
        .join("\n");
  }
}
