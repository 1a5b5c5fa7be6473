import {
  findStems,
  readWords,
  wantedStems,
  type Words,
} from "@/core/glossary/has-rendering";
import { matchTerms } from "@/core/glossary/matcher";
import { plainText } from "@/core/text/rich-text";
import type { EditionInput } from "@/core/editions/edition-input";
import type { Finding } from "@/core/editions/finding";
import { finding, type CheckedRow } from "./found";

/** Finds approved terms of the Chinese whose rendering the English of the same part does not have. */
export function findMissingTerms(
  rows: readonly CheckedRow[],
  { terms, matcher }: Pick<EditionInput, "terms" | "matcher">,
): readonly Finding[] {
  const approved = new Map(
    terms
      .filter(({ status }) => status === "approved")
      .map((term) => [term.id, term]),
  );
  const stems = new Map<string, readonly string[]>();
  const stemsOf = (id: string, rendering: string) => {
    const known = stems.get(id) ?? wantedStems(rendering);
    stems.set(id, known);
    return known;
  };
  return rows.flatMap((row): readonly Finding[] => {
    if (row.target === null) return [];
    const ids = matchTerms(matcher, row.source).map(({ termId }) => termId);
    if (ids.length === 0) return [];
    const english = plainText(row.target).toLowerCase();
    let words: Words | null = null;
    return [...new Set(ids)].flatMap((id): readonly Finding[] => {
      const term = approved.get(id);
      if (term === undefined) return [];
      // Mostly the rendering stands there as it is, which is soon seen.
      if (english.includes(term.target.toLowerCase())) return [];
      const wanted = stemsOf(id, term.target);
      words ??= readWords(english);
      if (wanted.length === 0 || findStems(words, wanted) !== null) return [];
      return [finding("missing_term", row, `${term.source} → ${term.target}`)];
    });
  });
}
