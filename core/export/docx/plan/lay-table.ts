type Spanning = { readonly colspan: number; readonly rowspan: number };

/** A place of a row: a cell, what a cell above covers, or a gap. */
export type Placed<C> = {
  /** Null where nothing of the table's own stands. */
  readonly cell: C | null;
  readonly column: number;
  readonly colspan: number;
  /** True where a cell above reaches down to here. */
  readonly isBelow: boolean;
  /** True for a cell that reaches into the row below. */
  readonly isAbove: boolean;
};

type Reach = { readonly colspan: number; readonly rows: number };

/** Lays the cells of a table out so that every row fills all of its columns, as Word wants them; no two cells overlap. */
export function layTable<C extends Spanning>(
  rows: readonly { readonly cells: readonly C[] }[],
): {
  readonly rows: readonly (readonly Placed<C>[])[];
  readonly width: number;
} {
  /** Which cells of rows above reach into the next row, by their first columns. */
  let reaching = new Map<number, Reach>();
  const laid = rows.map(({ cells }, index) => {
    const result = layRow(cells, reaching, rows.length - index);
    ({ reaching } = result);
    return result.placed;
  });
  const width = Math.max(0, ...laid.map(widthOf));
  return { rows: laid.map((row) => fillRow(row, width)), width };
}

const widthOf = (row: readonly Placed<unknown>[]) => {
  const last = row.at(-1);
  return last === undefined ? 0 : last.column + last.colspan;
};

const gap = (column: number, colspan: number) => ({
  cell: null,
  column,
  colspan,
  isBelow: false,
  isAbove: false,
});

const fillRow = <C>(row: readonly Placed<C>[], width: number) =>
  widthOf(row) < width
    ? [...row, gap(widthOf(row), width - widthOf(row))]
    : row;

function layRow<C extends Spanning>(
  cells: readonly C[],
  above: ReadonlyMap<number, Reach>,
  rowsLeft: number,
) {
  const placed: Placed<C>[] = [];
  const reaching = new Map<number, Reach>();
  const starts = [...above.keys()].toSorted((a, b) => a - b);
  let column = 0;
  let next = 0;
  while (next < cells.length || starts.some((start) => start >= column)) {
    const reach = above.get(column);
    if (reach !== undefined) {
      placed.push({ ...gap(column, reach.colspan), isBelow: true });
      if (reach.rows > 1)
        reaching.set(column, { ...reach, rows: reach.rows - 1 });
      column += reach.colspan;
      continue;
    }
    const nextStart = starts.find((start) => start > column) ?? Infinity;
    const cell = cells[next];
    next += 1;
    // A cell that does not fit before what reaches down from above is cut to the room there is.
    const room = nextStart - column;
    const colspan = Math.min(cell?.colspan ?? room, room);
    const rowspan = Math.min(cell?.rowspan ?? 1, rowsLeft);
    placed.push({
      ...gap(column, colspan),
      cell: cell ?? null,
      isAbove: rowspan > 1,
    });
    if (rowspan > 1) reaching.set(column, { colspan, rows: rowspan - 1 });
    column += colspan;
  }
  return { placed, reaching };
}
