import type {
  Edition,
  EditionField,
  EditionNote,
  EditionParagraph,
  ExportLayout,
} from "@/core/editions/edition";
import { noteBlocks } from "@/core/editions/note-blocks";
import type { Block } from "@/core/text/rich-text";
import { headingLevel } from "./content";
import { printBlocks, type PrintedText } from "./printed-blocks";
import { paragraphsOf, sourceBlocks } from "./source-blocks";
import { UNCITED, type Cite, type Side } from "./spans";

/** Both texts of a part of an edition; `target` is null where there is no English yet. */
export type PrintedPair = {
  /** The number of the paragraph; null for what stands in none. */
  readonly number: number | null;
  /** The Chinese, empty where the layout does not print it. */
  readonly source: PrintedText;
  readonly target: PrintedText | null;
};

export type PrintedField = PrintedPair & Pick<EditionField, "label">;

export type PrintedParagraph = PrintedPair & {
  readonly number: number;
  readonly kind: EditionParagraph["kind"];
  /** The depth of a heading, 1-based; null for running text. */
  readonly level: number | null;
};

/** A note with the number of its marks in either text. */
export type PrintedNote = Pick<EditionNote, "id" | "number"> & {
  readonly blocks: PrintedText;
  readonly marks: Readonly<Record<Side, number>>;
};

/** An edition in one layout, ready to be written in any format: every mark of a note knows its number and its turn. */
export type Printed = {
  readonly title: PrintedPair;
  readonly metadata: readonly PrintedField[];
  readonly paragraphs: readonly PrintedParagraph[];
  readonly notes: readonly PrintedNote[];
};

/** Prepares an edition for being written in a layout. */
export function printEdition(edition: Edition, layout: ExportLayout): Printed {
  const turns = edition.notes.map(() => ({ source: 0, target: 0 }));
  const numbers = new Map(edition.notes.map(({ id, number }) => [id, number]));
  const citeOn = (side: Side): Cite => {
    return ({ noteId }) => {
      const number = numbers.get(noteId);
      const marks = number === undefined ? undefined : turns[number - 1];
      if (number === undefined || marks === undefined) return null;
      marks[side] += 1;
      return { kind: "note", noteId, number, side, reference: marks[side] };
    };
  };
  const cite = { source: citeOn("source"), target: citeOn("target") };
  const print = (blocks: readonly Block[], side: Side) =>
    printBlocks(blocks, side, cite[side]);
  const pair = (
    { number, target }: Pick<EditionField, "number" | "target">,
    source: readonly Block[],
    isWanted: boolean,
  ) => ({
    number,
    source: isWanted || target === null ? print(source, "source") : [],
    target: target === null ? null : print(target.blocks, "target"),
  });

  const isParallel = layout === "parallel";
  const { title } = edition;
  return {
    // The title stands in both languages in either layout.
    title: pair(title, paragraphsOf(title.source, title.sourceNotes), true),
    metadata: edition.metadata.map((field) => ({
      label: field.label,
      ...pair(field, paragraphsOf(field.source, field.sourceNotes), isParallel),
    })),
    paragraphs: edition.paragraphs.map((paragraph) => ({
      kind: paragraph.kind,
      level: headingLevel(paragraph),
      ...pair(paragraph, sourceBlocks(paragraph), isParallel),
      number: paragraph.number,
    })),
    notes: edition.notes.map((note, index) => ({
      id: note.id,
      number: note.number,
      blocks: printBlocks(noteBlocks(note), "target", UNCITED),
      marks: turns[index] ?? { source: 0, target: 0 },
    })),
  };
}
