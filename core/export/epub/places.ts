import type { Printed } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import type { NoteSpan } from "@/core/export/spans";
import type { NoteStyle } from "@/core/export/options";
import type { Chapter } from "./chapters";

/** The page with the title and the metadata. */
export const TITLE_PAGE = "title.xhtml";

/** Notes of one page of endnotes: opening one must not mean to read thousands. */
const NOTES_A_PAGE = 250;

type Mark = Pick<NoteSpan, "number" | "side" | "reference">;

/** In which file of a book everything stands that is referred to. */
export type Places = {
  readonly paragraphs: ReadonlyMap<number, string>;
  readonly notes: ReadonlyMap<number, string>;
  /** By `markId`. */
  readonly marks: ReadonlyMap<string, string>;
};

export const noteId = (number: number) => `n${number}`;

/** The id of a mark: of the note's turn on its side. */
export function markId({ number, side, reference }: Mark): string {
  return `${side === "source" ? "z" : "r"}${number}-${reference}`;
}

/** The address of something in a file, as seen from a file. */
export function addressFrom(from: string, to: string, id: string): string {
  return from === to ? `#${id}` : `${to}#${id}`;
}

/** Finds where everything will stand: footnotes in the file of their first mark, endnotes in files of their own. */
export function findPlaces(
  { title, metadata, notes }: Printed,
  chapters: readonly Chapter[],
  style: NoteStyle,
): Places {
  const paragraphs = new Map<number, string>();
  const marks = new Map<string, string>();
  const noteFiles = new Map<number, string>();
  const enter = (file: string, texts: readonly (PrintedText | null)[]) => {
    for (const text of texts) {
      for (const mark of text === null ? [] : marksIn(text)) {
        marks.set(markId(mark), file);
        if (!noteFiles.has(mark.number)) noteFiles.set(mark.number, file);
      }
    }
  };
  for (const part of [title, ...metadata]) {
    if (part.number !== null) paragraphs.set(part.number, TITLE_PAGE);
    enter(TITLE_PAGE, [part.source, part.target]);
  }
  for (const { file, paragraphs: own } of chapters) {
    for (const { number, source, target } of own) {
      paragraphs.set(number, file);
      enter(file, [source, target]);
    }
  }
  const last = chapters.at(-1)?.file ?? TITLE_PAGE;
  for (const [index, { number }] of notes.entries()) {
    if (style === "endnotes") noteFiles.set(number, notesPage(index));
    else if (!noteFiles.has(number)) noteFiles.set(number, last);
  }
  return { paragraphs, notes: noteFiles, marks };
}

/** The page of endnotes that has the note at this place of all. */
function notesPage(index: number): string {
  const page = Math.floor(index / NOTES_A_PAGE) + 1;
  return page === 1 ? "notes.xhtml" : `notes-${page}.xhtml`;
}

/** The marks of notes in a text, in its order. */
function marksIn(blocks: PrintedText): readonly NoteSpan[] {
  return blocks.flatMap((block): readonly NoteSpan[] => {
    switch (block.kind) {
      case "paragraph":
        return block.spans.filter((span) => span.kind === "note");
      case "list":
        return block.items.flatMap(marksIn);
      case "table":
        return block.rows.flat().flatMap((cell) => marksIn(cell.blocks));
    }
  });
}
