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

/** The marks that stay when something is put in place of the selection. */
export function standingMarks({
  doc,
  selection: { from, to },
}: EditorState): readonly FoundMark[] {
  return noteMarksIn(doc).filter(
    ({ position }) => position < from || position >= to,
  );
}

/** The name of a mark inside one text. */
export function keyOfMark({ noteId, ref }: MarkAttributes): string {
  return `${noteId} ${ref}`;
}
