import type { Edition, EditionTerm } from "@/core/editions/edition";
import {
  findStems,
  readWords,
  wantedStems,
  wordsOf,
} from "@/core/glossary/has-rendering";
import { buildMatcher, matchTerms } from "@/core/glossary/matcher";
import { escapeHtml } from "./escape";
import type { FindRanges, TaggedRange } from "./text";

/** Finds the terms of a paragraph in its two texts: each once in either, where it stands first. */
export type TermFinder = (chinese: string) => {
  readonly source: FindRanges;
  readonly target: FindRanges;
};

/** What looking for renderings in one paragraph may cost, in words that are compared. */
const MOST = 1_000_000;

/** The id of a term in the glossary. */
export const termAnchor = (index: number) => `t${index + 1}`;

/**
 * Makes a finder of an edition's terms. In the Chinese a term shows its pinyin and rendering, in the English its pinyin and
 * characters; where the glossary is printed, it leads there.
 */
export function findTerms(edition: Edition, isLinked: boolean): TermFinder {
  const { glossary } = edition;
  const matcher = buildMatcher(
    glossary.map(({ source }, index) => ({ id: String(index), source })),
  );
  const wanted = glossary.map(({ target }) => wantedStems(target));
  const tag = (index: number, hint: string) => openTag(index, hint, isLinked);
  const close = isLinked ? "</a>" : "</span>";
  return (chinese) => {
    const here = new Set(
      matchTerms(matcher, chinese).map(({ termId }) => Number(termId)),
    );
    const longestFirst = [...here].sort(
      (a, b) => (wanted[b]?.length ?? 0) - (wanted[a]?.length ?? 0),
    );
    const left = { source: new Set(here), target: new Set(here) };
    const source: FindRanges = (text) =>
      matchTerms(matcher, text).flatMap(({ termId, from, to }) => {
        const index = Number(termId);
        const term = glossary[index];
        if (term === undefined || !left.source.delete(index)) return [];
        const open = tag(index, hintOf(term, "source"));
        return [{ from, to, open, close }];
      });
    const target: FindRanges = (text) => {
      if (left.target.size === 0) return [];
      const words = readWords(text);
      const taken = new Set<number>();
      const ranges: TaggedRange[] = [];
      let cost = 0;
      for (const index of longestFirst) {
        const term = glossary[index];
        if (term === undefined || !left.target.has(index)) continue;
        cost += words.stems.length;
        if (cost > MOST) break;
        const found = findStems(words, wanted[index] ?? [], taken);
        if (found === null) continue;
        for (const word of wordsOf(found)) taken.add(word);
        left.target.delete(index);
        ranges.push({
          from: words.ranges[found.first]?.from ?? 0,
          to: words.ranges[found.last]?.to ?? 0,
          open: tag(index, hintOf(term, "target")),
          close,
        });
      }
      return ranges.sort((a, b) => a.from - b.from);
    };
    return { source, target };
  };
}

function hintOf(term: EditionTerm, side: "source" | "target"): string {
  const other = side === "source" ? term.target : term.source;
  return term.pinyin === "" ? other : `${other} · ${term.pinyin}`;
}

function openTag(index: number, hint: string, isLinked: boolean): string {
  const attributes = `class="term" data-hint="${escapeHtml(hint)}"`;
  return isLinked
    ? `<a ${attributes} href="#${termAnchor(index)}">`
    : `<span ${attributes} tabindex="0">`;
}
