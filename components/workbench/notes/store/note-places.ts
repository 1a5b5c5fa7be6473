import { FIRST_USE_REF, markFirstUses } from "@/core/notes/first-uses";
import { marksOf } from "@/core/notes/marks";
import type { NotePlace, NoteView, RowMarks } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";

const NO_MARKS: readonly NotePlace[] = [];
const NO_ROWS: readonly string[] = [];

type FirstUseHere = { readonly noteId: string; readonly rendering: string };

/** Where the notes of a document stand in its English, row by row in the order of the document. */
export type NotePlaces = {
  readonly rows: () => readonly RowMarks[];
  readonly marksIn: (rowId: string) => readonly NotePlace[];
  readonly rowsOf: (noteId: string) => readonly string[];
  readonly isSet: (noteId: string) => boolean;
  readonly firstUsesIn: (rowId: string) => readonly FirstUseHere[];
  /** Reads the marks of a row's English; the rows whose marks changed by that. */
  readonly setTarget: (rowId: string, target: RichText) => readonly string[];
  readonly renew: (rows: readonly RowMarks[]) => void;
  /** Sorts the rows anew; tells whether their order changed. */
  readonly reorder: () => boolean;
};

/** Makes an empty set of places. */
export function createNotePlaces(
  indexOf: (rowId: string) => number,
  noteOf: (id: string) => NoteView | null,
): NotePlaces {
  let marks = new Map<string, readonly NotePlace[]>();
  let order: readonly string[] = [];
  let rowsOfNote: Map<string, readonly string[]> | null = null;
  let sorted: readonly RowMarks[] | null = null;

  const changed = () => {
    rowsOfNote = null;
    sorted = null;
  };
  // A row far below is not known until the summaries of all rows are here; what the server said of it is in order.
  const indexIn = (rowId: string) => {
    const index = indexOf(rowId);
    return index === -1 ? Number.MAX_SAFE_INTEGER : index;
  };
  const sort = () => {
    order = [...order].sort((one, other) => indexIn(one) - indexIn(other));
  };
  const put = (rowId: string, places: readonly NotePlace[]) => {
    const isNew = !marks.has(rowId);
    marks.set(rowId, places);
    if (isNew) {
      order = [...order, rowId];
      sort();
    }
    changed();
  };
  const marksIn = (rowId: string) => marks.get(rowId) ?? NO_MARKS;

  const rowsOf = (noteId: string) => {
    if (rowsOfNote === null) {
      const found = new Map<string, string[]>();
      for (const rowId of order)
        for (const id of new Set(marksIn(rowId).map((mark) => mark.noteId))) {
          const rows = found.get(id) ?? [];
          rows.push(rowId);
          found.set(id, rows);
        }
      rowsOfNote = found;
    }
    return rowsOfNote.get(noteId) ?? NO_ROWS;
  };
  const isSet = (noteId: string) =>
    rowsOf(noteId).some((rowId) =>
      marksIn(rowId).some((mark) => mark.noteId === noteId && !mark.isFirstUse),
    );
  const firstUsesIn = (rowId: string) =>
    marksIn(rowId).flatMap(({ noteId, isFirstUse }): FirstUseHere[] => {
      const rendering = noteOf(noteId)?.term?.target;
      return isFirstUse && rendering !== undefined
        ? [{ noteId, rendering }]
        : [];
    });

  /** A mark that somebody set takes the place of the one that stood by itself. */
  const yieldFirstUses = (rowId: string): readonly string[] => {
    const set = marksIn(rowId).filter(
      ({ noteId, isFirstUse }) => !isFirstUse && noteOf(noteId)?.term,
    );
    return set.flatMap(({ noteId }) =>
      rowsOf(noteId).filter((other) => {
        const kept = marksIn(other).filter(
          (mark) => mark.noteId !== noteId || !mark.isFirstUse,
        );
        if (kept.length === marksIn(other).length) return false;
        put(other, kept);
        return true;
      }),
    );
  };

  return {
    rows() {
      sorted ??= order.map((rowId) => ({ rowId, marks: marksIn(rowId) }));
      return sorted;
    },
    marksIn,
    rowsOf,
    isSet,
    firstUsesIn,

    setTarget(rowId, target) {
      const marked = markFirstUses(target, firstUsesIn(rowId));
      const next = marksOf(marked).map(({ noteId, ref }) => ({
        noteId,
        isFirstUse: ref === FIRST_USE_REF,
      }));
      if (isSame(marksIn(rowId), next)) return [];
      put(rowId, next);
      return [...new Set([rowId, ...yieldFirstUses(rowId)])];
    },

    renew(rows) {
      marks = new Map(rows.map((row) => [row.rowId, row.marks]));
      order = rows.map(({ rowId }) => rowId);
      sort();
      changed();
    },

    reorder() {
      const before = order;
      sort();
      changed();
      return before.some((rowId, index) => rowId !== order[index]);
    },
  };
}

function isSame(one: readonly NotePlace[], other: readonly NotePlace[]) {
  return (
    one.length === other.length &&
    one.every(
      ({ noteId, isFirstUse }, index) =>
        noteId === other[index]?.noteId &&
        isFirstUse === other[index]?.isFirstUse,
    )
  );
}
