import { docxParagraph, type DocxParagraph } from "./docx-blocks";
import type { PrintedNote } from "./printed";
import type { PrintedBlock, PrintedText } from "./printed-blocks";
import { lineOf, plainSpan, type Span } from "./spans";

/** A footnote: the first paragraph stands behind its number. */
export type DocxNote = {
  readonly number: number;
  readonly paragraphs: readonly DocxParagraph[];
};

/** Plans a footnote. */
export function planNote({ number, blocks }: PrintedNote): DocxNote {
  const [first, ...rest] = blocks.flatMap((block) => planBlock(block, 0));
  // The number of the note stands at the margin, whatever it begins with.
  const opening = docxParagraph("FootnoteText", "en", first?.spans ?? []);
  return { number, paragraphs: [opening, ...rest] };
}

/**
 * The paragraphs of a block. Bullets and numbers are written as text and tables row by row: the lists and tables of Word
 * are lost, or lost to their places, where other programs read them in a footnote.
 */
function planBlock(
  block: PrintedBlock,
  depth: number,
): readonly DocxParagraph[] {
  const style = depth === 0 ? "FootnoteText" : "FootnoteList";
  switch (block.kind) {
    case "paragraph":
      return [docxParagraph(style, "en", block.spans)];
    case "list":
      return block.items.flatMap((item, index) =>
        planItem(
          item,
          block.ordered ? `${block.start + index}.` : "•",
          depth + 1,
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

function planItem(
  item: PrintedText,
  sign: string,
  depth: number,
): readonly DocxParagraph[] {
  const [first, ...rest] = item.flatMap((block) => planBlock(block, depth));
  const spans = [plainSpan(`${sign} `), ...(first?.spans ?? [])];
  return [docxParagraph("FootnoteList", "en", spans), ...rest];
}
