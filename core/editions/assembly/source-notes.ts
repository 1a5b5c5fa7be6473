import { matchTerms } from "@/core/glossary/matcher";
import type { FirstUse } from "@/core/notes/first-uses";
import type { RowMarks } from "@/core/notes/note";
import type { SourceNote } from "@/core/editions/edition";
import type {
  EditionInput,
  EditionRow,
  GivenNote,
} from "@/core/editions/edition-input";

type Numbered = { readonly note: GivenNote; readonly number: number };
type Placed = SourceNote & { readonly rowId: string; readonly number: number };

/**
 * Finds where the numbers of notes stand in the Chinese, by row and in order: at the words that a note is anchored to; at
 * the first use of its term, or at the term in the row to which a translator has moved it.
 */
export function findSourceNotes(
  numbered: readonly Numbered[],
  rows: readonly EditionRow[],
  english: {
    readonly uses: readonly FirstUse[];
    readonly marks: readonly RowMarks[];
  },
  input: EditionInput,
): ReadonlyMap<string, readonly SourceNote[]> {
  const rowsById = new Map(rows.map((row) => [row.rowId, row]));
  const rowsByPlace = new Map(rows.map((row) => [placeOf(row), row]));
  const uses = new Map(english.uses.map((use) => [use.noteId, use]));
  const firstRows = new Map<string, string>();
  for (const { rowId, marks } of english.marks)
    for (const { noteId } of marks)
      if (!firstRows.has(noteId)) firstRows.set(noteId, rowId);

  const find = ({ note, number }: Numbered): Placed | null => {
    const { id: noteId, anchor, term } = note;
    const position = anchor?.position ?? null;
    if (anchor !== null && position !== null)
      return settle(
        rowsByPlace.get(placeOf(anchor)),
        noteId,
        number,
        position.from,
        position.to,
      );
    if (term === null) return null;
    const row = rowsById.get(firstRows.get(noteId) ?? "");
    const use =
      uses.get(noteId) ??
      matchTerms(input.matcher, row?.source ?? "").find(
        ({ termId }) => termId === term.id,
      );
    return use === undefined
      ? null
      : settle(row, noteId, number, use.from, use.to);
  };

  const found = numbered.flatMap((each): readonly Placed[] => {
    const placed = find(each);
    return placed === null ? [] : [placed];
  });
  const byRow = new Map<string, SourceNote[]>();
  for (const { rowId, noteId, from, to } of found.toSorted(
    (a, b) => a.to - b.to || a.number - b.number,
  )) {
    const row = byRow.get(rowId) ?? [];
    row.push({ noteId, from, to });
    byRow.set(rowId, row);
  }
  return byRow;
}

const placeOf = ({
  paragraphId,
  field,
}: {
  readonly paragraphId: string;
  readonly field: string;
}) => `${paragraphId} ${field}`;

/** A place in a row; null where the row is not printed or its text does not reach so far. */
function settle(
  row: EditionRow | undefined,
  noteId: string,
  number: number,
  from: number,
  to: number,
): Placed | null {
  if (row === undefined || from >= to || to > row.source.length) return null;
  // Behind a whole character, whatever a bundle may say.
  const cuts = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(
    row.source.slice(to - 1, to + 1),
  );
  const end = cuts ? to + 1 : to;
  return { rowId: row.rowId, noteId, number, from, to: end };
}
