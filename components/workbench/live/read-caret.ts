/**
 * Lets the editor read where the browser has the caret. A key moves the caret at once, and the event that the editor
 * waits for comes a moment later: a change of the text in between would put the caret back where it was.
 */
export function readCaret(): void {
  // A live text can be open where there is no page.
  if (typeof document === "undefined") return;
  const active = document.activeElement;
  const at = document.getSelection()?.focusNode ?? null;
  // Others listen too: a selection outside the editor is not said to change with every word that comes in.
  if (!(active instanceof HTMLElement) || !active.isContentEditable) return;
  if (active.contains(at)) document.dispatchEvent(new Event("selectionchange"));
}
