import {
  citationFacts,
  dayInWords,
  listInWords,
  type Citable,
  type CitationFacts,
} from "./facts";

/** How an edition is cited in a sentence of a footnote or a list of references. */
export function citationText(edition: Citable): string {
  const facts = citationFacts(edition);
  const { title, originalTitle, issuer, names, number, date, address } = facts;
  const parts = [
    issuer,
    originalTitle === null ? title : `${title} (${originalTitle})`,
    facts.originalDate === null ? null : dayInWords(facts.originalDate),
    ...credited(names),
    number === null ? "draft translation" : `English edition ${number}`,
    dayInWords(date),
    address,
  ];
  return `${parts.filter((part) => part !== null && part !== "").join(", ")}.`;
}

const DONE = [
  ["translator", "translated"],
  ["annotator", "annotated"],
  ["editor", "edited"],
] as const;

/** Who made an edition, by what they did; the same people are named once. Who only reviewed is in the imprint. */
function credited(names: CitationFacts["names"]): readonly string[] {
  const done = new Map<string, string[]>();
  for (const [role, word] of DONE) {
    const people = listInWords(names[role]);
    if (people === "") continue;
    done.set(people, [...(done.get(people) ?? []), word]);
  }
  return [...done].map(
    ([people, words]) => `${listInWords(words)} by ${people}`,
  );
}

/** How one paragraph of an edition is cited. */
export function paragraphCitation(edition: Citable, number: number): string {
  const { address } = citationFacts(edition);
  const whole = citationText(edition);
  if (address === null) return whole.replace(/\.$/, `, paragraph ${number}.`);
  const before = whole.slice(0, -`${address}.`.length);
  return `${before}paragraph ${number}, ${address}#p${number}.`;
}
