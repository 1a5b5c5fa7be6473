import type { EditionTerm } from "@/core/editions/edition";
import {
  findStems,
  readWords,
  wantedStems,
  wordsOf,
} from "@/core/glossary/has-rendering";
import { buildMatcher, matchTerms } from "@/core/glossary/matcher";
import type { Side, Span } from "./spans";

/** A part of a line: a term of the glossary by its place in it, or what is none. */
export type TermPiece = {
  readonly term: number | null;
  readonly spans: readonly Span[];
};

/** Parts a line of a paragraph into terms and what is between them. */
export type PartTerms = (
  spans: readonly Span[],
  side: Side,
  number: number | null,
) => readonly TermPiece[];

type TermRange = {
  readonly from: number;
  readonly to: number;
  readonly term: number;
};

/** What looking for renderings in one line may cost, in words that are compared. */
const MOST = 1_000_000;

/** Makes a finder of terms: in the Chinese wherever they stand, in the English where their rendering is first in a line. */
export function findTermPieces(
  glossary: readonly Pick<EditionTerm, "source" | "target" | "places">[],
): PartTerms {
  const matcher = buildMatcher(
    glossary.map(({ source }, index) => ({ id: String(index), source })),
  );
  const wanted = glossary.map(({ target }) => wantedStems(target));
  const byPlace = new Map<number, number[]>();
  for (const [index, { places }] of glossary.entries()) {
    for (const place of places) {
      const here = byPlace.get(place) ?? [];
      here.push(index);
      byPlace.set(place, here);
    }
  }
  for (const here of byPlace.values())
    here.sort((a, b) => (wanted[b]?.length ?? 0) - (wanted[a]?.length ?? 0));
  return (spans, side, number) => {
    if (glossary.length === 0) return [{ term: null, spans }];
    const text = spans.map(wordsOfSpan).join("");
    const ranges =
      side === "source"
        ? matchTerms(matcher, text).map(({ termId, from, to }) => ({
            from,
            to,
            term: Number(termId),
          }))
        : findRenderings(text, byPlace.get(number ?? 0) ?? [], wanted);
    return ranges.length === 0
      ? [{ term: null, spans }]
      : partSpans(spans, ranges);
  };
}

function findRenderings(
  text: string,
  terms: readonly number[],
  wanted: readonly (readonly string[])[],
): readonly TermRange[] {
  if (terms.length === 0) return [];
  const words = readWords(text);
  const taken = new Set<number>();
  const ranges: TermRange[] = [];
  let cost = 0;
  for (const term of terms) {
    cost += words.stems.length;
    if (cost > MOST) break;
    const found = findStems(words, wanted[term] ?? [], taken);
    if (found === null) continue;
    for (const word of wordsOf(found)) taken.add(word);
    const from = words.ranges[found.first]?.from ?? 0;
    ranges.push({ from, to: words.ranges[found.last]?.to ?? from, term });
  }
  return ranges.sort((a, b) => a.from - b.from);
}

const wordsOfSpan = (span: Span) => {
  if (span.kind === "note") return "";
  return span.kind === "text" ? span.text : "\n";
};

function partSpans(
  spans: readonly Span[],
  ranges: readonly TermRange[],
): readonly TermPiece[] {
  const pieces: { readonly term: TermRange | null; readonly spans: Span[] }[] =
    [];
  const put = (term: TermRange | null, span: Span) => {
    const last = pieces.at(-1);
    if (last !== undefined && last.term === term) last.spans.push(span);
    else pieces.push({ term, spans: [span] });
  };
  let at = 0;
  let next = 0;
  for (const span of spans) {
    if (span.kind !== "text") {
      put(null, span);
      at += wordsOfSpan(span).length;
      continue;
    }
    const end = at + span.text.length;
    for (let from = at; from < end;) {
      while ((ranges[next]?.to ?? Infinity) <= from) next += 1;
      const range = ranges[next];
      const isInside = range !== undefined && range.from <= from;
      const stop = isInside ? range.to : (range?.from ?? end);
      const to = Math.min(end, stop);
      put(isInside ? range : null, {
        ...span,
        text: span.text.slice(from - at, to - at),
      });
      from = to;
    }
    at = end;
  }
  return pieces.map(({ term, spans: own }) => ({
    term: term?.term ?? null,
    spans: own,
  }));
}
