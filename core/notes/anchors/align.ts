import type { Place } from "./quote";

/** An alignment of a short text (a window) with a longer one. */
export type Alignment = {
  readonly score: number;
  /** For each UTF-16 unit of the window the offset of its partner in the text, -1 for a unit that has none. */
  readonly partners: Int32Array;
};

/** A part of the window that may not meet a part of the text. */
export type Forbidden = { readonly window: Place; readonly text: Place };

/** What one unit that stands in both texts counts. */
export const MATCH = 2;
/**
 * What an insertion or a deletion costs, however long it is: people insert and delete sentences as often as words. Two
 * units that happen to be the same are no reason to open one, three are.
 */
export const GAP = 5;

const NONE = -(2 ** 30);

/** The best ways that end in one row of the table, by column, and the matched cells they come from. */
type Ways = { readonly scores: Int32Array; readonly origins: Int32Array };

/**
 * Aligns a window with a text as well as it can be done (Smith and Waterman's algorithm with Gotoh's gaps; units either
 * match or stand in a gap). Null where no two units are the same. Takes window.length × text.length steps.
 */
export function align(
  window: string,
  text: string,
  forbidden: Forbidden | null,
): Alignment | null {
  const width = text.length + 1;
  const units = new Uint16Array(width);
  for (let column = 1; column < width; column += 1)
    units[column] = text.charCodeAt(column - 1);
  /** For each matched cell the matched cell before it, -1 for the first. */
  const previous = new Int32Array((window.length + 1) * width);
  const matches = new Int32Array(width).fill(NONE);
  const deletions = makeWays(width);
  const insertions = makeWays(width);
  let bestScore = 0;
  let bestCell = -1;
  for (let row = 1; row <= window.length; row += 1) {
    const unit = window.charCodeAt(row - 1);
    const isBarred =
      forbidden !== null &&
      row > forbidden.window.from &&
      row <= forbidden.window.to;
    const barFrom = isBarred ? forbidden.text.from : -1;
    const barTo = isBarred ? forbidden.text.to : -1;
    // What the row above says of the column to the left.
    let diagonalMatch = NONE;
    let diagonalDeletion = NONE;
    let diagonalDeletionOrigin = -1;
    let diagonalInsertion = NONE;
    let diagonalInsertionOrigin = -1;
    // What this row says of the column to the left.
    let leftMatch = NONE;
    let leftDeletion = NONE;
    let leftDeletionOrigin = -1;
    let insertion = NONE;
    let insertionOrigin = -1;
    for (let column = 1; column < width; column += 1) {
      const cell = row * width + column;
      if (leftMatch - GAP > insertion) {
        insertion = leftMatch - GAP;
        insertionOrigin = cell - 1;
      }
      if (leftDeletion - GAP > insertion) {
        insertion = leftDeletion - GAP;
        insertionOrigin = leftDeletionOrigin;
      }
      let match = NONE;
      if (units[column] === unit && !(column > barFrom && column <= barTo)) {
        let before = 0;
        let origin = -1;
        if (diagonalMatch > before) {
          before = diagonalMatch;
          origin = cell - width - 1;
        }
        if (diagonalDeletion > before) {
          before = diagonalDeletion;
          origin = diagonalDeletionOrigin;
        }
        if (diagonalInsertion > before) {
          before = diagonalInsertion;
          origin = diagonalInsertionOrigin;
        }
        match = before + MATCH;
        previous[cell] = origin;
        if (match > bestScore) {
          bestScore = match;
          bestCell = cell;
        }
      }
      const aboveMatch = matches[column] ?? NONE;
      diagonalDeletion = deletions.scores[column] ?? NONE;
      diagonalDeletionOrigin = deletions.origins[column] ?? -1;
      diagonalInsertion = insertions.scores[column] ?? NONE;
      diagonalInsertionOrigin = insertions.origins[column] ?? -1;
      leftDeletion = diagonalDeletion;
      leftDeletionOrigin = diagonalDeletionOrigin;
      if (aboveMatch - GAP > diagonalDeletion) {
        leftDeletion = aboveMatch - GAP;
        leftDeletionOrigin = cell - width;
        deletions.scores[column] = leftDeletion;
        deletions.origins[column] = leftDeletionOrigin;
      }
      insertions.scores[column] = insertion;
      insertions.origins[column] = insertionOrigin;
      matches[column] = match;
      diagonalMatch = aboveMatch;
      leftMatch = match;
    }
  }
  if (bestCell === -1) return null;
  const partners = new Int32Array(window.length).fill(-1);
  for (let cell = bestCell; cell !== -1; cell = previous[cell] ?? -1)
    partners[Math.floor(cell / width) - 1] = (cell % width) - 1;
  return { score: bestScore, partners };
}

function makeWays(width: number): Ways {
  return {
    scores: new Int32Array(width).fill(NONE),
    origins: new Int32Array(width),
  };
}
