import type { RowStore } from "@/components/workbench/state/row-store";

/** The row in which a paragraph is written, the first of several fields; null for a number that no row has. */
export function rowOfNumber(rows: RowStore, number: number): string | null {
  return rows.summaries().find((row) => row.number === number)?.id ?? null;
}
