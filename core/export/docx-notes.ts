import {
  docxParagraph,
  planBlocks,
  type DocxBlock,
  type DocxParagraph,
} from "./docx-blocks";
import type { PrintedNote } from "./printed";
import { plainSpan, type Span } from "./spans";

/** A footnote: the first paragraph stands behind its number. */
export type DocxNote = {
  readonly number: number;
  readonly paragraphs: readonly DocxParagraph[];
};

const paragraphOf = (spans: readonly Span[]) =>
  docxParagraph("FootnoteText", "en", spans);

/** Plans a footnote. */
export function planNote({ number, blocks }: PrintedNote): DocxNote {
  const planned = planBlocks(blocks, "FootnoteText", "en").flatMap(flatten);
  const [first] = planned;
  // The number would stand before the number of a list's item.
  const paragraphs =
    first === undefined || first.list !== null
      ? [paragraphOf([]), ...planned]
      : planned;
  return { number, paragraphs };
}

/** The paragraphs of a block; a table, which a footnote has no room for, row by row. */
function flatten(block: DocxBlock): readonly DocxParagraph[] {
  switch (block.kind) {
    case "paragraph":
      return [block];
    case "contents":
      return [];
    case "table":
      return block.rows.map(({ cells }) =>
        paragraphOf(
          cells.flatMap(({ blocks }, index): readonly Span[] => [
            ...(index === 0 ? [] : [plainSpan(" | ")]),
            ...joinLines(blocks.flatMap(flatten)),
          ]),
        ),
      );
  }
}

function joinLines(paragraphs: readonly DocxParagraph[]): readonly Span[] {
  return paragraphs.flatMap(({ spans }, index): readonly Span[] =>
    index === 0 ? spans : [plainSpan(" "), ...spans],
  );
}
