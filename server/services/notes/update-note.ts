import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type {
  NoteView,
  SourceAnchor,
  UpdateNoteInput,
} from "@/core/notes/note";
import { authorize } from "@/server/authorize";
import { insertActivity, type ActivityData } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import {
  updateNote as updateStored,
  updateNoteStatus,
} from "@/server/db/note-changes";
import { findNoteSeenBy, type NoteSeen } from "@/server/db/notes";
import { lockTexts } from "@/server/db/translations";
import { newId } from "@/server/ids";
import { anchorNote } from "./anchor-note";
import { announceNote, listDocumentsOf } from "./announce-notes";
import { findNoteFor } from "./find-note";

/**
 * Changes a note's kind, citations and place in the Chinese. A review belongs to what is printed: another kind or other
 * citations make a reviewed note a draft again, as other words do.
 */
export async function updateNote(
  actor: Actor,
  input: UpdateNoteInput,
): Promise<NoteView> {
  const known = await findNoteFor(actor, input.noteId);
  authorize("note.edit", known);
  const done = await transaction(async (db) => {
    // As typing does: the text first, the note after it.
    await lockTexts([known.note.textId], db);
    const seen = await findNoteSeenBy(known.note.id, actor.accountId, db);
    if (seen === null) throw new AppError("not_found", "not_found");
    authorize("note.edit", seen);
    if (seen.note.deletedAt !== null)
      throw new AppError("conflict", "note_deleted");
    const isChanged = await storeChange(actor, seen, input, db);
    if (!isChanged) return { note: seen.note, documentIds: [] };
    const after = await findNoteSeenBy(seen.note.id, actor.accountId, db);
    return {
      note: after?.note ?? seen.note,
      documentIds: await listDocumentsOf(seen.projectId, [seen.note], db),
    };
  });
  announceNote(done.documentIds, done.note);
  return done.note;
}

async function storeChange(
  actor: Actor,
  { note, projectId }: NoteSeen,
  input: UpdateNoteInput,
  db: Db,
): Promise<boolean> {
  const { accountId } = actor;
  const now = new Date();
  const kind = input.kind ?? note.kind;
  const citations = input.citations ?? note.citations;
  const anchor = await anchorAfter(note, input.anchor, db);
  const isReprinted = kind !== note.kind || !isSame(citations, note.citations);
  if (!isReprinted && isSame(anchor, note.anchor)) return false;
  await updateStored(note.id, { kind, citations, anchor, now }, db);
  const log = (action: string, data: ActivityData) =>
    insertActivity(
      { id: newId(), projectId, accountId, action, subjectId: note.id, data },
      db,
    );
  await log("note.edit", { kind, source: note.term?.source ?? null });
  if (!isReprinted || note.status === "draft") return true;
  await updateNoteStatus([note.id], { status: "draft", accountId, now }, db);
  await log("note.status", {
    from: "reviewed",
    to: "draft",
    byEditing: true,
  });
  return true;
}

async function anchorAfter(
  { anchor, documentId }: NoteView,
  wanted: UpdateNoteInput["anchor"],
  db: Db,
): Promise<SourceAnchor | null> {
  if (wanted === null) return anchor;
  if (wanted === "none") return null;
  // A term's note stands wherever the term does.
  if (documentId === null) throw new AppError("invalid", "note_anchor_gone");
  return anchorNote(documentId, wanted, db);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
