import { usePrinting } from "./use-printing";
import type { RowRange } from "./use-row-window";

/** On paper the whole document is drawn, not only what is near the view. */
export function useAllRowsInPrint(range: RowRange, count: number): RowRange {
  return usePrinting() ? { from: 0, to: count } : range;
}
