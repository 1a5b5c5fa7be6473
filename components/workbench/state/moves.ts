import { flushSync } from "react-dom";
import type { TranslationStatus } from "@/core/documents/views";
import type { WorkbenchParts } from "@/components/workbench/workbench-context";
import type { Commands } from "./commands";
import type { CaretPlace } from "./desk";

type Moves = Pick<
  Commands,
  "focusRow" | "jumpTo" | "step" | "stepUnfinished" | "leaveText"
>;

const START: CaretPlace = { kind: "start" };

/** How one goes from paragraph to paragraph. */
export function createMoves(parts: WorkbenchParts): Moves {
  const { rows, desk, list } = parts;

  const arrive = (id: string, caret: CaretPlace) => {
    // Drawn at once: whoever moves next measures what is there then.
    flushSync(() =>
      desk.set({ focusedId: id, caret, arrival: desk.get().arrival + 1 }),
    );
    if (caret.kind === "none") rowElement(id)?.focus({ preventScroll: true });
  };

  const focusRow: Moves["focusRow"] = (id, caret) => {
    const index = rows.indexOf(id);
    if (index === -1) return;
    list.current?.hold(index);
    arrive(id, caret);
    if (caret.kind !== "point") list.current?.show(index, "nearest");
  };

  const step: Moves["step"] = (by, caret = START) => {
    const { focusedId, topId } = desk.get();
    const here = rows.indexOf(focusedId ?? topId ?? "");
    const next = rows.idAt(focusedId === null ? Math.max(here, 0) : here + by);
    if (next !== null) focusRow(next, caret);
  };

  return {
    focusRow,
    step,

    jumpTo(id) {
      const index = rows.indexOf(id);
      if (index === -1) return;
      list.current?.show(index, "top");
      arrive(id, { kind: "none" });
      list.current?.show(index, "top");
    },

    stepUnfinished(by) {
      const { focusedId, topId } = desk.get();
      const from = rows.indexOf(focusedId ?? topId ?? "");
      const next = findUnfinished(
        rows.summaries().map((row) => row.status),
        from,
        by,
      );
      const id = next === null ? null : rows.idAt(next);
      if (id !== null) focusRow(id, START);
    },

    leaveText() {
      const { focusedId } = desk.get();
      if (focusedId !== null)
        rowElement(focusedId)?.focus({ preventScroll: true });
    },
  };
}

/** The next paragraph in a direction that is empty or a draft; null where there is none. */
export function findUnfinished(
  statuses: readonly TranslationStatus[],
  from: number,
  by: 1 | -1,
): number | null {
  for (let at = from + by; at >= 0 && at < statuses.length; at += by) {
    if (statuses[at] === "empty" || statuses[at] === "draft") return at;
  }
  return null;
}

function rowElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
}
