import { plainText } from "@/core/text/rich-text";
import { compareText } from "./compare-text";
import type { ComparedTerm } from "@/core/editions/comparison";
import type { EditionTerm } from "@/core/editions/edition";
import { byPinyin } from "@/core/editions/assembly/order";

/** Compares the glossaries of two editions by the Chinese. Where a term occurs is no difference. */
export function compareTerms(
  before: readonly EditionTerm[],
  after: readonly EditionTerm[],
): readonly ComparedTerm[] {
  const earlier = new Map(before.map((term) => [term.source, term]));
  const later = new Map(after.map((term) => [term.source, term]));
  const all = new Map([...earlier, ...later]);
  return [...all.values()]
    .toSorted(byPinyin)
    .flatMap(({ source }) =>
      compareTerm(earlier.get(source) ?? null, later.get(source) ?? null),
    );
}

function compareTerm(
  before: EditionTerm | null,
  after: EditionTerm | null,
): readonly ComparedTerm[] {
  const term = after ?? before;
  if (term === null) return [];
  const { source, pinyin } = term;
  const target = compareText(before?.target ?? "", after?.target ?? "");
  const definition = compareText(defined(before), defined(after));
  if (target === null && definition === null) return [];
  return [
    {
      kind: kindOf(before, after),
      source,
      pinyin,
      target: target ?? [{ kind: "same", text: term.target }],
      definition,
    },
  ];
}

function kindOf(
  before: EditionTerm | null,
  after: EditionTerm | null,
): ComparedTerm["kind"] {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}

const defined = (term: EditionTerm | null) =>
  term === null || term.definition === null ? "" : plainText(term.definition);
