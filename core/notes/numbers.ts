import { isPublishedKind, type NoteView, type RowMarks } from "./note";

/**
 * The numbers of notes, 1..n by their first marks; rows stand in the order of print (core/documents/print-order). Doubts, deleted notes and marks of
 * notes that are not given have none.
 */
export function numberNotes(
  rows: readonly RowMarks[],
  notes: Iterable<Pick<NoteView, "id" | "kind" | "deletedAt">>,
): ReadonlyMap<string, number> {
  const numbered = new Set<string>();
  for (const { id, kind, deletedAt } of notes)
    if (deletedAt === null && isPublishedKind(kind)) numbered.add(id);
  const numbers = new Map<string, number>();
  for (const { marks } of rows) {
    for (const { noteId } of marks) {
      if (numbered.has(noteId) && !numbers.has(noteId))
        numbers.set(noteId, numbers.size + 1);
    }
  }
  return numbers;
}
