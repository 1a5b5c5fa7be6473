import type { TermMatch } from "@/core/glossary/term";
import { matchTerms, type TermMatcher } from "@/core/glossary/matcher";

import type { ParagraphKind } from "@/core/source/paragraph";
import type { RichText } from "@/core/text/rich-text";
import { findRenderings, insertAll, type Insertion } from "./find-rendering";
import { marksOf } from "./marks";

/** The `ref` of a mark that nobody set: a term's note at the term's first use. */
export const FIRST_USE_REF = "firstuse";

export type FirstUseRow = {
  readonly rowId: string;
  readonly kind: ParagraphKind;
  readonly source: string;
  readonly target: RichText;
};

/** An approved term that has a note. */
export type NotedTerm = {
  readonly noteId: string;
  readonly termId: string;
  readonly rendering: string;
};

/** Where a term is used first: the row, and the term's place in its source. */
export type FirstUse = {
  readonly noteId: string;
  readonly rowId: string;
  readonly from: number;
  readonly to: number;
  readonly rendering: string;
};

/** Running text: titles, headings, metadata and tables use a term without being the place to explain it. */
const RUNNING: readonly ParagraphKind[] = ["numbered", "item", "body"];

/**
 * Finds the first use of terms that have a note, in the order of the rows: the first row of running text that has the
 * term in its source (matched against the whole glossary, so that a term inside a longer one is no use of it) and the
 * rendering in its English. Notes that are set by hand or not wanted have none. `terms` are all approved terms with a
 * note; those that need no mark still keep others out of their renderings.
 */
export function findFirstUses({
  rows,
  terms,
  matcher,
  explicit,
  suppressed,
}: {
  readonly rows: readonly FirstUseRow[];
  readonly terms: readonly NotedTerm[];
  readonly matcher: TermMatcher;
  readonly explicit: ReadonlySet<string>;
  readonly suppressed: ReadonlySet<string>;
}): readonly FirstUse[] {
  const known = new Map(terms.map((term) => [term.termId, term]));
  const wanted = new Set(
    terms
      .filter(({ noteId }) => !explicit.has(noteId) && !suppressed.has(noteId))
      .map(({ noteId }) => noteId),
  );
  const uses: FirstUse[] = [];
  for (const row of rows) {
    if (wanted.size === 0) break;
    if (!RUNNING.includes(row.kind)) continue;
    const here = new Map<string, TermMatch>();
    for (const match of matchTerms(matcher, row.source))
      if (known.has(match.termId) && !here.has(match.termId))
        here.set(match.termId, match);
    const isWanted = [...here.keys()].some((termId) =>
      wanted.has(known.get(termId)?.noteId ?? ""),
    );
    if (!isWanted) continue;
    for (const use of usesIn(row, [...here.values()], known)) {
      if (wanted.delete(use.noteId)) uses.push(use);
    }
  }
  return uses;
}

/** The noted terms of a row that its English has, too, those that need no mark among them: they take their renderings. */
function usesIn(
  { rowId, target }: FirstUseRow,
  matches: readonly TermMatch[],
  known: ReadonlyMap<string, NotedTerm>,
): readonly FirstUse[] {
  const uses = matches.flatMap(({ termId, from, to }): readonly FirstUse[] => {
    const term = known.get(termId);
    if (term === undefined) return [];
    const { noteId, rendering } = term;
    return [{ noteId, rowId, from, to, rendering }];
  });
  const places = findRenderings(
    target,
    uses.map(({ rendering }) => rendering),
  );
  return uses.filter((_, index) => places[index] !== null);
}

/**
 * Puts the marks of term notes behind their renderings; a rendering that is not there gets none. A note that has a mark
 * in the text already is left as it is.
 */
export function markFirstUses(
  target: RichText,
  uses: readonly Pick<FirstUse, "noteId" | "rendering">[],
): RichText {
  if (uses.length === 0) return target;
  const marked = new Set(marksOf(target).map(({ noteId }) => noteId));
  const wanted = uses.filter(({ noteId }) => !marked.has(noteId));
  const places = findRenderings(
    target,
    wanted.map(({ rendering }) => rendering),
  );
  const insertions = wanted.flatMap(
    ({ noteId }, index): readonly Insertion[] => {
      const place = places[index] ?? null;
      const mark = { kind: "note", noteId, ref: FIRST_USE_REF } as const;
      return place === null ? [] : [{ place, runs: [mark] }];
    },
  );
  return insertAll(target, insertions);
}
