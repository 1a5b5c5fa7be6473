/**
 * Tells whether an English text holds a term's rendering, roughly: each word of the rendering must appear in order and
 * close together, compared by its stem, so that plurals, -ed and -ing forms and a word between do not count as missing.
 * Words in round brackets ("(enterprises)") may be left out.
 */
export function hasRendering(english: string, rendering: string): boolean {
  const wanted = stems(rendering.replace(/\([^)]*\)/g, " "));
  if (wanted.length === 0) return true;
  const words = stems(english);
  return words.some(
    (word, at) => word === wanted[0] && follows(words, at, wanted),
  );
}

/** Words that may stand between two words of a rendering: "strategy of rural revitalization". */
const LARGEST_GAP = 2;

function follows(
  words: readonly string[],
  from: number,
  wanted: readonly string[],
): boolean {
  let at = from;
  return wanted.slice(1).every((stem) => {
    const next = words.indexOf(stem, at + 1);
    const isClose = next !== -1 && next - at <= LARGEST_GAP + 1;
    at = next;
    return isClose;
  });
}

const SMALL_WORDS = new Set(["a", "an", "the"]);

function stems(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !SMALL_WORDS.has(word)).map(stem);
}

function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?:ing|ed|es|s)$/, "")
    .replace(/e$/, "")
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}
