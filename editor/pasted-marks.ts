import type { Slice } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { newRef } from "./new-ref";
import { settleMarks, withoutNoteMarks } from "./paste";
import { standingMarks } from "./queries/note-marks";

/**
 * Settles the marks of notes in what is pasted or dropped into an editor. `isKnown` is null for the text of a note, which
 * has no notes. What is dragged inside the text is moved and stays the mark that it is.
 */
export function settlePasted(
  slice: Slice,
  view: EditorView,
  isKnown: ((noteId: string) => boolean) | null,
): Slice {
  if (isKnown === null) return withoutNoteMarks(slice);
  const isMoved = view.dragging?.move === true;
  return settleMarks(slice, {
    isKnown,
    standing: isMoved ? [] : standingMarks(view.state),
    newRef,
  });
}
