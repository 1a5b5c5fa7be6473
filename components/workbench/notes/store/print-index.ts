import { printOrder } from "@/core/documents/print-order";
import type { RowStore } from "@/components/workbench/state/row-store";

/** Tells a row's place in print, which the numbers of notes follow; -1 while the row is not known. */
export function createPrintIndex(
  rows: Pick<RowStore, "ids" | "summaries">,
): (rowId: string) => number {
  let ids: readonly string[] | null = null;
  let order: ReadonlyMap<string, number> = new Map();
  return (rowId) => {
    // What kind a row is of never changes: the order is another only when there are other rows.
    if (ids !== rows.ids()) {
      ids = rows.ids();
      order = printOrder(rows.summaries());
    }
    return order.get(rowId) ?? -1;
  };
}
