import type { ResolvedPos } from "@tiptap/pm/model";
import { Selection, TextSelection, type Command } from "@tiptap/pm/state";
import { readMark } from "@/editor/extensions/note-mark";
import { noteMarksIn } from "@/editor/queries/note-marks";
import { NOTE_MARK } from "@/editor/sync/embeds";

/** Where a number belongs: behind the last word before the place, not behind the blank that follows it. */
function behindWord($place: ResolvedPos): ResolvedPos {
  const before = $place.parent.textBetween(
    0,
    $place.parentOffset,
    null,
    "\ufffc",
  );
  const words = before.trimEnd();
  if (words === "") return $place;
  return $place.doc.resolve($place.pos - (before.length - words.length));
}

/**
 * Puts a note's mark behind the last word of the selection, or before the caret; the caret stays behind it, and no word
 * is replaced. False where no text can stand, and for an id or ref that is none.
 */
export function insertNote(noteId: string, ref: string): Command {
  return (state, dispatch) => {
    const mark = readMark(noteId, ref);
    const type = state.schema.nodes[NOTE_MARK];
    if (mark === null || type === undefined) return false;
    const { $to } = state.selection;
    const $place = $to.parent.isTextblock ? $to : Selection.near($to, -1).$to;
    if (!$place.parent.isTextblock) return false;
    const $word = behindWord($place);
    // In the midst of bold or supplied words it is one of them, so that it does not part them.
    const node = type.create(mark, null, $word.marks());
    const tr = state.tr.insert($word.pos, node);
    tr.setSelection(TextSelection.create(tr.doc, $place.pos + 1));
    dispatch?.(tr.setStoredMarks(state.storedMarks).scrollIntoView());
    return true;
  };
}

/** Takes a note's marks out of the text, one of them where a ref is given; false where there is none. */
export function removeNote(noteId: string, ref: string | null = null): Command {
  return (state, dispatch) => {
    const found = noteMarksIn(state.doc).filter(
      (mark) => mark.noteId === noteId && (ref === null || mark.ref === ref),
    );
    if (found.length === 0) return false;
    const tr = state.tr;
    for (const { position } of found.toReversed())
      tr.delete(position, position + 1);
    dispatch?.(tr);
    return true;
  };
}
