import { can, type Actor } from "@/core/access/can";
import { matcherFor, sharedMatcher } from "@/core/glossary/matcher";
import {
  FIRST_USE_REF,
  findFirstUses,
  markFirstUses,
} from "@/core/notes/first-uses";
import { marksOf } from "@/core/notes/marks";
import type { NotesView, RowMarks } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import type { DocumentSeen } from "@/server/db/documents";
import { listMarkedRows, listNotes, type MarkedRow } from "@/server/db/notes";
import {
  listNotedTerms,
  listRunningRows,
  listSuppressed,
} from "@/server/db/term-notes";
import { listTerms } from "@/server/db/terms";
import { findDocumentFor } from "@/server/services/documents/find-document";

/** All notes of a document and of its project's terms, with their places in the English. */
export async function viewNotes(
  actor: Actor,
  documentId: string,
): Promise<NotesView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  const [notes, marked, suppressed] = await Promise.all([
    listNotes({ documentId: document.id }),
    listMarkedRows(document.versionId),
    listSuppressed(document.id),
  ]);
  const canEdit = can("note.edit", document);
  return {
    documentId: document.id,
    projectId: document.projectId,
    // Deleted notes are there for those who can bring them back.
    notes: canEdit
      ? notes
      : notes.filter(({ deletedAt }) => deletedAt === null),
    rows: notes.some(({ term }) => term !== null)
      ? await placeTermNotes(document, marked, suppressed)
      : marked.map(viewRow),
    suppressed,
    can: { edit: canEdit, review: can("note.review", document) },
  };
}

/** The rows with marks, those that term notes have at first use among them. */
async function placeTermNotes(
  document: DocumentSeen,
  marked: readonly MarkedRow[],
  suppressed: readonly string[],
): Promise<readonly RowMarks[]> {
  const terms = await listNotedTerms(document.projectId);
  if (terms.length === 0) return marked.map(viewRow);
  const key = `${document.projectId}:${document.glossaryVersion}`;
  const [running, matcher] = await Promise.all([
    listRunningRows(document.versionId),
    sharedMatcher(key) ??
      listTerms(document.projectId).then((all) => matcherFor(key, all)),
  ]);
  const uses = findFirstUses({
    rows: running,
    terms,
    matcher,
    explicit: new Set(marked.flatMap(({ noteIds }) => noteIds)),
    suppressed: new Set(suppressed),
  });
  if (uses.length === 0) return marked.map(viewRow);
  const used = new Set(uses.map(({ rowId }) => rowId));
  const texts = new Map<string, RichText>();
  for (const { rowId, target } of running) {
    if (!used.has(rowId)) continue;
    const here = uses.filter((use) => use.rowId === rowId);
    texts.set(rowId, markFirstUses(target, here));
  }
  const rows = await listMarkedRows(document.versionId, [...used]);
  return rows.map((row) => {
    const text = texts.get(row.rowId);
    return text === undefined ? viewRow(row) : viewText(row.rowId, text);
  });
}

function viewRow({ rowId, noteIds }: MarkedRow): RowMarks {
  return {
    rowId,
    marks: noteIds.map((noteId) => ({ noteId, isFirstUse: false })),
  };
}

function viewText(rowId: string, text: RichText): RowMarks {
  return {
    rowId,
    marks: marksOf(text).map(({ noteId, ref }) => ({
      noteId,
      isFirstUse: ref === FIRST_USE_REF,
    })),
  };
}
