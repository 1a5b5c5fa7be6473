import { fold } from "@/core/text/fold";
import type { SearchHit } from "./views";

type Part = SearchHit["parts"][number];
type Range = { readonly from: number; readonly to: number };

/** Characters of a passage: about three lines of a list, in either language. */
const LENGTH = { zh: 120, en: 280 } as const;
/** How many of them stand before what was found, so that it is read in its sentence. */
const BEFORE = { zh: 24, en: 60 } as const;

// Enough for any list; a paragraph of nothing but the word is cut below anyway.
const MAX_FOUND = 200;

/** Cuts the passage around what was found out of a paragraph, with every folded term in it marked. */
export function searchParts(
  text: string,
  terms: readonly string[],
  language: SearchHit["language"],
): readonly Part[] {
  const found = findRanges(text, terms);
  const first = found[0]?.from ?? 0;
  const from = wordStart(text, Math.max(0, first - BEFORE[language]), first);
  const end = Math.min(text.length, from + LENGTH[language]);
  const to = Math.max(wordEnd(text, end), found[0]?.to ?? 0);
  const parts: Part[] = from > 0 ? [{ text: "…", found: false }] : [];
  let at = from;
  for (const range of found.filter((each) => each.to <= to)) {
    push(parts, text.slice(at, range.from), false);
    push(parts, text.slice(range.from, range.to), true);
    at = range.to;
  }
  push(parts, text.slice(at, to), false);
  if (to < text.length) parts.push({ text: "…", found: false });
  return parts;
}

function push(parts: Part[], text: string, found: boolean): void {
  const line = text.replace(/\s+/gu, " ");
  if (line !== "") parts.push({ text: line, found });
}

/** Where terms stand in a text, in order, none within another. */
function findRanges(text: string, terms: readonly string[]): readonly Range[] {
  const folded = fold(text);
  const all: Range[] = [];
  for (const term of terms) {
    let at = term === "" ? -1 : folded.text.indexOf(term);
    while (at >= 0 && all.length < MAX_FOUND) {
      all.push(folded.toSourceRange(at, at + term.length));
      at = folded.text.indexOf(term, at + term.length);
    }
  }
  let end = 0;
  return all
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

const isLetter = (text: string, at: number) =>
  /[\p{Script=Latin}\p{N}\p{M}]/u.test(text.charAt(at));
const isTrail = (text: string, at: number) =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The beginning of the next word, unless what was found comes first; never within a character. */
function wordStart(text: string, from: number, limit: number): number {
  let at = from;
  while (at > 0 && at < limit && isLetter(text, at - 1) && isLetter(text, at))
    at += 1;
  return isTrail(text, at) ? at - 1 : at;
}

function wordEnd(text: string, to: number): number {
  // No word is longer than this; what is, is cut.
  const limit = Math.max(0, to - 40);
  let at = to;
  while (at > limit && isLetter(text, at - 1) && isLetter(text, at)) at -= 1;
  const end = at === limit ? to : at;
  return isTrail(text, end) ? end + 1 : end;
}
