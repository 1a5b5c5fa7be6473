import { useEffect, type RefObject } from "react";
import { useCommands } from "@/components/workbench/state/commands";
import { useWorkbench } from "@/components/workbench/workbench-context";

/**
 * Opens rows: by a click (in the English the caret goes where one clicked), by arriving with Tab, and from row to row
 * with the arrow keys once the text was left. One set of listeners for all rows.
 */
export function useRowEvents(scroller: RefObject<HTMLElement | null>): void {
  const { focusRow, step } = useCommands();
  const { desk } = useWorkbench();
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let isPointerDown = false;

    const handlePointerDown = () => {
      isPointerDown = true;
    };
    const handleClick = (event: MouseEvent) => {
      isPointerDown = false;
      const target = event.target as HTMLElement;
      const id = rowIdOf(target);
      if (id === null || event.button !== 0 || event.defaultPrevented) return;
      if (target.closest("a, button, [role=button], [contenteditable=true]"))
        return;
      // Selecting text is no click.
      if (window.getSelection()?.isCollapsed === false) return;
      const isInEnglish = target.closest(".row-target") !== null;
      if (desk.get().focusedId === id && !isInEnglish) return;
      if (desk.get().focusedId === id) return focusRow(id, { kind: "end" });
      const { clientX: x, clientY: y } = event;
      focusRow(id, isInEnglish ? { kind: "point", x, y } : { kind: "none" });
    };
    const handleFocusIn = (event: FocusEvent) => {
      const target = event.target as HTMLElement;
      const isArrival = target.matches("[data-text=target][tabindex]");
      const id = rowIdOf(target);
      if (!isArrival || isPointerDown || id === null) return;
      if (desk.get().focusedId !== id) focusRow(id, { kind: "start" });
    };
    const handleKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const id = target.dataset["row"];
      const hasModifier =
        event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
      if (id === undefined || hasModifier) return;
      if (event.code === "Enter") focusRow(id, { kind: "end" });
      else if (event.code === "ArrowDown") step(1, { kind: "none" });
      else if (event.code === "ArrowUp") step(-1, { kind: "none" });
      else return;
      event.preventDefault();
    };
    const handlePointerEnd = () => {
      isPointerDown = false;
    };

    element.addEventListener("pointerdown", handlePointerDown);
    element.addEventListener("click", handleClick);
    element.addEventListener("focusin", handleFocusIn);
    element.addEventListener("keydown", handleKeyDown);
    window.addEventListener("pointerup", handlePointerEnd);
    window.addEventListener("pointercancel", handlePointerEnd);
    return () => {
      element.removeEventListener("pointerdown", handlePointerDown);
      element.removeEventListener("click", handleClick);
      element.removeEventListener("focusin", handleFocusIn);
      element.removeEventListener("keydown", handleKeyDown);
      window.removeEventListener("pointerup", handlePointerEnd);
      window.removeEventListener("pointercancel", handlePointerEnd);
    };
  }, [scroller, focusRow, step, desk]);
}

function rowIdOf(element: HTMLElement): string | null {
  return element.closest<HTMLElement>("[data-row]")?.dataset["row"] ?? null;
}
