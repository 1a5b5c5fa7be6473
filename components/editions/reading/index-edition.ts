import type {
  Edition,
  EditionNote,
  EditionParagraph,
} from "@/core/editions/edition";
import { marksOf } from "@/core/notes/marks";
import type { RichText } from "@/core/text/rich-text";

/** An edition as it is read: the head (title and metadata) is part 0, its paragraphs follow. */
export type ReadingIndex = {
  readonly count: number;
  /** The paragraph of a part; null for the head. */
  readonly paragraphAt: (index: number) => EditionParagraph | null;
  /** The part that holds a paragraph of the document, by its number; the head for title and metadata. */
  readonly indexOf: (number: number) => number;
  /** The number of the paragraph that a part begins with; null where no paragraph of the document holds it. */
  readonly numberAt: (index: number) => number | null;
  readonly note: (noteId: string) => EditionNote | null;
  /** The part in which a note is first referred to: there it is printed. */
  readonly placeOf: (noteId: string) => number | null;
  /** The notes that are printed beside a part, by number. */
  readonly notesAt: (index: number) => readonly EditionNote[];
};

const NONE: readonly EditionNote[] = [];

/** Finds its way in an edition once, so that drawing a part of it costs the same in a long one. */
export function indexEdition(edition: Edition): ReadingIndex {
  const { title, metadata, paragraphs } = edition;
  const notes = new Map(edition.notes.map((note) => [note.id, note]));
  const numbers = new Map(
    paragraphs.map(({ number }, index) => [number, index + 1]),
  );
  const places = new Map<string, number>();
  const take = (target: RichText | null, index: number) => {
    if (target === null) return;
    for (const { noteId } of marksOf(target))
      if (notes.has(noteId) && !places.has(noteId)) places.set(noteId, index);
  };
  take(title.target, 0);
  for (const field of metadata) take(field.target, 0);
  for (const [index, { target }] of paragraphs.entries())
    take(target, index + 1);

  const beside = new Map<number, EditionNote[]>();
  for (const note of edition.notes) {
    const place = places.get(note.id);
    if (place === undefined) continue;
    beside.set(place, [...(beside.get(place) ?? []), note]);
  }
  return {
    count: paragraphs.length + 1,
    paragraphAt: (index) => paragraphs[index - 1] ?? null,
    indexOf: (number) => numbers.get(number) ?? 0,
    numberAt: (index) =>
      index === 0
        ? (title.number ?? metadata[0]?.number ?? null)
        : (paragraphs[index - 1]?.number ?? null),
    note: (noteId) => notes.get(noteId) ?? null,
    placeOf: (noteId) => places.get(noteId) ?? null,
    notesAt: (index) => beside.get(index) ?? NONE,
  };
}
