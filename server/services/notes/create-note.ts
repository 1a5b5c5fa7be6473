import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import {
  MAX_NOTES,
  type CreateNoteInput,
  type NoteView,
} from "@/core/notes/note";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import type { DocumentSeen } from "@/server/db/documents";
import { lockNotesOf } from "@/server/db/note-changes";
import { findNoteSeenBy, insertNotes } from "@/server/db/notes";
import { holdProject } from "@/server/db/projects";
import { newId } from "@/server/ids";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { anchorNote } from "./anchor-note";
import { announceNote } from "./announce-notes";

/** Makes an empty note of a document. Its id comes from the screen; one that is taken is a `conflict`. */
export async function createNote(
  actor: Actor,
  input: CreateNoteInput,
): Promise<NoteView> {
  const document = await findDocumentFor(actor, input.documentId);
  authorize("note.edit", document);
  await countAttempt(LIMITS.createNote, actor.accountId);
  const note = await transaction(async (db) => {
    await storeNote(actor, document, input, db);
    await insertActivity(
      {
        id: newId(),
        projectId: document.projectId,
        accountId: actor.accountId,
        action: "note.add",
        subjectId: input.id,
        data: { kind: input.kind },
      },
      db,
    );
    return (await findNoteSeenBy(input.id, actor.accountId, db))?.note;
  });
  if (note === undefined) throw new AppError("not_found", "not_found");
  announceNote([document.id], note);
  return note;
}

async function storeNote(
  actor: Actor,
  document: DocumentSeen,
  { id, kind, anchor }: CreateNoteInput,
  db: Db,
): Promise<void> {
  const { id: documentId, projectId } = document;
  await holdProject(projectId, db);
  const count = await lockNotesOf(documentId, db);
  if (count === null) throw new AppError("not_found", "not_found");
  if (count >= MAX_NOTES)
    throw new AppError("too_large", "notes_full", {
      values: { max: MAX_NOTES },
    });
  const note = {
    id,
    textId: newId(),
    documentId,
    termHash: null,
    termSource: null,
    kind,
    status: "draft" as const,
    body: EMPTY_RICH_TEXT,
    anchor: anchor && (await anchorNote(documentId, anchor, db)),
    citations: [],
    createdById: actor.accountId,
    createdAt: new Date(),
  };
  // Whose note has this id already is nobody's business: the answer is the same for all.
  if ((await insertNotes(projectId, [note], db)) === 0)
    throw new AppError("conflict", "note_exists");
}
