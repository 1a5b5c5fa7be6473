/** A part of a text, UTF-16 offsets, half-open. */
type Range = { readonly from: number; readonly to: number };

/** A text as its words; small words do not count. */
export type Words = {
  readonly text: string;
  readonly stems: readonly string[];
  readonly ranges: readonly Range[];
};

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
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(({ 0: word, index: from }) => ({
      word: word.toLowerCase(),
      from,
      to: from + word.length,
    }))
    .filter(({ word }) => !SMALL_WORDS.has(word));
  return {
    text,
    stems: found.map(({ word }) => stem(word)),
    ranges: found.map(({ from, to }) => ({ from, to })),
  };
}

/** The words that a text must have to hold a rendering. */
export function wantedStems(rendering: string): readonly string[] {
  return readWords(rendering.replace(/\([^)]*\)/g, " ")).stems;
}

/** Finds the first place of a rendering's words outside of what is taken; null where it has no words or they are not there. */
export function findStems(
  { stems, ranges }: Words,
  wanted: readonly string[],
  taken: readonly Range[] = [],
): Range | null {
  const [first] = wanted;
  if (first === undefined) return null;
  for (
    let at = stems.indexOf(first);
    at !== -1;
    at = stems.indexOf(first, at + 1)
  ) {
    const last = follow(stems, at, wanted);
    const [start, end] = [ranges[at], last === null ? undefined : ranges[last]];
    if (start === undefined || end === undefined) continue;
    const place = { from: start.from, to: end.to };
    const isFree = taken.every(
      ({ from, to }) => place.to <= from || to <= place.from,
    );
    if (isFree) return place;
  }
  return null;
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
    const next = stems.indexOf(wantedStem, at + 1);
    if (next === -1 || next - at > LARGEST_GAP + 1) return null;
    at = next;
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
