import { useEffect, useRef } from "react";
import { useIsComplete } from "./rows/use-row";
import { useCommands } from "./state/commands";
import { useWorkbench } from "./workbench-context";

/** Goes to the paragraph that the address names, once all rows are here; who may write is in its text then. */
export function useRowPermalink(): void {
  const { rows, view } = useWorkbench();
  const { jumpTo, focusRow } = useCommands();
  const isComplete = useIsComplete();
  const isDone = useRef(false);
  useEffect(() => {
    if (!isComplete || isDone.current) return;
    isDone.current = true;
    const address = new URLSearchParams(window.location.search);
    const paragraphId = address.get("row")?.toLowerCase() ?? null;
    if (paragraphId === null) return;
    // The same address must not bring one back here when one goes on elsewhere and reloads.
    window.history.replaceState(null, "", window.location.pathname);
    const row = rows
      .summaries()
      .find((summary) => summary.paragraphId === paragraphId);
    if (row === undefined) return;
    // Once React is done: what is gone to is drawn at once, which it can't be while it draws.
    setTimeout(() => {
      jumpTo(row.id);
      if (view.can.edit) focusRow(row.id, { kind: "end" });
    });
  }, [isComplete, rows, view, jumpTo, focusRow]);
}
