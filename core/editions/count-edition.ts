import type { Edition, ExportView } from "./edition";

/**
 * Counts how much of an edition is ready. A paragraph with several fields counts once, and is as far as the least of
 * them; what no paragraph holds does not count.
 */
export function countEdition(edition: Edition): ExportView {
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
    unplacedNotes: 0,
    unreviewedNotes: edition.notes.filter(({ status }) => status === "draft")
      .length,
  };
}

/** Counts the paragraphs of an edition that have no English yet, or not all of it. */
export function countUntranslated(edition: Edition): number {
  return countEdition(edition).untranslated;
}
