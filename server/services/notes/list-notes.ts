import type { Actor } from "@/core/access/can";
import { markFirstUses } from "@/core/notes/first-uses";
import type { NotesView } from "@/core/notes/note";
import {
  listNoteItems,
  type NotedRow,
  type NoteListView,
} from "@/core/notes/note-list";
import { wordsAround } from "@/core/notes/note-places";
import { authorize } from "@/server/authorize";
import { listNotePlaceRows, type NotePlaceRow } from "@/server/db/note-places";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { viewNotes } from "./view-notes";

/** All notes of a document in the order of its text, each with the words around its place in both texts. */
export async function listNotes(
  actor: Actor,
  documentId: string,
): Promise<NoteListView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  const view = await viewNotes(actor, documentId);
  const rows = await listNotePlaceRows(
    document.versionId,
    view.rows.map(({ rowId }) => rowId),
  );
  return {
    documentId: document.id,
    projectId: document.projectId,
    title: document.title,
    items: listNoteItems(view, readRows(view, rows)),
    can: view.can,
  };
}

/** The words around the marks of each row, those of term notes at first use among them. */
function readRows(
  { notes, rows: marked }: NotesView,
  rows: readonly NotePlaceRow[],
): readonly NotedRow[] {
  const renderings = new Map(
    notes.map(({ id, term }) => [id, term?.target ?? ""]),
  );
  const uses = new Map(
    marked.map(({ rowId, marks }) => [
      rowId,
      marks
        .filter(({ isFirstUse }) => isFirstUse)
        .map(({ noteId }) => ({
          noteId,
          rendering: renderings.get(noteId) ?? "",
        })),
    ]),
  );
  return rows.map(({ target, ...row }) => ({
    ...row,
    around:
      target === null
        ? null
        : wordsAround(markFirstUses(target, uses.get(row.rowId) ?? [])),
  }));
}
