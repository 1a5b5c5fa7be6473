/** Writes Chinese in Hanyu Pinyin with tone marks. */
export type PinyinWriter = (source: string) => string;

const HAN = /^\p{Script=Han}+$/u;
/** Syllables that begin with a vowel are parted from the one before: píng'ān. */
const BARE_VOWEL = /^[aāáǎàoōóǒòeēéěè]/u;
/** Endings that make one word with what they end: xiàndàihuà. */
const SUFFIX = /^[化性式者力观率业]$/u;
/** Numerals, measures and particles, which stay words of their own. */
const LONER =
  /^[一二三四五六七八九十百千万亿两几第个项种条为的之和与及或以在把被对从向到是有不无了着过等]$/u;
/** Segmenting slows down with the square of the length; a term is never longer than this. */
const MAX_LENGTH = 200;
/** The most characters that the pinyin of a term may have (core/glossary/term). */
const MAX_PINYIN = 500;

/** Phrases of policy documents whose characters are read otherwise in most other texts. */
const READINGS: Readonly<Record<string, string>> = {
  基调: "jī diào",
  载体: "zài tǐ",
  为重要: "wéi zhòng yào",
  为核心: "wéi hé xīn",
  为主体: "wéi zhǔ tǐ",
  为中心: "wéi zhōng xīn",
  为导向: "wéi dǎo xiàng",
  为牵引: "wéi qiān yǐn",
  为抓手: "wéi zhuā shǒu",
  挑大梁: "tiāo dà liáng",
};

let writer: Promise<PinyinWriter> | null = null;

/**
 * Loads what writes pinyin; its dictionary is large and comes only when it is asked for. Words are written as one,
 * tones as in a dictionary (without sandhi); Latin letters and figures stay, quotation marks are left out; a source
 * without Chinese characters has no pinyin ("").
 */
export async function loadPinyin(): Promise<PinyinWriter> {
  writer ??= import("pinyin-pro").then(({ pinyin, customPinyin }) => {
    customPinyin(READINGS);
    const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
    const read = (text: string): readonly string[] =>
      pinyin(text, { type: "array", toneSandhi: false });
    return (source) => writePinyin(source, segmenter, read);
  });
  return writer;
}

type Word = { readonly text: string; readonly syllables: readonly string[] };

function writePinyin(
  source: string,
  segmenter: Intl.Segmenter,
  read: (text: string) => readonly string[],
): string {
  const text = source
    .slice(0, MAX_LENGTH)
    // Raised characters stay raised: 10⁸ is not 108.
    .replace(/[^²³¹⁰-ₜ]+/gu, (plain) => plain.normalize("NFKC"))
    .replace(/\p{Quotation_Mark}/gu, "");
  if (!/\p{Script=Han}/u.test(text)) return "";
  // Syllables are asked for the whole term, since how a character is read depends on its neighbours.
  const syllables = read(text);
  const words: Word[] = [];
  let at = 0;
  for (const { segment } of segmenter.segment(text)) {
    const length = [...segment].length;
    words.push({ text: segment, syllables: syllables.slice(at, at + length) });
    at += length;
  }
  return cutWords(joinWords(joinSingles(joinSuffixes(words))));
}

/** As many whole words as a term may have; a term of 200 characters reads longer than that. */
function cutWords(text: string): string {
  if (text.length <= MAX_PINYIN) return text;
  const end = text.lastIndexOf(" ", MAX_PINYIN);
  return text.slice(0, end > 0 ? end : MAX_PINYIN);
}

function joinSuffixes(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && SUFFIX.test(word.text) && isLong(last))
      joined[joined.length - 1] = join(last, word);
    else joined.push(word);
  }
  return joined;
}

/** Two single characters side by side are mostly one word that the segmenter did not know: nánkǒng, kēchuàng. */
function joinSingles(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length;) {
    let end = at;
    while (isSingle(words[end])) end += 1;
    const [first, second] = words.slice(at, end);
    if (end - at === 2 && first !== undefined && second !== undefined)
      joined.push(join(first, second));
    else joined.push(...words.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return joined;
}

function isSingle(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.syllables.length === 1 &&
    HAN.test(word.text) &&
    !LONER.test(word.text)
  );
}

function isLong(word: Word): boolean {
  return word.syllables.length > 1 && HAN.test(word.text);
}

function join(first: Word, second: Word): Word {
  return {
    text: first.text + second.text,
    syllables: [...first.syllables, ...second.syllables],
  };
}

function joinWords(words: readonly Word[]): string {
  let written = "";
  for (const word of words) {
    const next = HAN.test(word.text)
      ? joinSyllables(word.syllables)
      : word.text;
    written += needsBlank(written, next) ? ` ${next}` : next;
  }
  return written
    .replace(/\s*([、,;:。])\s*/gu, (_, sign: string) =>
      sign === "、" ? ", " : `${sign} `,
    )
    .replace(/\s+/gu, " ")
    .trim();
}

function needsBlank(before: string, next: string): boolean {
  if (/[\p{N}+.]$/u.test(before) && /^\p{N}/u.test(next)) return false;
  return /[\p{L}\p{N}+%]$/u.test(before) && /^[\p{L}\p{N}]/u.test(next);
}

function joinSyllables(syllables: readonly string[]): string {
  return syllables
    .map((syllable, index) =>
      index > 0 && BARE_VOWEL.test(syllable) ? `'${syllable}` : syllable,
    )
    .join("");
}
