import { fold } from "@/core/text/fold";
import type { TermView } from "./term";

export const TERM_ORDERS = ["newest", "pinyin", "target", "uses"] as const;
export type TermOrder = (typeof TERM_ORDERS)[number];

export const TERM_FILTERS = [
  "all",
  "approved",
  "proposed",
  "names",
  "unused",
] as const;
export type TermFilter = (typeof TERM_FILTERS)[number];

/** A term with the text in which it is searched. */
export type SearchableTerm = {
  readonly term: TermView;
  readonly text: string;
  readonly pinyin: string;
};

/** Folds terms once, so that every key typed in a search only compares. */
export function makeSearchable(
  terms: readonly TermView[],
): readonly SearchableTerm[] {
  return terms.map((term) => ({
    term,
    text: [term.source, term.target, term.note]
      .map((part) => fold(part).text)
      .join("\n"),
    pinyin: plainPinyin(term.pinyin),
  }));
}

/** Finds terms by Chinese, English, note, or pinyin with or without tones and blanks; an empty query finds all. */
export function searchTerms(
  terms: readonly SearchableTerm[],
  query: string,
): readonly TermView[] {
  const text = fold(query).text;
  const pinyin = plainPinyin(query);
  if (text === "") return terms.map(({ term }) => term);
  return terms
    .filter(
      (searchable) =>
        searchable.text.includes(text) ||
        (pinyin !== "" && searchable.pinyin.includes(pinyin)),
    )
    .map(({ term }) => term);
}

/** Pinyin without tones, blanks and apostrophes; v is what keyboards write for ü. */
function plainPinyin(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("v", "ü")
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0304\u030c]/g, "")
    .normalize("NFC")
    .replace(/[^a-zü0-9]/g, "");
}

/** Keeps the terms that a filter shows; `uses` is how often a term occurs, null while that is not known. */
export function filterTerms(
  terms: readonly TermView[],
  filter: TermFilter,
  uses: Readonly<Record<string, number>> | null,
): readonly TermView[] {
  switch (filter) {
    case "all":
      return terms;
    case "approved":
    case "proposed":
      return terms.filter(({ status }) => status === filter);
    case "names":
      return terms.filter(({ category }) => category !== "term");
    case "unused":
      return uses === null
        ? terms
        : terms.filter(({ id }) => uses[id] === undefined);
  }
}

/** Puts terms in order; what is equal stays as it was. */
export function orderTerms(
  terms: readonly TermView[],
  order: TermOrder,
  uses: Readonly<Record<string, number>> | null,
): readonly TermView[] {
  switch (order) {
    // Ids are sortable by time.
    case "newest":
      return terms.toSorted((a, b) => compare(b.id, a.id));
    case "pinyin":
      return byText(terms, ({ pinyin, source }) =>
        plainPinyin(pinyin === "" ? source : pinyin),
      );
    case "target":
      return byText(terms, ({ target }) => target.toLowerCase());
    case "uses":
      return terms.toSorted(
        (a, b) => (uses?.[b.id] ?? 0) - (uses?.[a.id] ?? 0),
      );
  }
}

function byText(
  terms: readonly TermView[],
  text: (term: TermView) => string,
): readonly TermView[] {
  const keyed = terms.map((term) => ({ term, key: text(term) }));
  return keyed.sort((a, b) => compare(a.key, b.key)).map(({ term }) => term);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
