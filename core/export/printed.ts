import type {
  Edition,
  EditionField,
  EditionName,
  EditionNote,
  EditionParagraph,
  EditionTerm,
} from "@/core/editions/edition";
import { noteBlocks } from "@/core/editions/note-blocks";
import type { Block, RichText } from "@/core/text/rich-text";
import { headingLevel } from "./content";
import type { ExportLayout, ExportOptions } from "./options";
import { printBlocks, type PrintedText } from "./printed-blocks";
import { paragraphsOf, sourceBlocks } from "./source-blocks";
import { UNCITED, type Cite, type Side } from "./spans";

/** Both texts of a part of an edition, each empty or null where the layout does not print it. */
export type PrintedPair = {
  /** The number of the paragraph; null for what stands in none. */
  readonly number: number | null;
  /** The Chinese, empty where the layout does not print it. */
  readonly source: PrintedText;
  /** The English; null where there is none, or where the layout prints Chinese alone. */
  readonly target: PrintedText | null;
  /** True where the layout wants English and there is none. */
  readonly isMissing: boolean;
  /** True where the English is marked as not approved. */
  readonly isUnapproved: boolean;
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

export type PrintedTerm = Omit<EditionTerm, "definition"> & {
  readonly definition: PrintedText | null;
};

/** An edition as options want it, ready to be written in any format: every mark of a note knows its number and its turn. */
export type Printed = {
  readonly layout: ExportLayout;
  readonly title: PrintedPair;
  readonly metadata: readonly PrintedField[];
  readonly introduction: PrintedText | null;
  readonly conventions: PrintedText | null;
  readonly paragraphs: readonly PrintedParagraph[];
  /** Empty where no notes are wanted. */
  readonly notes: readonly PrintedNote[];
  /** All three empty where no glossary is wanted. */
  readonly glossary: readonly PrintedTerm[];
  readonly names: readonly EditionName[];
  readonly abbreviations: Edition["abbreviations"];
};

/** What printing looks at; formats with pages look at more. */
export type PrintOptions = Pick<
  ExportOptions,
  "layout" | "notes" | "glossary" | "unapproved"
>;

/** Prepares an edition (one that `prepareEdition` made) for being written. */
export function printEdition(edition: Edition, options: PrintOptions): Printed {
  const { layout } = options;
  const turns = edition.notes.map(() => ({ source: 0, target: 0 }));
  const numbers = new Map(edition.notes.map(({ id, number }) => [id, number]));
  const citeOn = (side: Side): Cite => {
    if (options.notes === "none") return UNCITED;
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
  const plain = (text: RichText | null) =>
    text === null ? null : printBlocks(text.blocks, "target", UNCITED);

  const isEnglishWanted = layout !== "annotated";
  const isChineseWanted = layout !== "english";
  const pair = (
    {
      number,
      target,
      status,
    }: Pick<EditionField, "number" | "target" | "status">,
    source: readonly Block[],
    wanted: { readonly source: boolean; readonly target: boolean },
  ): PrintedPair => ({
    number,
    source: wanted.source || target === null ? print(source, "source") : [],
    target:
      target === null || !wanted.target ? null : print(target.blocks, "target"),
    isMissing: target === null && wanted.target,
    isUnapproved:
      options.unapproved === "marked" &&
      wanted.target &&
      target !== null &&
      number !== null &&
      status !== "approved",
  });
  const body = { source: isChineseWanted, target: isEnglishWanted };

  const { title } = edition;
  return {
    layout,
    // The title stands in both languages in every layout.
    title: pair(title, paragraphsOf(title.source, title.sourceNotes), {
      source: true,
      target: true,
    }),
    metadata: edition.metadata.map((field) => ({
      label: field.label,
      ...pair(field, paragraphsOf(field.source, field.sourceNotes), body),
    })),
    introduction: plain(edition.introduction),
    conventions: plain(edition.conventions),
    paragraphs: edition.paragraphs.map((paragraph) => ({
      kind: paragraph.kind,
      level: headingLevel(paragraph),
      ...pair(paragraph, sourceBlocks(paragraph), body),
      number: paragraph.number,
    })),
    notes:
      options.notes === "none"
        ? []
        : edition.notes.map((note, index) => ({
            id: note.id,
            number: note.number,
            blocks: printBlocks(noteBlocks(note), "target", UNCITED),
            marks: turns[index] ?? { source: 0, target: 0 },
          })),
    glossary: options.glossary
      ? edition.glossary.map((term) => ({
          ...term,
          definition: plain(term.definition),
        }))
      : [],
    names: options.glossary ? edition.names : [],
    abbreviations: options.glossary ? edition.abbreviations : [],
  };
}
