import type { Node } from "@tiptap/pm/model";
import type { EditorView, NodeView } from "@tiptap/pm/view";

/** Where the numbers of notes come from, and where a press on one goes. */
export type NoteNumbers = {
  /** What stands for a note: its number, "?" for a doubt; null draws nothing. */
  readonly numberOf: (noteId: string) => string | null;
  /** Calls back whenever a number may have changed; returns how to end that. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly onPress?: (noteId: string) => void;
};

/** Draws nothing, and yet gives the caret a line to stand on. */
const NOTHING = "\u200b";

/** Draws a note's mark and keeps its number up to date; while an input method composes the page stays as it is. */
export function noteMarkView(
  first: Node,
  view: EditorView,
  numbers: NoteNumbers,
): NodeView {
  let node = first;
  const dom = document.createElement("sup");
  dom.className = "note-mark";
  dom.contentEditable = "false";
  const noteId = () => String(node.attrs.noteId ?? "");

  const draw = () => {
    const number = numbers.numberOf(noteId());
    const text = number ?? NOTHING;
    if (dom.textContent !== text) dom.textContent = text;
    dom.toggleAttribute("data-unknown", number === null);
    dom.dataset.note = noteId();
    dom.dataset.ref = String(node.attrs.ref ?? "");
  };
  const redraw = () => {
    if (view.composing)
      view.dom.addEventListener("compositionend", draw, { once: true });
    else draw();
  };
  const handleClick = (event: MouseEvent) => {
    if (numbers.numberOf(noteId()) === null) return;
    event.preventDefault();
    numbers.onPress?.(noteId());
  };

  draw();
  dom.addEventListener("click", handleClick);
  const unsubscribe = numbers.subscribe(redraw);
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      draw();
      return true;
    },
    // What changes in it is the number, which is no edit.
    ignoreMutation: () => true,
    destroy() {
      unsubscribe();
      view.dom.removeEventListener("compositionend", draw);
    },
  };
}
