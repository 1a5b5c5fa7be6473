/** The most columns Word can draw. */
const MAX_COLUMNS = 63;
/** The most places a table may cover; beyond it spans and padding are given up, so that no cell can ask for a million. */
const MAX_PLACES = 50_000;

type Spanning = { readonly colspan: number; readonly rowspan: number };

/** Makes the spans of a table fit into it: none reaches below the last row, and no row is too wide to be drawn. */
export function fitTable<C extends Spanning>(
  rows: readonly (readonly C[])[],
): readonly (readonly C[])[] {
  const fitted = rows
    .filter((row) => row.length > 0)
    .map((row, index, all) =>
      row.map((cell) =>
        cell.rowspan > all.length - index
          ? { ...cell, rowspan: all.length - index }
          : cell,
      ),
    );
  const places = fitted
    .flat()
    .reduce((sum, cell) => sum + cell.colspan * cell.rowspan, 0);
  if (places <= MAX_PLACES && widthOf(fitted) <= MAX_COLUMNS) return fitted;
  return fitted.map((row) =>
    row.map((cell) => ({ ...cell, colspan: 1, rowspan: 1 })),
  );
}

function widthOf(rows: readonly (readonly Spanning[])[]): number {
  return Math.max(0, ...gridOf(rows).map((row) => row.length));
}

/**
 * Lays a table out place by place; null where a place is covered by a cell above or before it, or is empty. The first row
 * is as wide as the table, the others too where that is not too much.
 */
export function gridOf<C extends Spanning>(
  rows: readonly (readonly C[])[],
): readonly (readonly (C | null)[])[] {
  const grid: (C | null)[][] = rows.map(() => []);
  rows.forEach((row, index) => {
    let column = 0;
    for (const cell of row) {
      while (grid[index]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowspan; down += 1) {
        const line = grid[index + down];
        if (line === undefined) break;
        for (let across = 0; across < cell.colspan; across += 1)
          line[column + across] = down === 0 && across === 0 ? cell : null;
      }
      column += cell.colspan;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const isSmall = width * grid.length <= MAX_PLACES;
  return grid.map((row, index) =>
    Array.from(
      { length: isSmall || index === 0 ? width : row.length },
      (_, column) => row[column] ?? null,
    ),
  );
}
