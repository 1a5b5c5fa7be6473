import { marksOf, withoutMarks } from "@/core/notes/marks";
import type { EditionRemark } from "@/core/editions/edition";
import type { EditionInput } from "@/core/editions/edition-input";
import type { Parts } from "./list-parts";

/** Stands for an author who is not known. */
const UNKNOWN = "Unknown";

/**
 * Lists what the team has to say to itself: doubts that stand somewhere, by their place in the Chinese, else by their
 * first mark in the English; in the order of the document.
 */
export function listRemarks(
  { rows, numbers }: Parts,
  { notes, asOf }: EditionInput,
): readonly EditionRemark[] {
  const byPlace = new Map(
    rows.map(({ paragraphId, field, rowId }) => [
      `${paragraphId} ${field}`,
      numbers.get(rowId) ?? null,
    ]),
  );
  const byMark = new Map<string, number>();
  for (const { rowId, target } of rows) {
    const number = numbers.get(rowId);
    if (target === null || number === undefined) continue;
    for (const { noteId } of marksOf(target))
      if (!byMark.has(noteId)) byMark.set(noteId, number);
  }
  return notes
    .flatMap((note): readonly EditionRemark[] => {
      const { id, kind, deletedAt, anchor, author, body, createdAt } = note;
      if (kind !== "doubt" || deletedAt !== null) return [];
      const anchored =
        anchor === null
          ? null
          : byPlace.get(`${anchor.paragraphId} ${anchor.field}`);
      const number = anchored ?? byMark.get(id) ?? null;
      if (number === null) return [];
      return [
        {
          id,
          number,
          author: author?.name ?? UNKNOWN,
          date: isMoment(createdAt) ? createdAt : asOf,
          body: withoutMarks(body),
        },
      ];
    })
    .toSorted((a, b) => a.number - b.number || (a.date < b.date ? -1 : 1));
}

const isMoment = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text);
