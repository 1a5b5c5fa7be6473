import type { Actor } from "@/core/access/can";
import type { RemoveNotesInput, RestoreNotesInput } from "@/core/notes/note";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import { setDeleted } from "@/server/db/note-changes";
import { findNoteSeenBy } from "@/server/db/notes";
import { lockTexts } from "@/server/db/translations";
import { newId } from "@/server/ids";
import { announceNote, announceNotes, listDocumentsOf } from "./announce-notes";
import { findHeadsFor } from "./find-note";

/** The notes that were really taken away, or brought back: what undoing it is about. */
type Changed = { readonly noteIds: readonly string[] };

/** Deletes notes, all or none; they can be brought back, and their marks in the English with them. */
export function removeNotes(
  actor: Actor,
  { noteIds }: RemoveNotesInput,
): Promise<Changed> {
  return change(actor, noteIds, "note.delete", new Date());
}

/** Brings deleted notes back, all or none. */
export function restoreNotes(
  actor: Actor,
  { noteIds }: RestoreNotesInput,
): Promise<Changed> {
  return change(actor, noteIds, "note.restore", null);
}

async function change(
  actor: Actor,
  noteIds: readonly string[],
  action: "note.delete" | "note.restore",
  deletedAt: Date | null,
): Promise<Changed> {
  const { accountId } = actor;
  const known = await findHeadsFor(actor, "note.edit", noteIds);
  const done = await transaction(async (db) => {
    // As typing does: the texts first, the notes after them.
    await lockTexts(
      known.heads.map(({ textId }) => textId),
      db,
    );
    const { projectId, heads } = await findHeadsFor(
      actor,
      "note.edit",
      noteIds,
      db,
    );
    const isOver = (isDeleted: boolean) => isDeleted === (deletedAt !== null);
    const moved = heads.filter(({ isDeleted }) => !isOver(isDeleted));
    if (moved.length === 0) return null;
    const ids = await setDeleted(
      moved.map(({ id }) => id),
      deletedAt,
      db,
    );
    const [only] = ids.length === 1 ? ids : [];
    await insertActivity(
      {
        id: newId(),
        projectId,
        accountId,
        action,
        subjectId: only ?? null,
        data: { count: ids.length },
      },
      db,
    );
    const seen = only ? await findNoteSeenBy(only, accountId, db) : null;
    const documentIds = await listDocumentsOf(projectId, moved, db);
    return { ids, documentIds, note: seen?.note ?? null };
  });
  if (done === null) return { noteIds: [] };
  if (done.note === null) announceNotes(done.documentIds);
  else announceNote(done.documentIds, done.note);
  return { noteIds: done.ids };
}
