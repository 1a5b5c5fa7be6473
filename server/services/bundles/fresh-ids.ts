import type { Bundle } from "@/core/bundle/bundle";
import { listTakenDocumentIds, lockIds } from "@/server/db/bundles";
import type { Db } from "@/server/db/client";
import { listTakenNoteIds } from "@/server/db/notes";
import { listTakenParagraphIds } from "@/server/db/paragraphs";
import { newId } from "@/server/ids";

/**
 * Decides under which ids a bundle's documents, paragraphs and notes are stored: ids that are free are kept, and what
 * exists already, in whichever project, is left alone and its copy gets a new id. No other copy of the bundle is stored
 * until the transaction ends.
 */
export async function freshIds(
  { documents, terms }: Bundle,
  db: Db,
): Promise<(id: string) => string> {
  const documentIds = documents.map(({ id }) => id);
  const noteIds = [
    ...documents.flatMap(({ notes }) => notes.map(({ id }) => id)),
    ...terms.flatMap(({ explanation }) =>
      explanation === null ? [] : [explanation.id],
    ),
  ];
  const paragraphIds = documents.flatMap(({ paragraphs }) =>
    paragraphs.map(({ id }) => id),
  );
  await lockIds([...documentIds, ...noteIds], db);
  const taken = [
    ...(await listTakenDocumentIds(documentIds, db)),
    ...(await listTakenParagraphIds(paragraphIds, db)),
    ...(await listTakenNoteIds(noteIds, db)),
  ];
  const fresh = new Map(taken.map((id) => [id, newId()]));
  return (id) => fresh.get(id) ?? id;
}
