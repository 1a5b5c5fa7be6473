/** A text folded for being searched, and where each of its units stood in the text. */
export type FoldedWords = {
  readonly text: string;
  /** UTF-16 offsets in the text as given, one for each unit, and its end. */
  readonly at: readonly number[];
};

const QUOTES = /["'“”‘’「」『』«»]/u;
const HAN = /\p{Script=Han}/u;
const BLANK = /\s/u;

/** What a character is read as; null for one that is not read at all. */
type Read = { readonly folded: string; readonly isHan: boolean } | null;

const BLANKS: Read = { folded: " ", isHan: false };

// Texts have few different characters, and looking at one is slow.
const known = new Map<string, Read>();

function readCharacter(character: string): Read {
  const read = known.get(character);
  if (read !== undefined) return read;
  const fresh = foldCharacter(character);
  known.set(character, fresh);
  return fresh;
}

function foldCharacter(character: string): Read {
  if (QUOTES.test(character)) return null;
  if (BLANK.test(character)) return BLANKS;
  const folded = character
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  return folded === "" ? null : { folded, isHan: HAN.test(character) };
}

/**
 * Folds a text so that what is read alike is found alike: one width, one case, no accents, no quotation marks, no blanks
 * beside Chinese.
 */
export function foldWords(given: string): FoldedWords {
  let text = "";
  const at: number[] = [];
  let offset = 0;
  let blank = -1;
  let isBehindHan = true;
  for (const character of given) {
    const from = offset;
    offset += character.length;
    const read = readCharacter(character);
    if (read === null) continue;
    if (read === BLANKS) {
      if (blank === -1) blank = from;
      continue;
    }
    // At the beginning, too, a blank is nothing.
    if (blank !== -1 && !isBehindHan && !read.isHan) {
      text += " ";
      at.push(blank);
    }
    blank = -1;
    isBehindHan = read.isHan;
    text += read.folded;
    for (let unit = 0; unit < read.folded.length; unit += 1) at.push(from);
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
