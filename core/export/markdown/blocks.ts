import { fitTable, gridOf } from "@/core/export/fit-table";
import {
  CELL_BREAK,
  NO_FOOTNOTES,
  writeInline,
  writeParagraph,
  type FootnoteSides,
} from "./inline";
import type {
  PrintedBlock,
  PrintedCell,
  PrintedText,
} from "@/core/export/printed-blocks";
import { lineOf } from "@/core/export/spans";

/** Writes blocks one below the other, an empty line between them. */
export function writeBlocks(
  blocks: PrintedText,
  sides: FootnoteSides = NO_FOOTNOTES,
): string {
  return joinBlocks(blocks.map((block) => writeBlock(block, sides)));
}

/** Tells whether the first words of blocks stand in a paragraph; empty ones are not written. */
export function opensWithParagraph(blocks: PrintedText): boolean {
  const opening = blocks.find((block) => writeBlocks([block]) !== "");
  return opening?.kind === "paragraph";
}

/** Joins written blocks; two lists that follow each other would be taken for one, so a comment parts them. */
export function joinBlocks(written: readonly string[]): string {
  const parts: string[] = [];
  let endsInList = false;
  for (const block of written) {
    if (block === "") continue;
    if (endsInList && LIST.test(block)) parts.push(NOTHING);
    parts.push(block);
    endsInList = LIST.test(lastBlock(block));
  }
  return parts.join("\n\n");
}

/** Parts what would be taken for one, and is not seen. */
const NOTHING = "<!-- -->";

const LIST = /^(?:- |\d+\. )/;

// Lines of a list after its first are indented, so the last line at the margin opens the last block.
const lastBlock = (text: string) =>
  text.split("\n").findLast((line) => line !== "" && !line.startsWith(" ")) ??
  "";

function writeBlock(block: PrintedBlock, sides: FootnoteSides): string {
  switch (block.kind) {
    case "paragraph":
      return writeParagraph(block.spans, sides);
    case "list":
      return block.items
        .map((item, index) =>
          hang(
            block.ordered ? `${block.start + index}. ` : "- ",
            writeBlocks(item, sides),
          ),
        )
        .join("\n");
    case "table":
      return writeTable(block.rows, sides);
  }
}

/** Writes an item of a list: what is written of it, behind its number or bullet. */
export function hang(marker: string, item: string): string {
  // Right behind the marker pandoc takes the row of a table for one that begins with the marker.
  const safe = item.startsWith("|") ? `${NOTHING}\n\n${item}` : item;
  const [first = "", ...rest] = safe.split("\n");
  const indent = " ".repeat(marker.length);
  const lines = rest.map((line) => (line === "" ? "" : `${indent}${line}`));
  return [`${marker}${first}`.trimEnd(), ...lines].join("\n");
}

function writeTable(
  rows: readonly (readonly PrintedCell[])[],
  sides: FootnoteSides,
): string {
  const grid = gridOf(fitTable(rows));
  const width = grid[0]?.length ?? 0;
  if (width === 0) return "";
  const [first = [], ...others] = grid;
  const hasHead = first.every((cell) => cell === null || cell.header);
  const head = hasHead ? first : first.map(() => null);
  const body = hasHead ? others : grid;
  const cellText = (cell: PrintedCell | null) =>
    cell === null ? "" : writeCell(cell.blocks, sides);
  return writeRows(
    head.map(cellText),
    body.map((row) => row.map(cellText)),
  );
}

/** Writes blocks as the one line that a table's cell may be; items of lists get a bullet or their number. */
export function writeCell(
  blocks: PrintedText,
  sides: FootnoteSides = NO_FOOTNOTES,
): string {
  const lines = blocks.map((block) => {
    if (block.kind !== "list")
      return writeInline(lineOf([block]), CELL_BREAK, sides);
    return block.items
      .map((item, index) => {
        const bullet = block.ordered ? `${block.start + index}\\.` : "•";
        return `${bullet} ${writeCell(item, sides)}`;
      })
      .join(CELL_BREAK);
  });
  return lines.filter((line) => line !== "").join(CELL_BREAK);
}

/** Writes a pipe table, which GitHub and pandoc both read. */
export function writeRows(
  head: readonly string[],
  body: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  // Equal dashes: pandoc takes them for the relative widths of the columns.
  return [line(head), line(head.map(() => "---")), ...body.map(line)].join(
    "\n",
  );
}
