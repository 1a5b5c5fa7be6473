import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { ExplainTermInput, NoteView } from "@/core/notes/note";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import type { Db } from "@/server/db/client";
import { setDeleted } from "@/server/db/note-changes";
import { findNoteSeenBy, insertNotes } from "@/server/db/notes";
import { findTermKey, findTermNote } from "@/server/db/term-notes";
import { findTermSeenBy, listDocumentIds } from "@/server/db/terms";
import { newId } from "@/server/ids";
import { changeGlossary } from "@/server/services/glossary/change-glossary";
import { announceNote } from "./announce-notes";

/** The note that explains a term at first use: the one that is there, one that was deleted, or else a new one. */
export async function explainTerm(
  actor: Actor,
  { termId }: ExplainTermInput,
): Promise<NoteView> {
  const term = await findTermSeenBy(termId, actor.accountId);
  if (term === null) throw new AppError("not_found", "not_found");
  authorize("note.edit", term);
  const { projectId } = term;
  const known = await findPresent(actor, termId, projectId);
  if (known !== null) return known;
  const done = await changeGlossary(actor, projectId, async (db) => {
    const made = await makeNote(actor, termId, projectId, db);
    const seen = await findNoteSeenBy(made.id, actor.accountId, db);
    if (seen === null) throw new AppError("not_found", "not_found");
    const documentIds = await listDocumentIds(projectId, db);
    return {
      value: { note: seen.note, documentIds },
      activity: {
        action: made.action,
        subjectId: made.id,
        data: { kind: seen.note.kind, source: term.source },
      },
    };
  });
  announceNote(done.documentIds, done.note);
  return done.note;
}

async function findPresent(
  actor: Actor,
  termId: string,
  projectId: string,
): Promise<NoteView | null> {
  const key = await findTermKey(termId);
  const note = key && (await findTermNote(projectId, key.hash));
  if (note === null || note.isDeleted) return null;
  return (await findNoteSeenBy(note.id, actor.accountId))?.note ?? null;
}

async function makeNote(
  actor: Actor,
  termId: string,
  projectId: string,
  db: Db,
) {
  // Read again: now the glossary, and with it the term's hash, is ours until this is done.
  const key = await findTermKey(termId, db);
  if (key === null) throw new AppError("not_found", "not_found");
  const known = await findTermNote(projectId, key.hash, db);
  if (known !== null) {
    await setDeleted([known.id], null, db);
    return { id: known.id, action: "note.restore" as const };
  }
  const id = newId();
  const note = {
    id,
    textId: newId(),
    documentId: null,
    termHash: key.hash,
    termSource: key.source,
    kind: "term" as const,
    status: "draft" as const,
    body: EMPTY_RICH_TEXT,
    anchor: null,
    citations: [],
    createdById: actor.accountId,
    createdAt: new Date(),
  };
  await insertNotes(projectId, [note], db);
  return { id, action: "note.add" as const };
}
