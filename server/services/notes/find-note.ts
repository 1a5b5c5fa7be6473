import { z } from "zod";
import { can, type Actor } from "@/core/access/can";
import { AppError } from "@/core/errors";
import { authorize } from "@/server/authorize";
import type { Db } from "@/server/db/client";
import { listNoteHeads, type NoteHead } from "@/server/db/note-changes";
import { findNoteSeenBy, type NoteSeen } from "@/server/db/notes";

/** Finds a note that the actor may read; a deleted one is there only for those who could bring it back. */
export async function findNoteFor(
  actor: Actor,
  noteId: string,
): Promise<NoteSeen> {
  // Ids come from addresses, too: what is no id is the id of nothing.
  const seen = z.uuid().safeParse(noteId).success
    ? await findNoteSeenBy(noteId, actor.accountId)
    : null;
  if (seen === null) throw new AppError("not_found", "not_found");
  authorize("project.read", seen);
  if (seen.note.deletedAt !== null && !can("note.edit", seen))
    throw new AppError("not_found", "not_found");
  return seen;
}

/** Several notes of one project, ready to be changed together. */
export type NoteHeads = {
  readonly projectId: string;
  readonly heads: readonly NoteHead[];
};

/**
 * Finds all of these notes for a change that the actor may make to each. One that is not there or of another project
 * than the first refuses all of them.
 */
export async function findHeadsFor(
  actor: Actor,
  action: "note.edit" | "note.review",
  noteIds: readonly string[],
  db?: Db,
): Promise<NoteHeads> {
  const wanted = new Set(noteIds.map((id) => id.toLowerCase()));
  const heads = await listNoteHeads([...wanted], actor.accountId, db);
  const projectId = heads[0]?.projectId;
  for (const head of heads) authorize(action, head);
  if (
    projectId === undefined ||
    heads.length < wanted.size ||
    heads.some((head) => head.projectId !== projectId)
  )
    throw new AppError("not_found", "not_found");
  return { projectId, heads };
}
