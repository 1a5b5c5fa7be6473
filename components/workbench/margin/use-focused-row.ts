import { useCallback, useSyncExternalStore } from "react";
import type { RowView } from "@/core/documents/views";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";

/** Follows the row one is in; null where one is in none. */
export function useFocusedRow(): RowView | null {
  const { rows, desk } = useWorkbench();
  const id = useStored(desk, (state) => state.focusedId) ?? "";
  const subscribe = useCallback(
    (listener: () => void) => rows.subscribeRow(id, listener),
    [rows, id],
  );
  const read = () => rows.row(id);
  return useSyncExternalStore(subscribe, read, read);
}
