import { hasRendering } from "@/core/glossary/has-rendering";
import { matchTerms, type TermMatcher } from "@/core/glossary/matcher";
import { findRendering, insertRuns } from "./find-rendering";
import type { ParagraphKind } from "@/core/source/paragraph";
import { plainText, type RichText } from "@/core/text/rich-text";

/** The `ref` of a mark that nobody set: a term's note at the term's first use. */
export const FIRST_USE_REF = "firstuse";

export type FirstUseRow = {
  readonly rowId: string;
  readonly kind: ParagraphKind;
  readonly source: string;
  readonly target: RichText;
};

/** A term that has a note; only approved terms are given. */
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
 * Finds the first use of terms that have a note: the first row of running text that has the term in its source (matched
 * against the whole glossary) and the rendering in its English. Notes that are set by hand or not wanted have none.
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
  const wanted = new Map(
    terms
      .filter(({ noteId }) => !explicit.has(noteId) && !suppressed.has(noteId))
      .map((term) => [term.termId, term]),
  );
  const uses: FirstUse[] = [];
  for (const { rowId, kind, source, target } of rows) {
    if (wanted.size === 0) break;
    if (!RUNNING.includes(kind)) continue;
    for (const { termId, from, to } of matchTerms(matcher, source)) {
      const term = wanted.get(termId);
      if (term === undefined) continue;
      const { noteId, rendering } = term;
      if (!hasRendering(plainText(target), rendering)) continue;
      wanted.delete(termId);
      uses.push({ noteId, rowId, from, to, rendering });
    }
  }
  return uses;
}

/** Puts the marks of term notes behind their renderings; a rendering that is not there gets none. */
export function markFirstUses(
  target: RichText,
  uses: readonly Pick<FirstUse, "noteId" | "rendering">[],
): RichText {
  return uses.reduce((text, { noteId, rendering }) => {
    const place = findRendering(text, rendering);
    const mark = { kind: "note", noteId, ref: FIRST_USE_REF } as const;
    return place === null ? text : insertRuns(text, place, [mark]);
  }, target);
}
