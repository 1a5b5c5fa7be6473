import type { RowRange } from "./use-row-window";

/** What the list holds from top to bottom: rows, and spaces for the rows that are not drawn. */
export type ListPart =
  | { readonly kind: "row"; readonly index: number }
  | { readonly kind: "space"; readonly from: number; readonly to: number };

/** Lists the rows of a range, the kept row where it stands outside of it (-1: none), and the spaces between. */
export function rowsToDraw(
  range: RowRange,
  kept: number,
  count: number,
): readonly ListPart[] {
  const indexes = [];
  for (let index = range.from; index < Math.min(range.to, count); index++)
    indexes.push(index);
  if (kept >= 0 && kept < count && !indexes.includes(kept)) {
    indexes.push(kept);
    indexes.sort((a, b) => a - b);
  }
  const parts: ListPart[] = [];
  let at = 0;
  for (const index of indexes) {
    if (index > at) parts.push({ kind: "space", from: at, to: index });
    parts.push({ kind: "row", index });
    at = index + 1;
  }
  if (at < count) parts.push({ kind: "space", from: at, to: count });
  return parts;
}
