import { plainBlock, tableText, type SourceBlock } from "@/core/source/block";
import type { SourceTable } from "@/core/source/paragraph";

/** A cell as Word writes it: cells that a merge covers are there, and say that they continue. */
export type WordCell = {
  colspan: number;
  merge: "restart" | "continue" | null;
  readonly blocks: SourceBlock[];
};
export type WordRow = {
  header: boolean;
  before: number;
  readonly cells: WordCell[];
};

const MAX_COLSPAN = 100;
const MAX_ROWSPAN = 1000;

/** The blocks of a table: one table, or the text of its cells where it only lays out or stands inside another. */
export function blocksOfTable(
  rows: readonly WordRow[],
  nested: boolean,
): readonly SourceBlock[] {
  const filled = rows.filter((row) => row.cells.length > 0);
  const hasColumns =
    filled.length > 1 && filled.some((row) => row.cells.length > 1);
  if (nested || !hasColumns)
    return filled.flatMap((row) => row.cells.flatMap((cell) => cell.blocks));
  return [plainBlock("", { table: { version: 1, rows: mergeCells(filled) } })];
}

type OpenCell = {
  text: string;
  header: boolean;
  colspan: number;
  rowspan: number;
};

/** Folds cells that continue a vertical merge into the one above, which grows. */
function mergeCells(rows: readonly WordRow[]): SourceTable["rows"] {
  const above = new Map<number, OpenCell>();
  return rows.map((row) => {
    const cells: OpenCell[] = [];
    let column = row.before;
    for (const { colspan, merge, blocks } of row.cells) {
      const text = blocks
        .map((block) =>
          block.table === null ? block.text : tableText(block.table),
        )
        .join(" ");
      const owner = merge === "continue" ? above.get(column) : undefined;
      if (owner !== undefined && owner.rowspan < MAX_ROWSPAN) {
        owner.rowspan += 1;
        if (text !== "")
          owner.text = owner.text === "" ? text : `${owner.text} ${text}`;
      } else {
        const cell = {
          text,
          header: row.header,
          colspan: Math.min(MAX_COLSPAN, colspan),
          rowspan: 1,
        };
        cells.push(cell);
        if (merge === null) above.delete(column);
        else above.set(column, cell);
      }
      column += colspan;
    }
    return cells;
  });
}
