import { countEdition } from "@/core/editions/count-edition";
import type { Edition } from "@/core/editions/edition";
import { englishDate } from "@/core/documents/dates";

// The words that exports add of their own. They belong to the English edition, not to the interface, so they are
// the same whatever language the exporting person works in.

/** Stands where the English of a paragraph is missing. */
export const UNTRANSLATED = "[Untranslated]";

export const CONTENTS = "Contents";
export const COLUMNS = { source: "中文", target: "English" } as const;

/** Says that an edition is a draft, as of which day, and how much of it is missing; null when all of it is approved. */
export function draftNotice(edition: Edition): string | null {
  const { paragraphs, untranslated, unapproved } = countEdition(edition);
  if (untranslated === 0 && unapproved === 0) return null;
  const day = englishDate(edition.asOf.slice(0, 10)) ?? edition.asOf;
  const draft = `Draft translation of ${day}.`;
  const of = `of ${count(paragraphs)}`;
  if (untranslated > 0)
    return `${draft} ${figure(untranslated)} ${of} ${are(untranslated)} not translated yet, marked ${UNTRANSLATED}.`;
  return `${draft} All paragraphs are translated; ${figure(unapproved)} ${of} ${are(unapproved)} not approved yet.`;
}

const figure = (value: number) => value.toLocaleString("en-GB");
const count = (value: number) =>
  `${figure(value)} paragraph${value === 1 ? "" : "s"}`;
const are = (value: number) => (value === 1 ? "is" : "are");
