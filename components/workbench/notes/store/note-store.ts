import type { NotePlace, NotesView, NoteView } from "@/core/notes/note";
import { numberNotes } from "@/core/notes/numbers";
import type { RichText } from "@/core/text/rich-text";
import {
  createValueStore,
  type ValueStore,
} from "@/components/workbench/state/value-store";
import { createListeners } from "./listeners";
import { createNotePlaces } from "./note-places";

/** What is asked of notes by rows: which paragraph, and which field of it. */
export type RowPlace = {
  readonly id: string;
  readonly paragraphId: string;
  readonly field: string;
};

export type NotesState = {
  readonly isReady: boolean;
  readonly failed: boolean;
  /** Term notes that this document does not want. */
  readonly suppressed: ReadonlySet<string>;
};

/** What of a note may change without its places: what its card shows. */
export type NoteChange = Partial<
  Pick<NoteView, "body" | "status" | "updatedAt" | "deletedAt">
>;

/**
 * The notes of a document outside React. A change tells those whom it concerns: who shows the note, its number, the
 * row or the Chinese it stands in.
 */
export type NoteStore = {
  readonly state: ValueStore<NotesState>;
  readonly note: (id: string) => NoteView | null;
  /** The note of a term of the glossary. */
  readonly noteOfTerm: (termId: string) => NoteView | null;
  readonly all: () => Iterable<NoteView>;
  /** What is drawn for a mark: the number, "?" for a doubt, or null for nothing. */
  readonly look: (id: string) => string | null;
  /** The marks of a row's English, in order. */
  readonly marksIn: (rowId: string) => readonly NotePlace[];
  /** The rows in whose English a note stands, in order. */
  readonly rowsOf: (id: string) => readonly string[];
  /** Whether somebody set a mark of it; false for one that stands at first use by itself. */
  readonly isSet: (id: string) => boolean;
  /** Term notes that stand in a row by themselves, with the renderings that carry them. */
  readonly firstUsesIn: (rowId: string) => readonly FirstUseHere[];
  /** The notes on words of a row's Chinese. */
  readonly anchoredIn: (row: RowPlace) => readonly AnchoredNote[];
  /** All notes of a row, in order: as they stand in the English, then those that only the Chinese has. */
  readonly notesOf: (row: RowPlace) => readonly string[];
  readonly put: (note: NoteView) => void;
  readonly change: (id: string, change: NoteChange) => void;
  /** Takes out a note that was never stored. */
  readonly drop: (id: string) => void;
  /** Takes the marks of a row's English as it is now; tells whether any changed. */
  readonly setTarget: (rowId: string, target: RichText) => boolean;
  readonly renew: (view: NotesView) => void;
  /** Sorts anew once the order of all rows is known. */
  readonly reorder: () => void;
  /** Follows a note, its look (`look:`), a row's marks (`row:`), or the notes on a paragraph (`anchor:`); `all` and `looks` for any of them. */
  readonly subscribe: (key: string, listener: () => void) => () => void;
};

export type AnchoredNote = Pick<NoteView, "id" | "anchor">;

export type FirstUseHere = {
  readonly noteId: string;
  readonly rendering: string;
};

/** What one follows to know of a change; see `subscribe`. */
export const noteKey = (id: string) => `note:${id}`;
export const lookKey = (id: string) => `look:${id}`;
export const rowKey = (rowId: string) => `row:${rowId}`;
export const anchorKey = (row: Omit<RowPlace, "id">) =>
  `anchor:${row.paragraphId}/${row.field}`;

const NONE: readonly AnchoredNote[] = [];

