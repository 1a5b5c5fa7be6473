import { useCallback, useEffect, useRef, useState } from "react";
import { useCommands } from "@/components/workbench/state/commands";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { isComposing } from "@/components/ui/is-composing";

/** A pointer passing over a line must not open a card at every term. */
const OPEN_MS = 220;
/** Time to move from the term into its card. */
const CLOSE_MS = 160;

export type ShownTerm = {
  readonly element: HTMLElement;
  readonly termId: string;
  /** Another occurrence is another card. */
  readonly key: number;
};

/** Follows which term is pointed at or focused; Enter on a focused term writes its rendering. */
export function useTermUnderPointer() {
  const { glossary } = useWorkbench();
  const { insertTerm } = useCommands();
  const [shown, setShown] = useState<ShownTerm | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const keys = useRef(0);

  const keep = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  const after = useCallback(
    (milliseconds: number, act: () => void) => {
      keep();
      timer.current = setTimeout(act, milliseconds);
    },
    [keep],
  );
  const close = useCallback(
    () => after(CLOSE_MS, () => setShown(null)),
    [after],
  );

  useEffect(() => {
    const open = (element: HTMLElement) => {
      keys.current += 1;
      const termId = element.dataset["term"] ?? "";
      setShown({ element, termId, key: keys.current });
    };
    const handleOver = (event: PointerEvent) => {
      const element = termAt(event.target);
      if (element === null || event.buttons !== 0) return;
      after(OPEN_MS, () => open(element));
    };
    const handleOut = (event: PointerEvent) => {
      if (termAt(event.target) !== null) close();
    };
    const handleFocusIn = (event: FocusEvent) => {
      const element = termAt(event.target);
      if (element === null) return;
      keep();
      open(element);
    };
    const handleFocusOut = (event: FocusEvent) => {
      if (termAt(event.target) !== null) close();
    };
    const handleKeyDown = (event: KeyboardEvent) => {
      const element = termAt(event.target);
      if (element === null || isComposing(event)) return;
      if (event.code !== "Enter" && event.code !== "Space") return;
      const terms = glossary.get().ready?.terms;
      const term = terms?.get(element.dataset["term"] ?? "");
      if (term === undefined) return;
      event.preventDefault();
      insertTerm(term);
    };
    const handleScroll = () => {
      // Arriving at a term by Tab may scroll it into view: its card stays.
      if (termAt(document.activeElement) !== null) return;
      keep();
      setShown(null);
    };
    document.addEventListener("pointerover", handleOver);
    document.addEventListener("pointerout", handleOut);
    document.addEventListener("focusin", handleFocusIn);
    document.addEventListener("focusout", handleFocusOut);
    document.addEventListener("keydown", handleKeyDown);
    document.addEventListener("scroll", handleScroll, true);
    return () => {
      keep();
      document.removeEventListener("pointerover", handleOver);
      document.removeEventListener("pointerout", handleOut);
      document.removeEventListener("focusin", handleFocusIn);
      document.removeEventListener("focusout", handleFocusOut);
      document.removeEventListener("keydown", handleKeyDown);
      document.removeEventListener("scroll", handleScroll, true);
    };
  }, [after, close, keep, glossary, insertTerm]);

  return { shown, keep, close };
}

function termAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element
    ? target.closest<HTMLElement>("[data-term]")
    : null;
}
