import { useCallback, useSyncExternalStore } from "react";
import type { RowSummary, RowView } from "@/core/documents/views";
import { useWorkbench } from "@/components/workbench/workbench-context";

/** Follows one row; null while its texts are not here. */
export function useRow(id: string): RowView | null {
  const { rows } = useWorkbench();
  const subscribe = useCallback(
    (listener: () => void) => rows.subscribeRow(id, listener),
    [rows, id],
  );
  const read = () => rows.row(id);
  return useSyncExternalStore(subscribe, read, read);
}

/** Tells whether the summaries of all rows are here: until then nothing can be counted. */
export function useIsComplete(): boolean {
  const { rows } = useWorkbench();
  return useSyncExternalStore(
    rows.subscribeSummaries,
    rows.isComplete,
    rows.isComplete,
  );
}

/** Follows the summaries of all rows: for the outline and the progress. */
export function useSummaries(): readonly RowSummary[] {
  const { rows } = useWorkbench();
  return useSyncExternalStore(
    rows.subscribeSummaries,
    rows.summaries,
    rows.summaries,
  );
}
