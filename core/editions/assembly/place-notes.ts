import type { FirstUse } from "@/core/notes/first-uses";
import { markFirstUses } from "@/core/notes/first-uses";
import { keepMarks, marksOf, withoutMarks } from "@/core/notes/marks";
import type { RowMarks } from "@/core/notes/note";
import { numberNotes } from "@/core/notes/numbers";
import type { RichText } from "@/core/text/rich-text";
import type { EditionNote, SourceNote } from "@/core/editions/edition";
import {
  isForReaders,
  type EditionInput,
  type EditionRow,
  type GivenNote,
  type TranslatedRow,
} from "@/core/editions/edition-input";
import { findFormUses, findNoteUses } from "./find-uses";
import type { FormUse } from "@/core/editions/forms";
import { findSourceNotes } from "./source-notes";

/** What notes and first uses make of the rows of a document. */
export type PlacedNotes = {
  /** The English by row, with marks of printed notes only. */
  readonly targets: ReadonlyMap<string, RichText>;
  /** The terms that a row uses first, by row. */
  readonly forms: ReadonlyMap<string, readonly FormUse[]>;
  /** The numbers in the Chinese by row. */
  readonly sourceNotes: ReadonlyMap<string, readonly SourceNote[]>;
  readonly notes: readonly EditionNote[];
};

/** Puts notes and first uses into rows, which stand in the order in which they are printed, and numbers the notes. */
export function placeNotes(
  rows: readonly EditionRow[],
  input: EditionInput,
): PlacedNotes {
  const forReaders = new Map(
    input.notes.filter(isForReaders).map((note) => [note.id, note]),
  );
  const translated = rows.flatMap(({ target, ...row }): TranslatedRow[] => {
    if (target === null) return [];
    const kept = keepMarks(target, ({ noteId }) => forReaders.has(noteId));
    return [{ ...row, target: kept }];
  });
  const explicit = new Set(
    translated.flatMap(({ target }) => noteIdsOf(target)),
  );
  const uses = findNoteUses(
    translated,
    [...forReaders.values()],
    explicit,
    input,
  );
  const { targets, marks } = writeMarks(translated, uses);
  const numbers = numberNotes(marks, forReaders.values());
  const numbered = [...numbers].flatMap(([id, number]) => {
    const note = forReaders.get(id);
    return note === undefined ? [] : [{ note, number }];
  });
  return {
    targets,
    forms: byRow(findFormUses(translated, input)),
    sourceNotes: findSourceNotes(numbered, rows, { uses, marks }, input),
    notes: numbered.map(editionNote),
  };
}

function writeMarks(rows: readonly TranslatedRow[], uses: readonly FirstUse[]) {
  const usesByRow = byRow(uses);
  const targets = new Map<string, RichText>();
  const marks: RowMarks[] = [];
  for (const { rowId, target } of rows) {
    const marked = markFirstUses(target, usesByRow.get(rowId) ?? []);
    const places = noteIdsOf(marked).map((noteId) => ({
      noteId,
      isFirstUse: false,
    }));
    if (places.length > 0) marks.push({ rowId, marks: places });
    targets.set(rowId, marked);
  }
  return { targets, marks };
}

function byRow<T extends { readonly rowId: string }>(
  uses: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const rows = new Map<string, T[]>();
  for (const use of uses) {
    const row = rows.get(use.rowId);
    if (row === undefined) rows.set(use.rowId, [use]);
    else row.push(use);
  }
  return rows;
}

const noteIdsOf = (target: RichText) =>
  marksOf(target).map(({ noteId }) => noteId);

function editionNote({
  note,
  number,
}: {
  readonly note: GivenNote;
  readonly number: number;
}): EditionNote {
  const { id, kind, status, body, citations } = note;
  if (kind === "doubt") throw new Error("A doubt is never published.");
  return { id, number, kind, status, body: withoutMarks(body), citations };
}
