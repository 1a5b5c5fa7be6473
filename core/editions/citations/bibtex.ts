import { citationFacts, type Citable } from "./facts";

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "\\{",
  "}": "\\}",
  "~": "{\\textasciitilde}",
  "^": "{\\textasciicircum}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
};

// BibTeX counts braces behind a backslash, too: one without its partner can stand by name only.
const BRACES: Readonly<Record<string, string>> = {
  ...SPECIAL,
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
};

function escape(text: string): string {
  const signs = hasPairs(text) ? SPECIAL : BRACES;
  return text.replace(/[\\{}~^$&#%_]/g, (sign) => signs[sign] ?? sign);
}

function hasPairs(text: string): boolean {
  let depth = 0;
  for (const sign of text.match(/[{}]/g) ?? []) {
    depth += sign === "{" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Names whole: nobody can tell by its words which part of "Li Hua" is the surname. */
const nameList = (names: readonly string[]) =>
  names.map((name) => `{${escape(name)}}`).join(" and ");

/**
 * An edition as an entry for BibTeX and biblatex, of the type that both know. Titles stand in a second pair of braces,
 * which keeps their capitals; addresses are written as they are, without what would end the entry.
 */
export function citationBibtex(edition: Citable): string {
  const facts = citationFacts(edition);
  const { names, issuer, number } = facts;
  const [year = "", month = "", day = ""] = facts.date.split("-");
  const braced = (text: string | null) =>
    text === null ? null : `{${escape(text)}}`;
  const fields: readonly (readonly [string, string | null])[] = [
    ["author", issuer === null ? null : nameList([issuer])],
    ["title", braced(facts.title)],
    ["origtitle", braced(facts.originalTitle)],
    ["origdate", facts.originalDate],
    ["translator", listOrNone(names.translator)],
    ["editor", listOrNone(names.editor)],
    ["annotator", listOrNone(names.annotator)],
    ["institution", braced(issuer)],
    ["type", number === null ? "Draft translation" : "English edition"],
    ["number", number === null ? null : String(number)],
    ["year", year],
    ["month", String(Number(month))],
    ["day", String(Number(day))],
    ["langid", facts.language === "en-US" ? "american" : "british"],
    ["url", facts.address === null ? null : plainAddress(facts.address)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [`  ${name} = {${value}},`],
  );
  return [`@techreport{${facts.key},`, ...lines, "}", ""].join("\n");
}

const listOrNone = (names: readonly string[]) =>
  names.length === 0 ? null : nameList(names);

const plainAddress = (address: string) =>
  address.replace(/[\\{}\s]/g, encodeURIComponent);
