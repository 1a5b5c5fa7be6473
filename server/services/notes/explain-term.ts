import type { Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import type { ExplainTermInput, NoteView } from "@/core/notes/note";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import { setDeleted } from "@/server/db/note-changes";
import { findNoteSeenBy, insertNotes } from "@/server/db/notes";
import { holdProject } from "@/server/db/projects";
import { findTermNote, lockTermKey } from "@/server/db/term-notes";
import { findTermSeenBy, listDocumentIds } from "@/server/db/terms";
import { newId } from "@/server/ids";
import { announceNote } from "./announce-notes";

/** The note that explains a term at first use: the one that is there, one that was deleted, or else a new one. */
export async function explainTerm(
  actor: Actor,
  { termId }: ExplainTermInput,
): Promise<NoteView> {
  const { accountId } = actor;
  const term = await findTermSeenBy(termId, accountId);
  if (term === null) throw new AppError("not_found", "not_found");
  authorize("note.edit", term);
  const { projectId, source } = term;
  const done = await transaction(async (db) => {
    await holdProject(projectId, db);
    const { id, action } = await settleNote(actor, termId, projectId, db);
    const seen = await findNoteSeenBy(id, accountId, db);
    if (seen === null) throw new AppError("not_found", "not_found");
    const { note } = seen;
    if (action === null) return { note, documentIds: [] };
    const data = { kind: note.kind, source, count: 1 };
    await insertActivity(
      { id: newId(), projectId, accountId, action, subjectId: id, data },
      db,
    );
    return { note, documentIds: await listDocumentIds(projectId, db) };
  });
  announceNote(done.documentIds, done.note);
  return done.note;
}

type Settled = {
  readonly id: string;
  /** What had to be done for it; null where it was there. */
  readonly action: "note.add" | "note.restore" | null;
};

async function settleNote(
  { accountId }: Actor,
  termId: string,
  projectId: string,
  db: Db,
): Promise<Settled> {
  const key = await lockTermKey(termId, db);
  if (key === null) throw new AppError("not_found", "not_found");
  const note = {
    id: newId(),
    textId: newId(),
    documentId: null,
    termHash: key.hash,
    termSource: key.source,
    kind: "term" as const,
    status: "draft" as const,
    body: EMPTY_RICH_TEXT,
    anchor: null,
    citations: [],
    createdById: accountId,
    createdAt: new Date(),
  };
  // Of several who ask at once one makes it; the others wait here and find it.
  if ((await insertNotes(projectId, [note], db)) === 1)
    return { id: note.id, action: "note.add" };
  const known = await findTermNote(projectId, key.hash, db);
  if (known === null) throw new AppError("not_found", "not_found");
  const restored = await setDeleted([known.id], null, db);
  const action = restored.length === 1 ? "note.restore" : null;
  return { id: known.id, action };
}
