import type { Printed, PrintedNote } from "@/core/export/printed";
import type { PrintedBlock, PrintedText } from "@/core/export/printed-blocks";
import { lineOf, plainSpan, type Side, type Span } from "@/core/export/spans";
import { docxParagraph, type DocxParagraph } from "./blocks";
import type { ParagraphStyle } from "./styles";

/** What stands in a part of its own: its paragraphs, the first behind its number. */
export type DocxNote = {
  readonly number: number;
  readonly paragraphs: readonly DocxParagraph[];
};

/** Where Word has the notes of a document, and which marks are the notes themselves: the others repeat their numbers. */
export type DocxNotes = {
  readonly kind: "footnote" | "endnote";
  readonly notes: readonly DocxNote[];
  /** The text in which the mark of each note that is the note stands; null for a note that no mark leads to. */
  readonly sides: ReadonlyMap<number, Side | null>;
};

/** Plans the notes of a document. */
export function planNotes(
  printed: Printed,
  kind: DocxNotes["kind"],
): DocxNotes {
  const sides = new Map(
    printed.notes.map((note) => [note.number, sideOf(note, printed.layout)]),
  );
  const style =
    kind === "footnote"
      ? ({ first: "FootnoteText", more: "FootnoteList" } as const)
      : ({ first: "EndnoteText", more: "EndnoteList" } as const);
  return {
    kind,
    notes: printed.notes.map(({ number, blocks }) => ({
      number,
      paragraphs: planFlat(blocks, style),
    })),
    sides,
  };
}

/** A note belongs where the text is that the layout is about; where that has no mark of it, in the other one. */
function sideOf(
  { marks }: PrintedNote,
  layout: Printed["layout"],
): Side | null {
  const order =
    layout === "annotated"
      ? (["source", "target"] as const)
      : (["target", "source"] as const);
  return order.find((side) => marks[side] > 0) ?? null;
}

type FlatStyle = {
  readonly first: ParagraphStyle;
  readonly more: ParagraphStyle;
};

/**
 * Plans a text as paragraphs alone, the first of them whatever it begins with. Bullets and numbers are written as text and
 * tables row by row: the lists and tables of Word are lost, or lost to their places, where other programs read them in
 * a note or a comment.
 */
export function planFlat(
  blocks: PrintedText,
  style: FlatStyle,
): readonly DocxParagraph[] {
  const [first, ...rest] = blocks.flatMap((block) =>
    flatten(block, style.first, style.more),
  );
  return [docxParagraph(style.first, "en", first?.spans ?? []), ...rest];
}

function flatten(
  block: PrintedBlock,
  style: ParagraphStyle,
  listStyle: ParagraphStyle,
): readonly DocxParagraph[] {
  switch (block.kind) {
    case "paragraph":
      return [docxParagraph(style, "en", block.spans)];
    case "list":
      return block.items.flatMap((item, index) =>
        flattenItem(
          item,
          block.ordered ? `${block.start + index}.` : "•",
          listStyle,
        ),
      );
    case "table":
      return block.rows.map((row) =>
        docxParagraph(
          style,
          "en",
          row.flatMap(({ blocks }, index): readonly Span[] => [
            ...(index === 0 ? [] : [plainSpan(" | ")]),
            ...lineOf(blocks),
          ]),
        ),
      );
  }
}

function flattenItem(
  item: PrintedText,
  sign: string,
  style: ParagraphStyle,
): readonly DocxParagraph[] {
  const [first, ...rest] = item.flatMap((block) =>
    flatten(block, style, style),
  );
  const spans = [plainSpan(`${sign} `), ...(first?.spans ?? [])];
  return [docxParagraph(style, "en", spans), ...rest];
}
