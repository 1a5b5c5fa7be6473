import { sourceBlocks } from "@/core/export/source-blocks";
import { keepMarks, marksOf, withoutMarks } from "@/core/notes/marks";
import type { RichText } from "@/core/text/rich-text";
import type { Edition, EditionNote, SourceNote } from "@/core/editions/edition";

/** A text of an edition as far as notes go. */
type Part = {
  readonly text: string;
  readonly target: RichText | null;
  readonly notes: readonly SourceNote[];
};

/** The parts of an edition in the order in which they are printed. */
function partsOf({ title, metadata, paragraphs }: Edition): readonly Part[] {
  return [
    ...[title, ...metadata].map(({ source, target, sourceNotes }) => ({
      text: source,
      target,
      notes: sourceNotes,
    })),
    ...paragraphs.map(({ source, target }) => ({
      text: source.text,
      target,
      notes: source.notes,
    })),
  ];
}

/** Keeps the notes that have a mark in the English, numbered by the first. */
export function numberByEnglish(edition: Edition): Edition {
  const order = partsOf(edition).flatMap(({ target }) =>
    target === null ? [] : marksOf(target).map(({ noteId }) => noteId),
  );
  return renumber(edition, order);
}

/** Numbers the notes by their places in the Chinese, which each of them gets; the English of the title loses its marks. */
export function numberByChinese(edition: Edition): Edition {
  const placed = withBareTitle(placeAll(edition));
  const { title, metadata, paragraphs } = placed;
  const idsOf = (marks: readonly { readonly noteId: string }[]) =>
    marks.map(({ noteId }) => noteId);
  const order = [
    ...[title, ...metadata].flatMap(({ sourceNotes }) => idsOf(sourceNotes)),
    // In a table marks stand where its cells print them.
    ...paragraphs.flatMap((paragraph) =>
      paragraph.source.table === null
        ? idsOf(paragraph.source.notes)
        : idsOf(marksOf({ version: 2, blocks: sourceBlocks(paragraph) })),
    ),
  ];
  return renumber(placed, order);
}

/** Printed beside the Chinese in every layout, the title would draw notes to itself that stand further down. */
function withBareTitle(edition: Edition): Edition {
  const { title } = edition;
  const target = title.target === null ? null : withoutMarks(title.target);
  return target === title.target
    ? edition
    : { ...edition, title: { ...title, target } };
}

/** Gives notes that stand nowhere in the Chinese a place behind the text whose English has them first. */
function placeAll(edition: Edition): Edition {
  const parts = partsOf(edition);
  const seen = new Set(
    parts.flatMap(({ notes }) => notes.map(({ noteId }) => noteId)),
  );
  if (edition.notes.every(({ id }) => seen.has(id))) return edition;
  const added = parts.map(({ text, target }): readonly SourceNote[] => {
    if (target === null || text === "") return [];
    return marksOf(target).flatMap(({ noteId }): readonly SourceNote[] => {
      if (seen.has(noteId)) return [];
      seen.add(noteId);
      return [{ noteId, from: 0, to: text.length }];
    });
  });
  return mapNotes(edition, (notes, index) => [
    ...notes,
    ...(added[index] ?? []),
  ]);
}

function mapNotes(
  edition: Edition,
  change: (
    notes: readonly SourceNote[],
    index: number,
  ) => readonly SourceNote[],
): Edition {
  const { title, metadata, paragraphs } = edition;
  return {
    ...edition,
    title: { ...title, sourceNotes: change(title.sourceNotes, 0) },
    metadata: metadata.map((field, index) => ({
      ...field,
      sourceNotes: change(field.sourceNotes, index + 1),
    })),
    paragraphs: paragraphs.map((paragraph, index) => ({
      ...paragraph,
      source: {
        ...paragraph.source,
        notes: change(paragraph.source.notes, index + 1 + metadata.length),
      },
    })),
  };
}

/** Numbers the notes of an edition in this order and takes out those that are not in it, with their marks. */
function renumber(edition: Edition, order: Iterable<string>): Edition {
  const byId = new Map(edition.notes.map((note) => [note.id, note]));
  const notes = [...new Set(order)]
    .flatMap((id) => byId.get(id) ?? [])
    .map((note, index): EditionNote =>
      note.number === index + 1 ? note : { ...note, number: index + 1 },
    );
  const isSame =
    notes.length === edition.notes.length &&
    notes.every((note, index) => note === edition.notes[index]);
  if (isSame) return edition;
  if (notes.length === edition.notes.length) return { ...edition, notes };
  return withoutLostMarks({ ...edition, notes });
}

function withoutLostMarks(edition: Edition): Edition {
  const kept = new Set(edition.notes.map(({ id }) => id));
  const keep = (target: RichText | null) =>
    target === null
      ? null
      : keepMarks(target, ({ noteId }) => kept.has(noteId));
  const { title, metadata, paragraphs } = mapNotes(edition, (notes) =>
    notes.filter(({ noteId }) => kept.has(noteId)),
  );
  return {
    ...edition,
    title: { ...title, target: keep(title.target) },
    metadata: metadata.map((field) => ({
      ...field,
      target: keep(field.target),
    })),
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      target: keep(paragraph.target),
    })),
  };
}
