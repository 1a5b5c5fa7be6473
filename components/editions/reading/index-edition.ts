import type {
  Edition,
  EditionNote,
  EditionParagraph,
  SourceNote,
} from "@/core/editions/edition";
import { marksOf } from "@/core/notes/marks";
import type { ExportLayout } from "@/core/export/options";
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
  /** The notes that a part refers to, those that are printed elsewhere too; by number. */
  readonly referredAt: (index: number) => readonly EditionNote[];
};

/**
 * Finds its way in an edition once, so that drawing a part of it costs the same in a long one. Notes stand where the
 * English refers to them; where the Chinese is read alone, where that does.
 */
export function indexEdition(
  edition: Edition,
  layout: ExportLayout,
): ReadingIndex {
  const { title, metadata, paragraphs } = edition;
  const notes = new Map(edition.notes.map((note) => [note.id, note]));
  const numbers = new Map(
    paragraphs.map(({ number }, index) => [number, index + 1]),
  );
  const places = new Map<string, number>();
  const referred = new Map<number, Set<string>>();
  const take = (
    target: RichText | null,
    sourceNotes: readonly SourceNote[],
    index: number,
  ) => {
    const marks = target === null ? [] : marksOf(target);
    for (const { noteId } of layout === "annotated" ? sourceNotes : marks) {
      if (!notes.has(noteId)) continue;
      if (!places.has(noteId)) places.set(noteId, index);
      referred.set(index, (referred.get(index) ?? new Set()).add(noteId));
    }
  };
  take(title.target, title.sourceNotes, 0);
  for (const field of metadata) take(field.target, field.sourceNotes, 0);
  for (const [index, { target, source }] of paragraphs.entries())
    take(target, source.notes, index + 1);

  const listAt = (at: number) =>
    [...(referred.get(at) ?? [])]
      .flatMap((noteId) => notes.get(noteId) ?? [])
      .sort((a, b) => a.number - b.number);
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
    notesAt: (at) => listAt(at).filter(({ id }) => places.get(id) === at),
    referredAt: listAt,
  };
}
