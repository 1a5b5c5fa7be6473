/** A text folded for being searched, and where each of its units stood in the text. */
export type FoldedWords = {
  readonly text: string;
  /** UTF-16 offsets in the text as given, one for each unit, and its end. */
  readonly at: readonly number[];
};

const QUOTES = /["'“”‘’「」『』«»]/u;
const HAN = /\p{Script=Han}/u;
const BLANK = /\s/u;

/**
 * Folds a text so that what is read alike is found alike: one width, one case, no accents, no quotation marks, no blanks
 * beside Chinese.
 */
export function foldWords(given: string): FoldedWords {
  let text = "";
  const at: number[] = [];
  let offset = 0;
  let blank = -1;
  for (const character of given) {
    const from = offset;
    offset += character.length;
    if (QUOTES.test(character)) continue;
    if (BLANK.test(character)) {
      if (blank === -1) blank = from;
      continue;
    }
    const folded = character
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase();
    const isBeside = HAN.test(character) || HAN.test(text.slice(-1));
    if (blank !== -1 && text !== "" && !isBeside) {
      text += " ";
      at.push(blank);
    }
    blank = -1;
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) at.push(from);
  }
  at.push(offset);
  return { text, at };
}

/** Finds the places of words in a folded text: offsets in the text as given, half-open. */
export function findWords(
  { text, at }: FoldedWords,
  wanted: string,
): readonly { readonly from: number; readonly to: number }[] {
  if (wanted === "") return [];
  const places: { from: number; to: number }[] = [];
  for (
    let found = text.indexOf(wanted);
    found !== -1;
    found = text.indexOf(wanted, found + wanted.length)
  ) {
    const last = at[found + wanted.length - 1] ?? 0;
    let next = found + wanted.length;
    while ((at[next] ?? Infinity) === last) next += 1;
    places.push({ from: at[found] ?? 0, to: at[next] ?? last + 1 });
  }
  return places;
}
