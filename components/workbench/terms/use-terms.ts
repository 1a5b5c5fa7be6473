import { useMemo } from "react";
import type { RowView } from "@/core/documents/views";
import { hasRendering } from "@/core/glossary/has-rendering";
import type { TermMatch, TermView } from "@/core/glossary/term";
import { plainText } from "@/core/text/rich-text";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";

/** A term that occurs in a paragraph. */
export type TermHere = {
  readonly term: TermView;
  /** How often it occurs in the paragraph. */
  readonly count: number;
  /** True where the paragraph has English, and the rendering is not in it. */
  readonly isMissing: boolean;
};

export type TermsOfRow = {
  readonly matches: readonly TermMatch[];
  /** The distinct terms in the order of their first occurrence: Alt+1 is the first. */
  readonly terms: readonly TermHere[];
};

const NONE: TermsOfRow = { matches: [], terms: [] };

/** Finds the terms of a row; nothing while the glossary is not here. */
export function useTerms(row: RowView | null): TermsOfRow {
  const { glossary } = useWorkbench();
  const ready = useStored(glossary, (state) => state.ready);
  const source = row?.source;
  const target = row?.target;
  return useMemo(() => {
    if (ready === null || source === undefined || target === undefined)
      return NONE;
    const matches = ready.match(source);
    const english = plainText(target);
    const counts = new Map<string, number>();
    for (const { termId } of matches)
      counts.set(termId, (counts.get(termId) ?? 0) + 1);
    const terms = [...counts].flatMap(
      ([termId, count]): readonly TermHere[] => {
        const term = ready.terms.get(termId);
        if (term === undefined) return [];
        const isMissing =
          english.trim() !== "" && !hasRendering(english, term.target);
        return [{ term, count, isMissing }];
      },
    );
    return { matches, terms };
  }, [ready, source, target]);
}
