import type { NoteView } from "@/core/notes/note";
import type { Db } from "@/server/db/client";
import type { NoteHead } from "@/server/db/note-changes";
import { listDocumentIds } from "@/server/db/terms";
import { liveServer } from "@/server/live";

type Place = Pick<NoteHead, "documentId">;

/** The documents in which notes stand: each note's own, and for a term's note all of the project. */
export async function listDocumentsOf(
  projectId: string,
  notes: readonly Place[],
  db: Db,
): Promise<readonly string[]> {
  const own = new Set<string>();
  for (const { documentId } of notes) {
    if (documentId === null) return listDocumentIds(projectId, db);
    own.add(documentId);
  }
  return [...own];
}

/** Tells everyone who has one of the documents open that a note was made or changed. */
export function announceNote(
  documentIds: readonly string[],
  note: NoteView,
): void {
  for (const documentId of documentIds)
    liveServer()?.announce(documentId, { type: "note", note });
}

/** Tells everyone who has one of the documents open that many notes changed. */
export function announceNotes(documentIds: readonly string[]): void {
  for (const documentId of documentIds)
    liveServer()?.announce(documentId, { type: "notes" });
}
