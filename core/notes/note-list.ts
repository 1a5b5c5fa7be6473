import { plainText } from "@/core/text/rich-text";
import type { NoteKind, NoteStatus, NotesView, NoteView } from "./note";
import { firstWords, lastWords, type WordsAround } from "./note-places";
import { citationRuns } from "./citation";
import { numberNotes } from "./numbers";

/**
 * Where a note is with respect to a document: in its English; nowhere in it; the note of a term that the document does
 * not use, or that was left out of it; deleted.
 */
export const NOTE_PLACES = [
  "placed",
  "unplaced",
  "left_out",
  "deleted",
] as const;
export type NotePlaceKind = (typeof NOTE_PLACES)[number];

/** A note in the list of all notes of a document. */
export type NoteItem = {
  readonly id: string;
  readonly kind: NoteKind;
  readonly status: NoteStatus;
  readonly place: NotePlaceKind;
  /** As readers see it; null for doubts and for notes without a place. */
  readonly number: number | null;
  /** The note's words, without their form. */
  readonly words: string;
  /** Its sources in one line each. */
  readonly sources: readonly string[];
  /** The number of the paragraph that it stands in, or that its words in the Chinese stand in. */
  readonly paragraph: number | null;
  /** The Chinese that it explains. */
  readonly quote: {
    readonly before: string;
    readonly exact: string;
    readonly after: string;
    /** True where the text has these words no more: nobody knows where they would stand. */
    readonly isGone: boolean;
  } | null;
  /** The English around its first mark. */
  readonly around: WordsAround | null;
  /** How often the English refers to it. */
  readonly references: number;
  /** The term that it explains. */
  readonly term: { readonly source: string; readonly target: string } | null;
  readonly author: { readonly id: string; readonly name: string } | null;
  /** ISO 8601, UTC. */
  readonly updatedAt: string;
};

/** All notes of a document in the order of its text; what is nowhere in it comes behind. */
export type NoteListView = {
  readonly documentId: string;
  readonly projectId: string;
  readonly title: string;
  readonly items: readonly NoteItem[];
  readonly can: NotesView["can"];
};

/** What is known of the document's rows, in order. */
export type NotedRow = {
  /** The translation's id. */
  readonly rowId: string;
  readonly paragraphId: string;
  /** 1-based number of the paragraph. */
  readonly number: number;
  /** The words around the marks in its English, by note; null where it has no mark. */
  readonly around: ReadonlyMap<string, WordsAround> | null;
};

const EXACT = 120;

/** Lists the notes of a document: those in the English in its order, then those that still have to be placed, then the rest. */
export function listNoteItems(
  view: Pick<NotesView, "notes" | "rows" | "suppressed">,
  rows: readonly NotedRow[],
): readonly NoteItem[] {
  const numbers = numberNotes(view.rows, view.notes);
  const byRow = new Map(rows.map((row) => [row.rowId, row]));
  const paragraphs = new Map(
    rows.toReversed().map(({ paragraphId, number }) => [paragraphId, number]),
  );
  const places = new Map<
    string,
    { rowId: string; order: number; count: number }
  >();
  for (const { rowId, marks } of view.rows) {
    for (const { noteId } of marks) {
      const known = places.get(noteId);
      if (known === undefined)
        places.set(noteId, { rowId, order: places.size, count: 1 });
      else known.count += 1;
    }
  }
  const listed = view.notes.map((note) => {
    const place = places.get(note.id) ?? null;
    const row = place === null ? null : (byRow.get(place.rowId) ?? null);
    const anchored = note.anchor?.paragraphId ?? "";
    const item: NoteItem = {
      id: note.id,
      kind: note.kind,
      status: note.status,
      place: placeKind(note, place !== null),
      number: numbers.get(note.id) ?? null,
      words: plainText(note.body),
      sources: note.citations.map((citation) =>
        citationRuns(citation)
          .map((run) => (run.kind === "text" ? run.text : ""))
          .join(""),
      ),
      paragraph: row?.number ?? paragraphs.get(anchored) ?? null,
      quote: quoteOf(note),
      around: row?.around?.get(note.id) ?? null,
      references: place?.count ?? 0,
      term: note.term && { source: note.term.source, target: note.term.target },
      author: note.author,
      updatedAt: note.updatedAt,
    };
    return {
      item,
      order: place?.order ?? 0,
      from: note.anchor?.position?.from ?? 0,
    };
  });
  return listed
    .sort(
      (a, b) =>
        NOTE_PLACES.indexOf(a.item.place) - NOTE_PLACES.indexOf(b.item.place) ||
        (a.item.place === "placed"
          ? a.order - b.order
          : (a.item.paragraph ?? Infinity) - (b.item.paragraph ?? Infinity) ||
            a.from - b.from),
    )
    .map(({ item }) => item);
}

function placeKind(note: NoteView, isPlaced: boolean): NotePlaceKind {
  if (note.deletedAt !== null) return "deleted";
  if (isPlaced) return "placed";
  return note.documentId === null ? "left_out" : "unplaced";
}

function quoteOf({ anchor, term }: NoteView): NoteItem["quote"] {
  if (anchor === null)
    return term === null
      ? null
      : { before: "", exact: term.source, after: "", isGone: false };
  const { prefix, exact, suffix } = anchor.quote;
  return {
    before: lastWords(prefix, 16),
    exact: firstWords(exact, EXACT),
    after: firstWords(suffix, 16),
    isGone: anchor.position === null,
  };
}
