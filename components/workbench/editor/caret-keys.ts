import { Extension } from "@tiptap/core";
import type { EditorView } from "@tiptap/pm/view";
import { yCursorPluginKey } from "@tiptap/y-tiptap";
import { readCaret } from "@/components/workbench/live/read-caret";

/** Keeps the caret where keys have moved it, whatever else happens at that moment. */
export const CaretKeys = Extension.create({
  name: "caretKeys",
  // Others' carets are drawn from a timer; drawn anew, the text takes the editor's selection.
  dispatchTransaction({ transaction, next }) {
    const meta: unknown = transaction.getMeta(yCursorPluginKey);
    const { view } = this.editor;
    if (meta === undefined || transaction.docChanged || view.composing)
      return next(transaction);
    readCaret();
    next(view.state.tr.setMeta(yCursorPluginKey, meta));
  },
});

/** To be called for every key before the editor uses it. */
export function keepCaret(view: EditorView): void {
  if (view.composing) return;
  readCaret();
  trustStart(view);
}

/**
 * For 200 ms after the focus came, ProseMirror takes a caret at the very start for the browser's doing and puts it back
 * to where it was, also when Control+Home or an arrow has put it there. After a key it is the writer's doing.
 */
function trustStart(view: EditorView): void {
  const { input } = view as unknown as { input?: { lastFocus: number } };
  if (input !== undefined) input.lastFocus = 0;
}
