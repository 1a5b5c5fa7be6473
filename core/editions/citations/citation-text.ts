import { citationFacts, dayInWords, listInWords, type Citable } from "./facts";

/** How an edition is cited in a sentence of a footnote or a list of references. */
export function citationText(edition: Citable): string {
  const facts = citationFacts(edition);
  const { title, originalTitle, issuer, names, number, date, address } = facts;
  const parts = [
    issuer,
    originalTitle === null ? title : `${title} (${originalTitle})`,
    facts.originalDate === null ? null : dayInWords(facts.originalDate),
    by("translated", names.translator),
    by("annotated", names.annotator),
    by("edited", names.editor),
    number === null ? "draft translation" : `English edition ${number}`,
    dayInWords(date),
    address,
  ];
  return `${parts.filter((part) => part !== null && part !== "").join(", ")}.`;
}

const by = (done: string, names: readonly string[]) =>
  names.length === 0 ? null : `${done} by ${listInWords(names)}`;

/** How one paragraph of an edition is cited. */
export function paragraphCitation(edition: Citable, number: number): string {
  const { address } = citationFacts(edition);
  const whole = citationText(edition);
  if (address === null) return whole.replace(/\.$/, `, paragraph ${number}.`);
  const before = whole.slice(0, -`${address}.`.length);
  return `${before}paragraph ${number}, ${address}#p${number}.`;
}
