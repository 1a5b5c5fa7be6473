import type { PrintedCell } from "@/core/export/printed-blocks";

/** A cell with its place in the table; no two cover the same. */
export type PlacedCell = PrintedCell & {
  readonly x: number;
  readonly y: number;
};

/**
 * Gives each cell of a table its place: the first that is free in its row. What a span would cover of another cell it
 * gives up.
 */
export function placeCells(
  rows: readonly (readonly PrintedCell[])[],
): readonly (readonly PlacedCell[])[] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((row, y) => {
    let x = 0;
    return row.map((cell) => {
      while (taken[y]?.has(x) === true) x += 1;
      let colspan = 1;
      while (colspan < cell.colspan && taken[y]?.has(x + colspan) !== true)
        colspan += 1;
      const placed = { ...cell, x, y, colspan };
      for (let down = 0; down < cell.rowspan; down += 1)
        for (let across = 0; across < colspan; across += 1)
          taken[y + down]?.add(x + across);
      x += colspan;
      return placed;
    });
  });
}
