import type { Citation } from "@/core/notes/note";
import { capitalize } from "./prose";

/** What the note of a glossary entry tells a reader. */
export type TermNote = {
  /** The explanation in whole sentences; "" where there is none. */
  readonly explanation: string;
  /** Where the rendering is official; null where the note does not say so. */
  readonly source: Citation | null;
};

const OFFICIAL = /^Official:\s*/i;
const ADDRESS = /https?:\/\/[^\s,;]+/i;
const DATE = /^(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}$|^\d{4}-\d{2}(?:-\d{2})?$/;
/** What is said to translators, not to readers. */
const INSTRUCTION =
  /^(?:keep|leave|use|put|supply|render|translate|avoid|write|read as|spell|do not|don[’']t|plural|singular|recurs?|always|never|see|check|with \p{Script=Han}|full form|in full|to be checked|lower case|in quotation marks|explain|in the city brand|[^.;]*\b(?:no official English|may be dropped|same report’s rendering)\b)/iu;

/** Reads the note of a term: an official source, and sentences for readers; instructions to translators are left out. */
export function readTermNote(note: string): TermNote {
  const pieces = note
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu}|\p{Script=Han})|;\s+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  const official = pieces.find((piece) => OFFICIAL.test(piece));
  const explanation = pieces
    .filter((piece) => piece !== official && !INSTRUCTION.test(piece))
    .join("; ")
    .replace(/([.!?]);/g, "$1");
  return {
    explanation,
    source: official === undefined ? null : readSource(official),
  };
}

function readSource(piece: string): Citation {
  const stated = piece.replace(OFFICIAL, "").trim();
  const address = ADDRESS.exec(stated)?.[0].replace(/[.)]+$/, "") ?? "";
  const parts = stated
    .replace(ADDRESS, "")
    .split(/,\s*/)
    .map((part) => part.trim().replace(/\.$/, ""))
    .filter((part) => part !== "");
  const date = parts.find((part) => DATE.test(part)) ?? "";
  const title = parts.filter((part) => part !== date).join(", ");
  return {
    title: capitalize(title).slice(0, 500),
    publisher: "",
    date,
    address: address.slice(0, 2048),
    archivedAddress: "",
  };
}
