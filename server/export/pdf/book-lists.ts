import { words } from "@/core/export/imprint";
import type { Printed, PrintedTerm } from "@/core/export/printed";
import { plainSpan } from "@/core/export/spans";
import { CATEGORIES, ORIGINS } from "@/core/export/wording";
import { targetsOf } from "./book-paragraphs";
import { UNMARKED, type Setter } from "./set-spans";

// A term that is everywhere need not be looked up everywhere.
const MAX_PLACES = 20;

/** Sets the lists at the end: glossary, names and abbreviations. */
export function setLists(printed: Printed, setter: Setter) {
  const targets = targetsOf(printed);
  const english = (text: string) => setter.line(words(text), UNMARKED);
  const chinese = (text: string) => setter.line([plainSpan(text)], UNMARKED);
  const places = (all: readonly number[]) => {
    const known = all.filter((number) => targets.has(number));
    return {
      places: known.slice(0, MAX_PLACES),
      more: known.length > MAX_PLACES,
    };
  };
  return {
    glossary: printed.glossary.map((term) => ({
      zh: chinese(term.source),
      pinyin: english(term.pinyin),
      en: english(term.target),
      origin: english(originOf(term)),
      definition:
        term.definition === null
          ? null
          : setter.text(term.definition, UNMARKED),
      ...places(term.places),
    })),
    names: printed.names.map((name) => ({
      zh: chinese(name.source),
      pinyin: english(name.pinyin),
      en: english(name.target),
      kind: CATEGORIES[name.category],
      ...places(name.places),
    })),
    abbreviations: printed.abbreviations.map(({ short, long, number }) => ({
      short: english(short),
      long: english(long),
      ...places([number]),
    })),
  };
}

function originOf({ origin }: PrintedTerm): string {
  return origin.kind === "official"
    ? `${ORIGINS.official}: ${origin.source}`
    : ORIGINS.house;
}
