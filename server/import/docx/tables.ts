import { plainBlock, tableText, type SourceBlock } from "@/core/source/block";
import type { SourceTable } from "@/core/source/paragraph";
import { shiftRemarks, type SourceRemark } from "@/core/source/remark";

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
  const { rows: cells, remarks } = finishRows(mergeCells(filled));
  return [
    plainBlock("", { table: { version: 1, rows: cells }, remarks }),
    ...filled.flatMap((row) =>
      row.cells.flatMap((cell) => cell.blocks.filter(isNote)),
    ),
  ];
}

/** Notes on words of a cell follow the table; only their marks are in the cell. */
function isNote(block: SourceBlock): boolean {
  return block.role === "note";
}

type OpenCell = {
  text: string;
  header: boolean;
  colspan: number;
  rowspan: number;
  /** Remarks by their places in the cell's text. */
  remarks: readonly SourceRemark[];
};

/** The table as it is stored, and the remarks by their places in its text (cells parted by tabs, rows by line ends). */
function finishRows(rows: readonly (readonly OpenCell[])[]): {
  readonly rows: SourceTable["rows"];
  readonly remarks: readonly SourceRemark[];
} {
  const remarks: SourceRemark[] = [];
  let at = 0;
  const finished = rows.map((row) => {
    // A row without cells of its own still has its line end.
    if (row.length === 0) at += 1;
    return row.map(({ remarks: own, ...cell }) => {
      remarks.push(...shiftRemarks(own, at));
      at += cell.text.length + 1;
      return cell;
    });
  });
  return { rows: finished, remarks };
}

/** Folds cells that continue a vertical merge into the one above, which grows. */
function mergeCells(
  rows: readonly WordRow[],
): readonly (readonly OpenCell[])[] {
  const above = new Map<number, OpenCell>();
  return rows.map((row) => {
    const cells: OpenCell[] = [];
    let column = row.before;
    for (const { colspan, merge, blocks } of row.cells) {
      const { text, remarks } = joinBlocks(blocks);
      const owner = merge === "continue" ? above.get(column) : undefined;
      if (owner !== undefined && owner.rowspan < MAX_ROWSPAN) {
        owner.rowspan += 1;
        const before = owner.text === "" ? "" : `${owner.text} `;
        owner.remarks = [
          ...owner.remarks,
          ...shiftRemarks(remarks, before.length),
        ];
        if (text !== "") owner.text = before + text;
      } else {
        const cell = {
          text,
          header: row.header,
          colspan: Math.min(MAX_COLSPAN, colspan),
          rowspan: 1,
          remarks,
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

function joinBlocks(
  blocks: readonly SourceBlock[],
): Pick<OpenCell, "text" | "remarks"> {
  const remarks: SourceRemark[] = [];
  let text = "";
  for (const block of blocks.filter((each) => !isNote(each))) {
    const own = block.table === null ? block.text : tableText(block.table);
    if (text !== "" && own !== "") text += " ";
    remarks.push(...shiftRemarks(block.remarks, text.length));
    text += own;
  }
  return { text, remarks };
}
