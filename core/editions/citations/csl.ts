import type { Edition } from "@/core/editions/edition";
import { citationFacts, type Citable } from "./facts";

/** An edition as an item of CSL-JSON, which Zotero, pandoc and citeproc read; a draft is a document, not a report. */
export function citationCsl(edition: Citable): Edition["citation"]["csl"] {
  const facts = citationFacts(edition);
  const { names, issuer, number, address, originalTitle } = facts;
  return {
    id: facts.key,
    type: number === null ? "document" : "report",
    ...(issuer === null ? {} : { author: [{ literal: issuer }] }),
    title: facts.title,
    ...(originalTitle === null ? {} : { "original-title": originalTitle }),
    ...(facts.originalDate === null
      ? {}
      : { "original-date": dateParts(facts.originalDate) }),
    ...people("translator", names.translator),
    ...people("editor", names.editor),
    ...people("contributor", names.annotator),
    ...(issuer === null ? {} : { publisher: issuer }),
    genre: number === null ? "Draft translation" : "English edition",
    ...(number === null
      ? {}
      : { number: String(number), edition: String(number) }),
    issued: dateParts(facts.date),
    language: facts.language,
    ...(address === null ? {} : { URL: address }),
  };
}

const people = (role: string, names: readonly string[]) =>
  names.length === 0 ? {} : { [role]: names.map((literal) => ({ literal })) };

const dateParts = (date: string) => ({
  "date-parts": [date.split("-").map(Number)],
});
