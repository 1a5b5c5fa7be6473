import type { RowSummary } from "@/core/documents/views";

/** Widths on the first drawing, before the window could be measured: the same on server and in the browser. */
export const FIRST_LIST_WIDTH = 860;

/** Below this width of the list the two texts stand one above the other. */
export const STACKED_BELOW = 560;

const GUTTER = 78;
const GAP = 58;
const ROW_PADDING = 42;
/** Of 17.5 px type at 1.9 and 1.7: see `.text-source` and `.rich-text`. */
const SOURCE = { character: 17.5, line: 33.25 };
const ENGLISH = { character: 7.9, line: 29.75 };
/** Punctuation and digits beside the Chinese characters that are counted. */
const PUNCTUATION = 1.13;
/** English letters for one Chinese character, measured on official translations of policy documents. */
const LETTERS = 2.9;

/** Guesses a row's height before it was drawn, so that the scroll bar tells the truth from the start. */
export function estimateHeight(
  row: RowSummary,
  listWidth: number,
  split: number,
): number {
  const isStacked = listWidth < STACKED_BELOW;
  const width = isStacked ? listWidth - 58 : listWidth - GUTTER - GAP;
  const source = lines(
    row.characters * PUNCTUATION * SOURCE.character,
    isStacked ? width : width * split,
  );
  const letters = row.status === "empty" ? 0 : row.characters * LETTERS;
  const english = lines(
    letters * ENGLISH.character,
    isStacked ? width : width * (1 - split),
  );
  const texts = [source * SOURCE.line, english * ENGLISH.line];
  const height = isStacked
    ? texts.reduce((sum, text) => sum + text, 12)
    : Math.max(...texts);
  return Math.round(height + ROW_PADDING);
}

function lines(length: number, width: number): number {
  return Math.max(1, Math.ceil(length / Math.max(width, 60)));
}
