/** A part of a text, UTF-16 offsets, half-open. */
type Range = { readonly from: number; readonly to: number };

/** A text as its words; small words do not count. */
export type Words = {
  readonly stems: readonly string[];
  readonly ranges: readonly Range[];
};

/** The first and the last of words, by their places among all words. */
export type WordRange = { readonly first: number; readonly last: number };

const NONE: ReadonlySet<number> = new Set();

/**
 * Tells whether an English text holds a term's rendering, roughly: each word of the rendering must appear in order and
 * close together, compared by its stem, so that plurals, -ed and -ing forms and a word between do not count as missing.
 * Words in round brackets ("(enterprises)") may be left out.
 */
export function hasRendering(english: string, rendering: string): boolean {
  const wanted = wantedStems(rendering);
  return wanted.length === 0 || findStems(readWords(english), wanted) !== null;
}

/** Reads the words of a text for looking renderings up in it. */
export function readWords(text: string): Words {
  const stems: string[] = [];
  const ranges: Range[] = [];
  for (const { 0: word, index: from } of text.matchAll(WORD)) {
    const lower = word.toLowerCase();
    if (SMALL_WORDS.has(lower)) continue;
    stems.push(stemOf(lower));
    ranges.push({ from, to: from + word.length });
  }
  return { stems, ranges };
}

const WORD = /[\p{L}\p{N}]+/gu;

/** Words of texts come again and again; a long document has some ten thousand different ones. */
const MOST_STEMS = 20_000;
const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const found = stem(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  // A word of any length would be kept as long as the process lives.
  if (word.length < 40) stems.set(word, found);
  return found;
}

/** The words that a text must have to hold a rendering. */
export function wantedStems(rendering: string): readonly string[] {
  return readWords(rendering.replace(/\([^)]*\)/g, " ")).stems;
}

/** Finds the first place of a rendering's words outside of the words that are taken; null where it has no words or they are not there. */
export function findStems(
  { stems }: Words,
  wanted: readonly string[],
  taken: ReadonlySet<number> = NONE,
): WordRange | null {
  const [first] = wanted;
  if (first === undefined) return null;
  for (
    let at = stems.indexOf(first);
    at !== -1;
    at = stems.indexOf(first, at + 1)
  ) {
    const last = follow(stems, at, wanted);
    if (last === null) continue;
    const place = { first: at, last };
    if (isFree(place, taken)) return place;
  }
  return null;
}

function isFree({ first, last }: WordRange, taken: ReadonlySet<number>) {
  for (let word = first; word <= last; word += 1)
    if (taken.has(word)) return false;
  return true;
}

/** The words of a place, by their places among all words. */
export function wordsOf({ first, last }: WordRange): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Words that may stand between two words of a rendering: "strategy of rural revitalization". */
const LARGEST_GAP = 2;

/** The index of the last word of a rendering whose first word stands at an index. */
function follow(
  stems: readonly string[],
  from: number,
  wanted: readonly string[],
): number | null {
  let at = from;
  for (const wantedStem of wanted.slice(1)) {
    const near = stems.slice(at + 1, at + LARGEST_GAP + 2);
    const gap = near.indexOf(wantedStem);
    if (gap === -1) return null;
    at += gap + 1;
  }
  return at;
}

const SMALL_WORDS = new Set(["a", "an", "the"]);

function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ing|ed|es|s)$/, "")
    .replace(/e$/, "")
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}
