import { useEffect } from "react";
import { isComposing } from "@/components/ui/is-composing";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { readSourceWords } from "./held-words";
import { rangeOf } from "./source-words";

const HELD = "note-held";

/**
 * Holds what was selected in the Chinese while one goes to its English or to the margin, so that one note can take
 * both. The browser forgets such a selection; here it stays until one leaves the row, presses Escape, or clicks into
 * the Chinese.
 */
export function useHeldWords(): void {
  const { noteDesk, desk, rows } = useWorkbench();
  useEffect(() => {
    const release = () => noteDesk.set({ held: null });

    const handleSelection = () => {
      const words = readSourceWords((id) => rows.row(id));
      if (words !== null) noteDesk.set({ held: words });
      else if (isInChinese(window.getSelection())) release();
    };
    const handleKeyDown = (event: KeyboardEvent) => {
      if (event.code === "Escape" && !isComposing(event)) release();
    };
    const followRow = () => {
      const { held } = noteDesk.get();
      const { focusedId } = desk.get();
      if (held !== null && focusedId !== null && focusedId !== held.rowId)
        release();
    };
    document.addEventListener("selectionchange", handleSelection);
    window.addEventListener("keydown", handleKeyDown);
    const unsubscribe = desk.subscribe(followRow);
    return () => {
      document.removeEventListener("selectionchange", handleSelection);
      window.removeEventListener("keydown", handleKeyDown);
      unsubscribe();
    };
  }, [noteDesk, desk, rows]);
  useHeldPaint();
}

/** Paints the held words where the browser's own selection has gone; its rows and texts are not touched. */
function useHeldPaint(): void {
  const { noteDesk } = useWorkbench();
  useEffect(() => {
    if (!("highlights" in CSS)) return;
    let painted = noteDesk.get().held;
    let observer: MutationObserver | null = null;
    const paint = () => {
      const { held } = noteDesk.get();
      const element = document.querySelector(
        `[data-row="${CSS.escape(held?.rowId ?? "")}"] [data-text=source]`,
      );
      const range =
        held === null || element === null
          ? null
          : rangeOf(element, held.from, held.to);
      if (range === null) CSS.highlights.delete(HELD);
      else CSS.highlights.set(HELD, new Highlight(range));
      return element;
    };
    const follow = () => {
      const { held } = noteDesk.get();
      if (held === painted) return;
      painted = held;
      observer?.disconnect();
      observer = null;
      const element = paint();
      if (held === null || element === null) return;
      // The row may be drawn anew: then its text nodes are others.
      observer = new MutationObserver(paint);
      observer.observe(element, { childList: true, subtree: true });
    };
    const unsubscribe = noteDesk.subscribe(follow);
    return () => {
      unsubscribe();
      observer?.disconnect();
      CSS.highlights.delete(HELD);
    };
  }, [noteDesk]);
}

function isInChinese(selection: Selection | null): boolean {
  const node = selection?.anchorNode ?? null;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest("[data-text=source]") != null;
}
