import { plainText } from "@/core/text/rich-text";
import type { Edition, EditionParagraph } from "@/core/editions/edition";
import { indexKey } from "./order";

type Abbreviation = Edition["abbreviations"][number];

/** A short form: in brackets behind what it stands for, perhaps with more behind a semicolon or a comma. */
const SHORT =
  /[(（]\s*([\p{L}\p{N}][\p{L}\p{N}&.’'/+-]{0,9})\s*(?:[;,][^()（）]{0,200})?[)）]/gu;

/** The most that is looked at before a bracket, in characters: a long form has at most twenty words. */
const BEFORE = 300;

/**
 * Finds the abbreviations that the English explains ("gross domestic product (GDP)"), each where it does so first, by the
 * short form. The method is Schwartz and Hearst's (2003): the letters of the short form are looked for from its end in the
 * words before the bracket, and its first must begin a word.
 */
export function findAbbreviations(
  paragraphs: readonly Pick<EditionParagraph, "number" | "target">[],
): readonly Abbreviation[] {
  const found = new Map<string, Abbreviation>();
  for (const { number, target } of paragraphs) {
    if (target === null) continue;
    for (const { short, long } of findPairs(plainText(target)))
      if (!found.has(short)) found.set(short, { short, long, number });
  }
  return [...found.values()].toSorted((a, b) => {
    const [first, second] = [indexKey(a.short), indexKey(b.short)];
    if (first === second) return a.short < b.short ? -1 : 1;
    return first < second ? -1 : 1;
  });
}

type Pair = Pick<Abbreviation, "short" | "long">;

function findPairs(text: string): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const match of text.matchAll(SHORT)) {
    const short = match[1] ?? "";
    if (!isShort(short)) continue;
    const before = text.slice(Math.max(0, match.index - BEFORE), match.index);
    const long = findLong(short, wordsBefore(before, short));
    if (long !== null) pairs.push({ short, long });
  }
  return pairs;
}

/** Two to ten characters, of which at least two are capitals or figures and one a letter: "(R&D)", "(15th)" is none. */
function isShort(text: string): boolean {
  const heavy = text.match(/[\p{Lu}\p{N}]/gu)?.length ?? 0;
  return heavy >= 2 && /\p{Lu}/u.test(text) && !/^\p{N}+\p{Ll}+$/u.test(text);
}

/** As many words before the bracket as the short form may stand for, in one sentence. */
function wordsBefore(before: string, short: string): string {
  const sentence = before.split(/[.;:!?()（）[\]\n]\s/u).at(-1) ?? "";
  const words = sentence.trim().split(/\s+/u);
  const most = Math.min(short.length + 5, short.length * 2);
  return words.slice(-most).join(" ");
}

/** Finds the shortest row of words at the end of a text in which the letters of a short form stand in order. */
function findLong(short: string, text: string): string | null {
  let at = text.length - 1;
  for (let index = short.length - 1; index >= 0; index -= 1) {
    const letter = short.charAt(index).toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    const fits = () =>
      text.charAt(at).toLowerCase() === letter &&
      (index > 0 || at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)));
    while (at >= 0 && !fits()) at -= 1;
    if (at < 0) return null;
    at -= 1;
  }
  const from = text.lastIndexOf(" ", at + 1) + 1;
  const long = text.slice(from).replace(/^[“‘"'(]+|[”’"',]+$/gu, "");
  const isLonger = long.length > short.length && /\s|-/u.test(long);
  return isLonger && !long.split(/\s+/u).includes(short) ? long : null;
}
