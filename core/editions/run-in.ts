/** Where the parts of an English paragraph's opening are; UTF-16 offsets, half-open. */
export type Opening = {
  /** End of the number that opens the text ("5. ", "II. ", "(3) "), with the space behind it; 0 where there is none. */
  readonly markerTo: number;
  /** End of the first sentence, its closing quotation marks and stop included. */
  readonly sentenceTo: number;
};

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,3}){0,3}`;
const ROMAN =
  "(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}|x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3})";
const NAMED = String.raw`(?:Chapter|CHAPTER|Section|SECTION|Article|ARTICLE|Part|PART|Annex|ANNEX|Appendix|APPENDIX)\s+(?:\d+|${ROMAN})[.:]?(?=\s|$)`;
const MARKER = new RegExp(
  String.raw`^\s*(?:${NAMED}|[（(]\s*(?:\d{1,3}|${ROMAN}|[a-z])\s*[）)]|(?:${NUMBER}|${ROMAN}|[A-Za-z])[.)、．](?=\s|$)|\d{1,3}[.)、．](?=[\p{Lu}“"‘[])|\d{1,3}(?:\.\d{1,3}){1,3}(?=\s+\p{Lu})|[①-⑳]|[—–-]+)\s*`,
  "u",
);

// A stop behind one of these, or behind a single capital, does not end a sentence.
const ABBREVIATION =
  /(?:^|[\s(“"‘'[])(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|Art|Arts|Sec|Ch|Fig|Vol|vs|cf|etc|e\.g|i\.e|approx|Co|Ltd|Inc|Jr|Sr|Gen|Sen|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu}(?:\.\p{Lu})*)$/u;

// Begins where a row of stops begins, nowhere inside of it: a hundred thousand dots are looked at once.
const STOP = /(?<![.!?。！？])[.!?。！？]+[”’"')\]]*(?=\s|$)/gu;

/**
 * Finds the number and the first sentence that open an English paragraph. A number is looked for only where the source
 * has a marker: "1.75 percent" may open a paragraph too.
 */
export function findOpening(text: string, hasMarker: boolean): Opening {
  const markerTo = hasMarker ? (MARKER.exec(text)?.[0].length ?? 0) : 0;
  STOP.lastIndex = markerTo;
  for (let stop = STOP.exec(text); stop !== null; stop = STOP.exec(text)) {
    const before = text.slice(Math.max(markerTo, stop.index - 20), stop.index);
    const isAbbreviation = stop[0] === "." && ABBREVIATION.test(before);
    if (!isAbbreviation)
      return { markerTo, sentenceTo: stop.index + stop[0].length };
  }
  return { markerTo, sentenceTo: text.length };
}

/** The words of an English heading: the text without the number that opens it. */
export function headingWords(text: string, hasMarker: boolean): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.slice(findOpening(line, hasMarker).markerTo).trim();
}

/** The words of an English run-in heading: the first sentence without its number and stop; null where there is none. */
export function runInWords(text: string, hasMarker: boolean): string | null {
  const { markerTo, sentenceTo } = findOpening(text, hasMarker);
  const words = text.slice(markerTo, sentenceTo).trim().replace(/\.$/, "");
  return words === "" || words.length > 300 ? null : words;
}
