import type { Edition, ExportView } from "./edition";
import { isForReaders, type GivenNote } from "./edition-input";

/** What an edition itself shows of its state: notes without a place are not in it. */
export type EditionCount = Omit<ExportView, "unplacedNotes">;

/**
 * Counts how much of an edition is ready. A paragraph with several fields counts once, and is as far as the least of
 * them; what no paragraph holds does not count.
 */
export function countEdition(edition: Edition): EditionCount {
  const parts = [edition.title, ...edition.metadata, ...edition.paragraphs];
  const all = new Set<number>();
  const untranslated = new Set<number>();
  const unapproved = new Set<number>();
  for (const { number, target, status } of parts) {
    if (number === null) continue;
    all.add(number);
    if (target === null) untranslated.add(number);
    else if (status !== "approved") unapproved.add(number);
  }
  for (const number of untranslated) unapproved.delete(number);
  return {
    paragraphs: all.size,
    untranslated: untranslated.size,
    unapproved: unapproved.size,
    notes: edition.notes.length,
    unreviewedNotes: edition.notes.filter(isDraft).length,
  };
}

const isDraft = ({ status }: Pick<GivenNote, "status">) => status === "draft";

/** The notes of a document that its edition has no place for: no mark in the English leads to them. */
export function listUnplaced<N extends GivenNote>(
  edition: Edition,
  notes: readonly N[],
): readonly N[] {
  const printed = new Set(edition.notes.map(({ id }) => id));
  // The note of a term that the document does not use is not missing.
  return notes.filter(
    (note) => isForReaders(note) && note.term === null && !printed.has(note.id),
  );
}

/** Counts how much of an edition is ready, with the notes of its document that it leaves out. */
export function countExport(
  edition: Edition,
  notes: readonly GivenNote[],
): ExportView {
  const count = countEdition(edition);
  const unplaced = listUnplaced(edition, notes);
  return {
    ...count,
    notes: count.notes + unplaced.length,
    unplacedNotes: unplaced.length,
    unreviewedNotes: count.unreviewedNotes + unplaced.filter(isDraft).length,
  };
}

/** Counts the paragraphs of an edition that have no English yet, or not all of it. */
export function countUntranslated(edition: Edition): number {
  return countEdition(edition).untranslated;
}
