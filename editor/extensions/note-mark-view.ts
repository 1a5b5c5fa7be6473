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

/** Numbers that nobody knows: where no screen says otherwise, marks are there and draw nothing. */
export const NO_NUMBERS: NoteNumbers = {
  numberOf: () => null,
  subscribe: () => () => undefined,
};

/** A mark on the page that keeps its number up to date. */
export type DrawnMark = {
  readonly dom: HTMLElement;
  /** Makes it the mark of another note, or another one of the same. */
  readonly show: (noteId: string, ref: string) => void;
  readonly destroy: () => void;
};

/** Draws nothing, and yet gives the caret a line to stand on. */
const NOTHING = "\u200b";

/** Draws a mark; while an input method composes the page stays as it is. */
export function drawMark(view: EditorView, numbers: NoteNumbers): DrawnMark {
  const dom = document.createElement("sup");
  dom.className = "note-mark";
  dom.contentEditable = "false";
  let shown = "";

  const draw = () => {
    const number = numbers.numberOf(shown);
    const text = number ?? NOTHING;
    if (dom.textContent !== text) dom.textContent = text;
    dom.toggleAttribute("data-unknown", number === null);
  };
  const handleClick = (event: MouseEvent) => {
    if (numbers.numberOf(shown) === null) return;
    event.preventDefault();
    numbers.onPress?.(shown);
  };
  const unsubscribe = numbers.subscribe(() => {
    if (!view.composing) draw();
    else view.dom.addEventListener("compositionend", draw, { once: true });
  });
  dom.addEventListener("click", handleClick);
  return {
    dom,
    show(noteId, ref) {
      shown = noteId;
      dom.dataset.note = noteId;
      dom.dataset.ref = ref;
      draw();
    },
    destroy() {
      unsubscribe();
      view.dom.removeEventListener("compositionend", draw);
    },
  };
}

/** The editor's view of a mark that was set. */
export function noteMarkView(
  first: Node,
  view: EditorView,
  numbers: NoteNumbers,
): NodeView {
  const drawn = drawMark(view, numbers);
  const show = ({ attrs }: Node) =>
    drawn.show(String(attrs.noteId ?? ""), String(attrs.ref ?? ""));
  show(first);
  return {
    dom: drawn.dom,
    update(next) {
      if (next.type !== first.type) return false;
      show(next);
      return true;
    },
    // What changes in it is the number, which is no edit.
    ignoreMutation: () => true,
    destroy: drawn.destroy,
  };
}
