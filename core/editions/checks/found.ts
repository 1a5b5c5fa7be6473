import type { EditionRow } from "@/core/editions/edition-input";
import type { Check, Finding } from "@/core/editions/finding";

/** A part of a document that is looked through, with the number of its paragraph. */
export type CheckedRow = EditionRow & { readonly number: number };

/** Makes a finding about a part of a document, or about none. */
export function finding(
  check: Check,
  row: CheckedRow | null,
  detail: string,
  noteId: string | null = null,
): Finding {
  if (row === null) return { check, row: null, noteId, detail };
  const { number, paragraphId, field } = row;
  return { check, row: { number, paragraphId, field }, noteId, detail };
}

/** How many characters of a paragraph or a note are quoted. */
const QUOTED = 80;

/** The beginning of a text in one line, cut between characters. */
export function beginningOf(text: string): string {
  // A long text is not taken apart whole.
  const line = text
    .slice(0, QUOTED * 8)
    .replace(/\s+/gu, " ")
    .trim();
  const characters = [...line];
  if (characters.length <= QUOTED) return line;
  return `${characters.slice(0, QUOTED).join("")}…`;
}
