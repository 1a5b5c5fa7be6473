import { citationFacts, type Citable } from "./facts";

/** An edition as an entry in the RIS form of reference managers: one tag a line, lines ended as the form asks. */
export function citationRis(edition: Citable): string {
  const facts = citationFacts(edition);
  const { names, issuer, number } = facts;
  const lines: readonly (readonly [string, string | null])[] = [
    ["TY", "RPRT"],
    ["ID", facts.key],
    // A comma behind a name keeps it whole.
    ["AU", issuer === null ? null : `${issuer},`],
    ["TI", facts.title],
    ["OP", facts.originalTitle],
    ...names.editor.map((name) => ["ED", `${name},`] as const),
    ...names.translator.map((name) => ["A4", `${name},`] as const),
    ["PB", issuer],
    ["M3", number === null ? "Draft translation" : "English edition"],
    ["ET", number === null ? null : String(number)],
    ["PY", facts.date.slice(0, 4)],
    ["DA", `${facts.date.replaceAll("-", "/")}/`],
    ["LA", facts.language],
    ["UR", facts.address],
    ["N1", facts.originalTitle === null ? null : originalNote(facts)],
    ["ER", ""],
  ];
  return lines
    .flatMap(([tag, value]) =>
      value === null ? [] : [`${tag}  - ${value}\r\n`],
    )
    .join("");
}

function originalNote({
  originalTitle,
  originalDate,
}: ReturnType<typeof citationFacts>): string {
  const day = originalDate === null ? "" : `, ${originalDate}`;
  return `Original title: ${originalTitle}${day}`;
}
