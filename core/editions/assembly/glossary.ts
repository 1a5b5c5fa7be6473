import { matchTerms } from "@/core/glossary/matcher";
import { withoutMarks } from "@/core/notes/marks";
import { isEmptyRichText, type RichText } from "@/core/text/rich-text";
import type { EditionName, EditionTerm } from "@/core/editions/edition";
import {
  isForReaders,
  type EditionInput,
  type EditionRow,
} from "@/core/editions/edition-input";
import { officialOrigin } from "@/core/glossary/official-terms";
import { byEnglish, byPinyin } from "./order";

/**
 * Lists the approved terms that the Chinese uses, by pinyin, with the paragraphs that use them. A definition is the body
 * of the term's published note: what a glossary says to translators (`note`) is not for readers and never gets here.
 */
export function listGlossary(
  rows: readonly EditionRow[],
  numbers: ReadonlyMap<string, number>,
  { terms, matcher, notes, suppressed }: EditionInput,
): readonly EditionTerm[] {
  const places = new Map<string, Set<number>>();
  for (const { rowId, source } of rows) {
    const number = numbers.get(rowId);
    if (number === undefined) continue;
    for (const { termId } of matchTerms(matcher, source)) {
      const found = places.get(termId);
      if (found === undefined) places.set(termId, new Set([number]));
      else found.add(number);
    }
  }
  const definitions = findDefinitions(notes, new Set(suppressed));
  return terms
    .flatMap((term): readonly EditionTerm[] => {
      const { id, source, pinyin, target, category, status } = term;
      const found = places.get(id);
      if (found === undefined || status !== "approved") return [];
      return [
        {
          source,
          pinyin,
          target,
          origin: officialOrigin(source, target),
          category,
          definition: definitions.get(id) ?? null,
          places: [...found].toSorted((a, b) => a - b),
        },
      ];
    })
    .toSorted(byPinyin);
}

function findDefinitions(
  notes: EditionInput["notes"],
  suppressed: ReadonlySet<string>,
): ReadonlyMap<string, RichText> {
  const definitions = new Map<string, RichText>();
  for (const note of notes) {
    const termId = note.term?.id ?? null;
    if (termId === null || !isForReaders(note)) continue;
    if (suppressed.has(note.id) || isEmptyRichText(note.body)) continue;
    definitions.set(termId, withoutMarks(note.body));
  }
  return definitions;
}

/** The names among the terms of an edition, by their English. */
export function listNames(
  glossary: readonly EditionTerm[],
): readonly EditionName[] {
  return glossary
    .filter(({ category }) => category !== "term")
    .map(({ source, pinyin, target, category, places }) => ({
      source,
      pinyin,
      target,
      category,
      places,
    }))
    .toSorted(byEnglish);
}
