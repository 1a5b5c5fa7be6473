import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { ReviewNotesInput } from "@/core/notes/note";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import { updateNoteStatus } from "@/server/db/note-changes";
import { findNoteSeenBy } from "@/server/db/notes";
import { lockTexts } from "@/server/db/translations";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import { announceNote, announceNotes, listDocumentsOf } from "./announce-notes";
import { findHeadsFor } from "./find-note";

/**
 * Gives notes the status that a reviewer decided, all or none; what was typed just before counts. One that has no words
 * or is deleted refuses all of them. Returns how many changed.
 */
export async function reviewNotes(
  actor: Actor,
  { noteIds, status }: ReviewNotesInput,
): Promise<{ readonly changed: number }> {
  const { accountId } = actor;
  const known = await findHeadsFor(actor, "note.review", noteIds);
  const textIds = known.heads.map(({ textId }) => textId);
  await liveServer()?.flush(textIds);
  const done = await transaction(async (db) => {
    await lockTexts(textIds, db);
    // Read again: now nobody types into them, and what was stored meanwhile is seen.
    const { heads, projectId } = await findHeadsFor(
      actor,
      "note.review",
      noteIds,
      db,
    );
    if (heads.some(({ isDeleted }) => isDeleted))
      throw new AppError("conflict", "note_deleted");
    if (status === "reviewed" && heads.some(({ isEmpty }) => isEmpty))
      throw new AppError("invalid", "note_empty");
    const moved = heads.filter((head) => head.status !== status);
    const ids = moved.map(({ id }) => id);
    const [only] = ids.length === 1 ? ids : [];
    const documentIds = await listDocumentsOf(projectId, moved, db);
    if (ids.length === 0) return { changed: 0, documentIds, note: null };
    await updateNoteStatus(ids, { status, accountId, now: new Date() }, db);
    await insertActivity(
      {
        id: newId(),
        projectId,
        accountId,
        action: "note.status",
        subjectId: only ?? null,
        data: { count: ids.length, to: status },
      },
      db,
    );
    const seen = only ? await findNoteSeenBy(only, accountId, db) : null;
    return { changed: ids.length, documentIds, note: seen?.note ?? null };
  });
  if (done.note === null) announceNotes(done.documentIds);
  else announceNote(done.documentIds, done.note);
  return { changed: done.changed };
}
