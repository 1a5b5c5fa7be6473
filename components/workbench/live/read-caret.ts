/**
 * Lets the editor read where the browser has the caret. A key moves the caret at once, and the event that the editor
 * waits for comes a moment later: a change of the text in between would put the caret back where it was.
 */
export function readCaret(): void {
  document.dispatchEvent(new Event("selectionchange"));
}
