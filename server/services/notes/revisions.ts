import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { withoutMarks } from "@/core/notes/marks";
import type { RestoreRevisionInput, RevisionView } from "@/core/notes/note";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import {
  findTextRevision,
  listTextRevisions,
} from "@/server/db/text-revisions";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import { findNoteFor } from "./find-note";

/** How many kept states of a note's text are shown. */
const SHOWN = 100;

/** The kept states of a note's text, newest first. */
export async function listRevisions(
  actor: Actor,
  noteId: string,
): Promise<readonly RevisionView[]> {
  const { note } = await findNoteFor(actor, noteId);
  return listTextRevisions(note.textId, SHOWN);
}

/** Makes a kept state the note's text again, through the live text, so that whoever writes in it sees it. */
export async function restoreRevision(
  actor: Actor,
  { noteId, revisionId }: RestoreRevisionInput,
): Promise<void> {
  const { note, projectId, ...seen } = await findNoteFor(actor, noteId);
  authorize("note.edit", seen);
  if (note.deletedAt !== null) throw new AppError("conflict", "note_deleted");
  const kept = await findTextRevision(note.textId, revisionId);
  if (kept === null) throw new AppError("not_found", "not_found");
  const live = liveServer();
  // Live text is written where it lives; nowhere else is there one.
  if (live === null) throw new AppError("unavailable", "live_unavailable");
  await live.write(note.textId, withoutMarks(kept), actor.accountId);
  await insertActivity({
    id: newId(),
    projectId,
    accountId: actor.accountId,
    action: "note.revert",
    subjectId: note.id,
    data: { source: note.term?.source ?? null },
  });
}
