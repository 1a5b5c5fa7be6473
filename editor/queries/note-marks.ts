import type { Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";
import { readMark, type MarkAttributes } from "@/editor/extensions/note-mark";
import { NOTE_MARK } from "@/editor/sync/embeds";

/** A mark and its position in the editor's document. */
export type FoundMark = MarkAttributes & { readonly position: number };

/** The marks of notes in an editor's document in order, doubles too; what is no valid mark is left out. */
export function noteMarksIn(doc: Node): readonly FoundMark[] {
  const found: FoundMark[] = [];
  doc.descendants((node, position) => {
    if (node.type.name !== NOTE_MARK) return;
    const mark = readMark(node.attrs.noteId, node.attrs.ref);
    if (mark !== null) found.push({ ...mark, position });
  });
  return found;
}

/** Tells whether a note has a mark in this text. */
export function hasNoteMark({ doc }: EditorState, noteId: string): boolean {
  return noteMarksIn(doc).some((mark) => mark.noteId === noteId);
}

/** The note whose mark is right before the caret, or is in the selection; null where there is none. */
export function noteAt({ doc, selection }: EditorState): string | null {
  const { empty, from, to } = selection;
  const mark = noteMarksIn(doc).find(({ position }) =>
    empty ? position === from - 1 : position >= from && position < to,
  );
  return mark?.noteId ?? null;
}

/** The name of a mark inside one text. */
export function keyOfMark({ noteId, ref }: MarkAttributes): string {
  return `${noteId} ${ref}`;
}
