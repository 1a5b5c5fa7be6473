import {
  characterEnd,
  foldMany,
  foldUnits,
  type FoldedUnits,
} from "@/core/text/fold";
import { widenToQuotes } from "@/core/text/quotes";
import { buildAutomaton, longestByStart, type Automaton } from "./automaton";
import { canBeginAt, canEndAt } from "./boundaries";
import type { MatchableTerm, TermMatch } from "./term";

/** A glossary made ready for finding its terms in texts; build it once for each version. */
export type TermMatcher = {
  readonly automaton: Automaton;
  readonly ids: readonly string[];
  /** Length of each term in folded units. */
  readonly lengths: Int32Array;
};

/** Makes a matcher of terms. Of terms that are equal when folded the first counts; one that folds to nothing never matches. */
export function buildMatcher(terms: readonly MatchableTerm[]): TermMatcher {
  const { units, ends } = foldMany(terms.map((term) => term.source));
  return {
    automaton: buildAutomaton(units, ends),
    ids: terms.map((term) => term.id),
    lengths: ends.map((end, index) => end - (ends[index - 1] ?? 0)),
  };
}

/**
 * Finds the terms in a text: of all that begin first the longest, then on behind it; matches never overlap, and a
 * term inside a longer term is not a match. Offsets are UTF-16 offsets of the text as given.
 */
export function matchTerms(
  matcher: TermMatcher,
  text: string,
): readonly TermMatch[] {
  const folded = foldUnits(text);
  const longest = longestByStart(
    matcher.automaton,
    folded.units,
    folded.length,
  );
  const matches: TermMatch[] = [];
  let floor = 0;
  for (let at = 0; at < folded.length;) {
    const found = longest[at] ?? 0;
    const term =
      found === 0 ? -1 : longestValid(matcher, found, text, folded, at);
    if (term === -1) {
      at += 1;
      continue;
    }
    const end = at + (matcher.lengths[term] ?? 0);
    const match = locate(text, folded, at, end, floor, matcher.ids[term] ?? "");
    matches.push(match);
    floor = match.to;
    at = end;
  }
  return matches;
}

function locate(
  text: string,
  folded: FoldedUnits,
  at: number,
  end: number,
  floor: number,
  termId: string,
): TermMatch {
  const { starts, length } = folded;
  const from = starts[at] ?? 0;
  // Nothing was left out or joined inside: the common case, and there is no quotation mark to look for.
  if (end < length && starts[end] === from + end - at)
    return { termId, from, to: from + end - at };
  const range = widenToQuotes(
    text,
    from,
    characterEnd(text, starts[end - 1] ?? 0),
    // Marks that fold to a character of their own, as ”“ to 、, may begin the next match.
    { from: floor, to: (end < length ? starts[end] : null) ?? text.length },
  );
  return { termId, from: range.from, to: range.to };
}

function longestValid(
  matcher: TermMatcher,
  found: number,
  text: string,
  folded: FoldedUnits,
  at: number,
): number {
  if (!canBeginAt(text, folded, at)) return -1;
  const { term, longest, fail } = matcher.automaton;
  for (let node = found; node !== 0; node = longest[fail[node] ?? 0] ?? 0) {
    const index = term[node] ?? -1;
    if (canEndAt(text, folded, at + (matcher.lengths[index] ?? 0)))
      return index;
  }
  return -1;
}

/** Counts how often each term occurs in texts, by term id; terms that do not occur are not in it. */
export function countMatches(
  matcher: TermMatcher,
  texts: Iterable<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const { termId } of matchTerms(matcher, text))
      counts.set(termId, (counts.get(termId) ?? 0) + 1);
  }
  return counts;
}

/** Glossaries in use at one time in one process; a large one takes some 20 MB. */
const SHARED_MATCHERS = 8;
const shared = new Map<string, TermMatcher>();

/** The matcher of a glossary at one version, where it was built and is still kept; else null. */
export function sharedMatcher(key: string): TermMatcher | null {
  return shared.get(key) ?? null;
}

/** The matcher of a glossary at one version, built once and shared; `key` names both, such as "projectId:version". */
export function matcherFor(
  key: string,
  terms: readonly MatchableTerm[],
): TermMatcher {
  const matcher = shared.get(key) ?? buildMatcher(terms);
  // A map remembers the order of insertion: what is used moves to the end, the first is the longest unused.
  shared.delete(key);
  shared.set(key, matcher);
  for (const oldest of shared.keys()) {
    if (shared.size <= SHARED_MATCHERS) break;
    shared.delete(oldest);
  }
  return matcher;
}
