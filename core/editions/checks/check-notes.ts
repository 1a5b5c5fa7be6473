import { marksOf } from "@/core/notes/marks";
import { isEmptyRichText, plainText } from "@/core/text/rich-text";
import { listUnplaced } from "@/core/editions/count-edition";
import type { Edition, EditionNote } from "@/core/editions/edition";
import type { EditionInput } from "@/core/editions/edition-input";
import type { Finding } from "@/core/editions/finding";
import { beginningOf, finding, type CheckedRow } from "./found";

/** Finds notes for readers that have no place, no words, or no review; `rows` are the parts of the edition in order. */
export function checkNotes(
  rows: readonly CheckedRow[],
  { notes }: Pick<EditionInput, "notes">,
  edition: Edition,
): readonly Finding[] {
  const byPlace = new Map(
    rows.map((row) => [`${row.paragraphId} ${row.field}`, row]),
  );
  const unplaced = listUnplaced(edition, notes).map((note) => {
    const { id, anchor } = note;
    const row =
      anchor === null
        ? undefined
        : byPlace.get(`${anchor.paragraphId} ${anchor.field}`);
    return finding("unplaced_note", row ?? null, quote(note), id);
  });
  const first = firstRows(rows, edition);
  const printed = edition.notes.flatMap((note): readonly Finding[] => {
    const row = first.get(note.id) ?? null;
    if (isUnwritten(note))
      return [finding("unwritten_note", row, String(note.number), note.id)];
    return note.status === "draft"
      ? [finding("unreviewed_note", row, quote(note), note.id)]
      : [];
  });
  return [...unplaced, ...printed];
}

const isUnwritten = ({ body, citations }: EditionNote) =>
  isEmptyRichText(body) && citations.length === 0;

const quote = ({ body }: Pick<EditionNote, "body">) =>
  beginningOf(plainText(body));

/** The rows in which notes have their first marks, those at first uses of terms too. */
function firstRows(
  rows: readonly CheckedRow[],
  { title, metadata, paragraphs }: Edition,
): ReadonlyMap<string, CheckedRow> {
  // What was typed in at import is no part of the document; all else stands in the order of its rows.
  const printed = [title, ...metadata, ...paragraphs].filter(
    ({ number }) => number !== null,
  );
  const first = new Map<string, CheckedRow>();
  for (const [index, { target }] of printed.entries()) {
    const row = rows[index];
    if (row === undefined || target === null) continue;
    for (const { noteId } of marksOf(target))
      if (!first.has(noteId)) first.set(noteId, row);
  }
  return first;
}
