import { align, MATCH } from "./align";
import { isRivalled, judgeSides } from "./judge";
import { narrow } from "./narrow";
import type { FoundWords, Place, Quote } from "./quote";

/**
 * How much worse the second best reading of a changed text must be: four units that stand or do not. With less, words of
 * one unit would follow any of their likes; with more, words of two are lost when something is written beside them.
 */
const MARGIN = 4 * MATCH;
/** Of words so much must be left: below, what is found is mostly another sentence of the same build. */
const LEAST_LEFT = 0.6;
/** Words shorter than this must be whole: what is left of them stands everywhere. */
const SHORT = 6;
/** Fewer units in a row are dropped where there is a gap on either side of them. */
const LEAST_RUN = 4;
/** Longer words are found by their two ends, so that the time it takes has a bound. */
const LONG = 96;
/** With so much on either side, words that stand unchanged with all of it, and once, need no second look. */
const ENOUGH = 32;
/** As much of an end as is looked for, with twice as much of the middle as its context. */
const END = LONG / 3;

/** Finds words in a text that may have changed; null where it is not sure of them. */
export function findWords(quote: Quote, text: string): FoundWords | null {
  if (quote.exact.length > LONG) return findByEnds(quote, text);
  const { exact, prefix, suffix } = quote;
  const part = narrow(prefix + exact + suffix, text);
  if (part === null) return null;
  const found = findIn(
    {
      ...quote,
      begins: quote.begins && part.from === 0,
      ends: quote.ends && part.to === text.length,
    },
    text.slice(part.from, part.to),
  );
  if (found === null) return null;
  const { from, to, score } = found;
  return { from: from + part.from, to: to + part.from, score };
}

function findByEnds(quote: Quote, text: string): FoundWords | null {
  const { exact, prefix, suffix, begins, ends } = quote;
  const head = findWords(
    {
      exact: exact.slice(0, END),
      prefix,
      suffix: exact.slice(END, LONG),
      begins,
      ends: false,
    },
    text,
  );
  if (head === null) return null;
  const tail = findWords(
    {
      exact: exact.slice(-END),
      prefix: exact.slice(-LONG, -END),
      suffix,
      begins: false,
      ends,
    },
    text,
  );
  if (tail === null || tail.to <= head.from) return null;
  return isOfLength(tail.to - head.from, exact.length)
    ? {
        from: head.from,
        to: tail.to,
        score: Math.min(head.score, tail.score),
      }
    : null;
}

/** Words may grow or shrink to about half or double; more is another text between two that look familiar. */
function isOfLength(length: number, before: number): boolean {
  return length >= before / 2 && length <= 2 * before + 2 * SHORT;
}

function findIn(quote: Quote, text: string): FoundWords | null {
  const { exact, prefix, suffix } = quote;
  const window = prefix + exact + suffix;
  if (Math.min(prefix.length, suffix.length) >= ENOUGH) {
    const at = text.indexOf(window);
    if (at !== -1 && !text.includes(window, at + 1))
      return {
        from: at + prefix.length,
        to: at + prefix.length + exact.length,
        score: 1,
      };
  }
  const words = { from: prefix.length, to: prefix.length + exact.length };
  const best = align(window, text, null);
  if (best === null) return null;
  const partners = dropScattered(best.partners);
  const place = readPlace(partners, words);
  if (place === null) return null;
  const sides = judgeSides(quote, partners, place, text.length);
  if (!sides.isSure || isRivalled(quote, text, place, sides.matched))
    return null;
  const other = align(window, text, { window: words, text: place });
  if (best.score - (other?.score ?? 0) < MARGIN) return null;
  const isWhole = partners
    .subarray(words.from, words.to)
    .every((partner, at) => partner === place.from + at);
  // The first and the last unit of words that changed inside must not have as good a partner elsewhere.
  const isClear = (unit: number) => {
    const partner = partners[unit] ?? -1;
    const less = align(window, text, {
      window: { from: unit, to: unit + 1 },
      text: { from: partner, to: partner + 1 },
    });
    const isElsewhere = less !== null && (less.partners[unit] ?? -1) >= 0;
    return !isElsewhere || best.score - less.score >= MARGIN;
  };
  if (!isWhole && !edgesOf(partners, words).every(isClear)) return null;
  return { ...place, score: best.score / (MATCH * window.length) };
}

/** The first and the last unit of words that have a partner. */
function edgesOf(partners: Int32Array, { from, to }: Place): readonly number[] {
  const own = partners.subarray(from, to);
  return [from + own.findIndex(isPartner), from + own.findLastIndex(isPartner)];
}

/** Units that stand alone between gaps are there by chance as often as not: they say nothing about an edge. */
function dropScattered(partners: Int32Array): Int32Array {
  const kept = new Int32Array(partners.length).fill(-1);
  for (let from = 0; from < partners.length;) {
    const first = partners[from] ?? -1;
    let to = from + 1;
    while (first >= 0 && partners[to] === first + to - from) to += 1;
    if (to - from >= LEAST_RUN) kept.set(partners.subarray(from, to), from);
    from = to;
  }
  return kept;
}

/** Where the words stand in an aligned text; null where too little of them is left. */
function readPlace(partners: Int32Array, words: Place): Place | null {
  const length = words.to - words.from;
  const own = partners.subarray(words.from, words.to);
  const left = own.filter(isPartner);
  if (left.length < (length < SHORT ? length : LEAST_LEFT * length))
    return null;
  const [first = 0, last = 0] = [left[0], left.at(-1)];
  const before = partners.subarray(0, words.from).findLast(isPartner) ?? -1;
  const behind = partners.subarray(words.to).find(isPartner) ?? Infinity;
  const from =
    first -
    edge({
      lost: own.findIndex(isPartner),
      written: first - before - 1,
      isBeside: before >= 0 && partners[words.from - 1] === before,
    });
  const to =
    last +
    1 +
    edge({
      lost: length - 1 - own.findLastIndex(isPartner),
      written: behind - last - 1,
      isBeside: partners[words.to] === behind,
    });
  return isOfLength(to - from, length) ? { from, to } : null;
}

/**
 * How many units belong to an edge of words of which some are lost: what was written in their place, as in 五链融合 that
 * became 六链融合. Not a number where nobody knows where the words end: more was written than lost, or their neighbours
 * are lost as well.
 */
function edge({
  lost,
  written,
  isBeside,
}: {
  readonly lost: number;
  readonly written: number;
  /** Whether the nearest unit of the context that is left was the neighbour of the words. */
  readonly isBeside: boolean;
}): number {
  if (lost === 0 || written === 0) return 0;
  return isBeside && written <= lost ? written : NaN;
}

function isPartner(partner: number): boolean {
  return partner >= 0;
}
