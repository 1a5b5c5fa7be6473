"use client";

import { useMemo } from "react";
import { flushSync } from "react-dom";
import { useCommands } from "@/components/workbench/state/commands";
import type { CaretPlace } from "@/components/workbench/state/desk";
import { useWorkbench } from "@/components/workbench/workbench-context";

/** How one comes into the readers' view and back to writing, at the same paragraph. */
export function useReading() {
  const { desk } = useWorkbench();
  const commands = useCommands();
  return useMemo(() => {
    const leave = (id: string | null, caret: CaretPlace) => {
      // The rows are there again before one goes to one of them.
      flushSync(() => desk.set({ reading: false }));
      if (id === null) return;
      commands.jumpTo(id);
      if (caret.kind !== "none") commands.focusRow(id, caret);
    };
    return {
      /** Back to where one reads. */
      leave: () => leave(desk.get().topId, { kind: "none" }),
      /** Back into the text of a row. */
      write: (id: string) => leave(id, { kind: "end" }),
      toggle: () => {
        const { reading, topId } = desk.get();
        if (reading) leave(topId, { kind: "none" });
        else desk.set({ reading: true, findOpen: false, sheet: null });
      },
    };
  }, [desk, commands]);
}
