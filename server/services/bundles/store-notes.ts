import type {
  Bundle,
  BundleExplanation,
  BundleNote,
} from "@/core/bundle/bundle";
import { AppError } from "@/core/errors";
import type { SourceAnchor } from "@/core/notes/note";
import { insertSuppressions } from "@/server/db/bundles";
import type { Db } from "@/server/db/client";
import { insertNotes, type NewNote } from "@/server/db/notes";
import { newId } from "@/server/ids";
import { prepareTerm } from "@/server/services/glossary/prepare-term";

/** Where a bundle is being stored, and under which ids. */
export type Place = {
  readonly projectId: string;
  readonly createdById: string | null;
  readonly fresh: (id: string) => string;
};

/** Stores the notes of a bundle's documents and terms, in their order; returns how many there are. */
export async function storeNotes(
  { documents, terms }: Bundle,
  { projectId, createdById, fresh }: Place,
  db: Db,
): Promise<number> {
  const own = documents.flatMap(({ id, notes }) =>
    notes.map((note) => ({
      ...prepareNote(note),
      documentId: fresh(id),
      anchor: moveAnchor(note, fresh),
    })),
  );
  const explanations = terms.flatMap(({ explanation, ...term }) => {
    if (explanation === null) return [];
    const { hash, source } = prepareTerm({ ...term, id: explanation.id });
    const note = prepareNote(explanation);
    return [{ ...note, termHash: hash, termSource: source }];
  });
  const notes = [...explanations, ...own];
  // The order of their making is all that is known of when they were made.
  const since = Date.now() - notes.length;
  const rows = notes.map((note, index): NewNote => ({
    ...note,
    id: fresh(note.id),
    createdById,
    createdAt: new Date(since + index),
  }));
  const stored = await insertNotes(projectId, rows, db);
  if (stored !== rows.length)
    throw new AppError("conflict", "bundle_repeats", {
      values: { what: rows.length - stored },
    });
  await insertSuppressions(
    documents.flatMap(({ id, suppressed }) =>
      suppressed.map((noteId) => ({
        documentId: fresh(id),
        noteId: fresh(noteId),
      })),
    ),
    db,
  );
  return rows.length;
}

function prepareNote({ id, kind, status, body, citations }: BundleExplanation) {
  return {
    id,
    textId: newId(),
    documentId: null,
    termHash: null,
    termSource: null,
    kind,
    status,
    body,
    citations,
    anchor: null,
  };
}

function moveAnchor(
  { anchor }: BundleNote,
  fresh: (id: string) => string,
): SourceAnchor | null {
  return anchor && { ...anchor, paragraphId: fresh(anchor.paragraphId) };
}
