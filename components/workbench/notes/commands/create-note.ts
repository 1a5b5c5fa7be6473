import type { NoteKind, NoteView } from "@/core/notes/note";
import { makeAnchor } from "@/core/notes/anchor";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import { createNote } from "@/server/actions/notes";
import type { WorkbenchParts } from "@/components/workbench/workbench-context";
import { readSourceWords } from "@/components/workbench/notes/anchors/held-words";
import type { HeldWords } from "@/components/workbench/notes/store/note-desk";
import { ask } from "./ask";
import type { Result } from "./result";

/** Where a new note is to stand: on words of the Chinese, at the caret in the English, or both; null for neither. */
export type NewPlace = {
  readonly rowId: string;
  readonly words: HeldWords | null;
  readonly isInEnglish: boolean;
};

/** Finds where a note made now would stand. */
export function findNewPlace(parts: WorkbenchParts): NewPlace | null {
  const { rows, desk, editor, noteDesk } = parts;
  const { focusedId } = desk.get();
  const isInEnglish = editor.current?.isFocused() ?? false;
  const words =
    readSourceWords((id) => rows.row(id)) ?? noteDesk.get().held ?? null;
  if (isInEnglish && focusedId !== null) {
    const isSameRow = words?.rowId === focusedId;
    return { rowId: focusedId, words: isSameRow ? words : null, isInEnglish };
  }
  return words === null
    ? null
    : { rowId: words.rowId, words, isInEnglish: false };
}

/**
 * Makes a note: its mark and its card are there at once, the server hears of it behind that. Where it takes no note,
 * mark and card go again.
 */
export async function makeNote(
  parts: WorkbenchParts,
  id: string,
  place: NewPlace,
  kind: NoteKind,
): Promise<Result<NoteView>> {
  const { notes, noteDesk, editor, view } = parts;
  const mounted = editor.current;
  notes.put(pendingNote(parts, id, place, kind));
  if (place.isInEnglish) mounted?.insertNote(id);
  noteDesk.set({ held: null });
  const { words } = place;
  const at = words && {
    paragraphId: words.paragraphId,
    field: words.field,
    from: words.from,
    to: words.to,
  };
  const stored = await ask(
    createNote({ id, documentId: view.id, kind, anchor: at }),
  );
  if (stored.ok) {
    notes.put(stored.value);
    return stored;
  }
  if (place.isInEnglish) mounted?.removeNote(id);
  notes.drop(id);
  return stored;
}

/** A note as it is shown until the server has stored it. */
function pendingNote(
  { rows, viewer, view }: WorkbenchParts,
  id: string,
  { words }: NewPlace,
  kind: NoteKind,
): NoteView {
  const source = words === null ? "" : (rows.row(words.rowId)?.source ?? "");
  const now = new Date().toISOString();
  return {
    id,
    documentId: view.id,
    term: null,
    // Not known yet: what is typed until then waits in the card.
    textId: "",
    kind,
    status: "draft",
    body: EMPTY_RICH_TEXT,
    citations: [],
    anchor: words === null ? null : makeAnchor(source, words),
    author: { id: viewer.accountId, name: viewer.name },
    reviewer: null,
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
  };
}
