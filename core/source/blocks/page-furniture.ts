import { bareNumber, isMarkedPageNumber } from "./page-numbers";
import { runsOn, type PageLine } from "./page-lines";
import {
  findRunningHeads,
  MAX_HEAD_LINES,
  repeatedLines,
} from "./running-heads";
import type { Measure } from "./wrapping";

/** Pages have more lines than this, entries of a numbered list fewer. */
const MIN_PAGE = 3;
/** A sequence of page numbers is looked for from so many first numbers at most. */
const MAX_STARTS = 20;

/**
 * Finds the page numbers and running heads that a text taken from pages has between its lines. A number between marks
 * is believed by itself; one of digits alone has to count on and to part sentences, or to be at a form feed; a running
 * head has to come again beside page numbers.
 */
export function findFurniture(
  lines: readonly PageLine[],
  measure: Measure | null,
): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    if (isMarkedPageNumber(line.text)) found.add(index);
  });
  const heads = repeatedLines(lines);
  for (const index of findBareNumbers(lines, heads, measure)) found.add(index);
  for (const index of findRunningHeads(lines, found, measure)) found.add(index);
  return found;
}

type Bare = { readonly index: number; readonly number: number };

function findBareNumbers(
  lines: readonly PageLine[],
  heads: ReadonlySet<number>,
  measure: Measure | null,
): readonly number[] {
  const numbers = lines.map((line) => bareNumber(line.text));
  const bare: Bare[] = [];
  numbers.forEach((number, index) => {
    // Digits above or below belong to a table or a list of years.
    const isAlone =
      (numbers[index - 1] ?? null) === null &&
      (numbers[index + 1] ?? null) === null;
    if (number !== null && isAlone) bare.push({ index, number });
  });
  if (bare.length === 0) return [];
  const isBetween = ({ index }: Bare) =>
    isAtFormFeed(lines, index) ||
    runsOn(
      past(lines, index, -1, heads),
      past(lines, index, 1, heads),
      measure,
    );
  const chain = longestChain(bare);
  const between = chain.filter(isBetween);
  if (chain.length > 1 && between.length * 2 >= inner(chain, lines).length)
    if (between.length > 0) return chain.map(({ index }) => index);
  // One page end alone: only a measure that the line before reaches tells it from an entry.
  const [only] = bare;
  if (bare.length !== 1 || only === undefined || !isBetween(only)) return [];
  return measure === null && !isAtFormFeed(lines, only.index)
    ? []
    : [only.index];
}

/** The line before or after a page number, running heads aside. */
function past(
  lines: readonly PageLine[],
  index: number,
  step: 1 | -1,
  heads: ReadonlySet<number>,
): PageLine | undefined {
  let at = index + step;
  while (heads.has(at) && Math.abs(at - index) <= MAX_HEAD_LINES) at += step;
  return lines[at];
}

/** The first and the last page number of a text may have nothing to part. */
function inner(
  chain: readonly Bare[],
  lines: readonly PageLine[],
): readonly Bare[] {
  return chain.filter(({ index }) => index > 0 && index < lines.length - 1);
}

/** Tells whether a form feed is directly above or below a line. */
export function isAtFormFeed(
  lines: readonly PageLine[],
  index: number,
): boolean {
  return (
    lines[index]?.opensPage === true || lines[index + 1]?.opensPage === true
  );
}

/** The longest run of numbers that count on page by page; a page without a number may be between two. */
function longestChain(bare: readonly Bare[]): readonly Bare[] {
  let best: readonly Bare[] = [];
  for (const start of bare.slice(0, MAX_STARTS).keys()) {
    const chain: Bare[] = [];
    for (const one of bare.slice(start)) {
      const last = chain.at(-1);
      const step = last === undefined ? 1 : one.number - last.number;
      const gap = last === undefined ? MIN_PAGE + 1 : one.index - last.index;
      if ((step === 1 || step === 2) && gap > MIN_PAGE) chain.push(one);
    }
    if (chain.length > best.length) best = chain;
  }
  return best;
}
