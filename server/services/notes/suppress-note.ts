import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { SuppressNoteInput } from "@/core/notes/note";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction } from "@/server/db/client";
import { lockNotesOf } from "@/server/db/note-changes";
import { holdProject } from "@/server/db/projects";
import { setSuppressed } from "@/server/db/term-notes";
import { newId } from "@/server/ids";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { announceNotes } from "./announce-notes";
import { findNoteFor } from "./find-note";

/** Says whether a document wants the note of a term at the term's first use. */
export async function suppressNote(
  actor: Actor,
  { documentId, noteId, suppressed }: SuppressNoteInput,
): Promise<void> {
  const document = await findDocumentFor(actor, documentId);
  authorize("note.edit", document);
  const { note, projectId } = await findNoteFor(actor, noteId);
  if (projectId !== document.projectId || note.term === null)
    throw new AppError("not_found", "not_found");
  const { source } = note.term;
  const isChanged = await transaction(async (db) => {
    await holdProject(projectId, db);
    // Under the lock it is still there, or it is not.
    if ((await lockNotesOf(document.id, db)) === null)
      throw new AppError("not_found", "not_found");
    const place = { documentId: document.id, noteId: note.id };
    if (!(await setSuppressed(place, suppressed, db))) return false;
    await insertActivity(
      {
        id: newId(),
        projectId,
        accountId: actor.accountId,
        action: suppressed ? "note.suppress" : "note.admit",
        subjectId: note.id,
        data: { source, title: document.title },
      },
      db,
    );
    return true;
  });
  if (isChanged) announceNotes([document.id]);
}