/** Makes the store of a document's notes; `indexOf` is the place of a row in print, -1 while it is not known. */
export function createNoteStore(indexOf: (rowId: string) => number): NoteStore {
  const state = createValueStore<NotesState>({
    isReady: false,
    failed: false,
    suppressed: new Set(),
  });
  const listeners = createListeners();
  let notes = new Map<string, NoteView>();
  let ofTerms = new Map<string, string>();
  let anchored = new Map<string, AnchoredNote[]>();
  let numbers: ReadonlyMap<string, number> = new Map();
  const places = createNotePlaces(indexOf, (id) => notes.get(id) ?? null);

  const look = (id: string): string | null => {
    const note = notes.get(id);
    if (note === undefined || note.deletedAt !== null) return null;
    if (note.kind === "doubt") return "?";
    return numbers.get(id)?.toString() ?? null;
  };

  /** Numbers all notes anew and tells those whose look is another now. */
  const number = (changed: readonly string[] = []) => {
    const before = numbers;
    numbers = numberNotes(places.rows(), notes.values());
    listeners.tellWhere("look:", (id) => numbers.get(id) !== before.get(id));
    for (const id of changed) listeners.tell(lookKey(id));
    listeners.tell("looks");
  };

  const index = () => {
    anchored = new Map();
    ofTerms = new Map();
    for (const { id, anchor, term, deletedAt } of notes.values()) {
      if (deletedAt !== null) continue;
      if (term !== null && term.id !== null) ofTerms.set(term.id, id);
      if (anchor === null) continue;
      const key = anchorKey(anchor);
      const here = anchored.get(key) ?? [];
      here.push({ id, anchor });
      anchored.set(key, here);
    }
  };

  const put = (note: NoteView) => {
    const before = notes.get(note.id);
    notes.set(note.id, note);
    const isElsewhere =
      JSON.stringify(before?.anchor) !== JSON.stringify(note.anchor);
    const isOther =
      before === undefined ||
      before.kind !== note.kind ||
      before.term?.id !== note.term?.id ||
      before.deletedAt !== note.deletedAt;
    if (isElsewhere || isOther) {
      index();
      for (const anchor of [before?.anchor, note.anchor])
        if (anchor) listeners.tell(anchorKey(anchor));
    }
    if (isOther) {
      number([note.id]);
      for (const rowId of places.rowsOf(note.id)) listeners.tell(rowKey(rowId));
    }
    listeners.tell(noteKey(note.id));
    listeners.tell("all");
  };

  return {
    state,
    look,
    note: (id) => notes.get(id) ?? null,
    noteOfTerm: (termId) => notes.get(ofTerms.get(termId) ?? "") ?? null,
    all: () => notes.values(),
    marksIn: places.marksIn,
    rowsOf: places.rowsOf,
    isSet: places.isSet,
    firstUsesIn: places.firstUsesIn,
    anchoredIn: (row) => anchored.get(anchorKey(row)) ?? NONE,

    notesOf(row) {
      const isHere = (id: string) => notes.get(id)?.deletedAt === null;
      const marked = places.marksIn(row.id).map(({ noteId }) => noteId);
      const inChinese = [...(anchored.get(anchorKey(row)) ?? NONE)]
        .sort((one, other) => startOf(one) - startOf(other))
        .map(({ id }) => id);
      return [...new Set([...marked, ...inChinese])].filter(isHere);
    },

    put,
    change(id, change) {
      const note = notes.get(id);
      if (note !== undefined) put({ ...note, ...change });
    },
    drop(id) {
      const note = notes.get(id);
      if (!notes.delete(id)) return;
      index();
      number([id]);
      if (note?.anchor) listeners.tell(anchorKey(note.anchor));
      for (const rowId of places.rowsOf(id)) listeners.tell(rowKey(rowId));
      listeners.tell(noteKey(id));
      listeners.tell("all");
    },

    setTarget(rowId, target) {
      const changed = places.setTarget(rowId, target);
      if (changed.length === 0) return false;
      number();
      for (const id of changed) listeners.tell(rowKey(id));
      listeners.tell("all");
      return true;
    },

    renew(view) {
      notes = new Map(view.notes.map((note) => [note.id, note]));
      places.renew(view.rows);
      index();
      numbers = numberNotes(places.rows(), notes.values());
      state.set({
        isReady: true,
        failed: false,
        suppressed: new Set(view.suppressed),
      });
      listeners.tellAll();
    },

    reorder() {
      if (places.reorder()) number();
    },

    subscribe: listeners.subscribe,
  };
}

function startOf({ anchor }: AnchoredNote): number {
  return anchor?.position?.from ?? 0;
}
