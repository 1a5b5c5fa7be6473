type Entry = {
  readonly source: string;
  readonly pinyin: string;
  readonly target: string;
};

// No locale decides: an edition has the same bytes on every machine.
const compare = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const TONES = ["\u0304", "\u0301", "\u030C", "\u0300"];

/** The letters of pinyin alone; ü comes behind u, as in dictionaries. */
function lettersOf(pinyin: string): string {
  return pinyin
    .normalize("NFD")
    .toLowerCase()
    .replace(/u([\u0300-\u0304\u030C]?)\u0308/g, "uz$1")
    .replace(/[^a-z0-9]/g, "");
}

/** The tones of pinyin in order, 1 to 4. */
function tonesOf(pinyin: string): string {
  return [...pinyin.normalize("NFD")]
    .map((sign) => TONES.indexOf(sign) + 1)
    .filter((tone) => tone > 0)
    .join("");
}

/** Orders terms as a dictionary of Chinese does: by the letters of their pinyin, then by tones, then by characters. */
export function byPinyin(a: Entry, b: Entry): number {
  const [first, second] = [a, b].map(({ pinyin, source }) =>
    // What has no pinyin ("5G", "GDP") stands by its own letters.
    pinyin === "" ? source : pinyin,
  ) as [string, string];
  return (
    compare(lettersOf(first), lettersOf(second)) ||
    compare(tonesOf(first), tonesOf(second)) ||
    compare(a.source, b.source)
  );
}

/** Orders names as an English index does: letter by letter, without article, capitals and accents. */
export function byEnglish(a: Entry, b: Entry): number {
  return (
    compare(indexKey(a.target), indexKey(b.target)) ||
    compare(a.target, b.target) ||
    compare(a.source, b.source)
  );
}

/** What a word stands under in an English index. */
export function indexKey(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
