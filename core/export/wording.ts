import { countEdition } from "@/core/editions/count-edition";
import type { Edition } from "@/core/editions/edition";
import type { CreditRole } from "@/core/editions/publication";
import { englishDate } from "@/core/documents/dates";

// The words that exports add of their own. They belong to the English edition, not to the interface, so they are
// the same whatever language the exporting person works in.

/** Stands where the English of a paragraph is missing. */
export const UNTRANSLATED = "[Untranslated]";
/** Stands before English that no reviewer has approved. */
export const UNAPPROVED = "[Not approved]";

/** What a reader who does not see the page is told of the metadata block. */
export const ABOUT = "About this document";
export const CONTENTS = "Contents";
export const NOTES = "Notes";
export const INTRODUCTION = "Introduction";
export const CONVENTIONS = "Conventions";
export const GLOSSARY = "Glossary";
export const NAMES = "Names";
export const ABBREVIATIONS = "Abbreviations";
export const IMPRINT = "About this edition";
/** Before the names of those who are credited for an edition. */
export const CREDITED: Readonly<Record<CreditRole, string>> = {
  translator: "Translated by",
  annotator: "Annotated by",
  editor: "Edited by",
  reviewer: "Reviewed by",
};
export const COLUMNS = { source: "中文", target: "English" } as const;

/** What a link from a note back to one of its marks is called. */
export function backTo(
  number: number,
  side: "source" | "target",
  reference: number,
): string {
  const text = side === "source" ? "in the Chinese" : "in the text";
  const turn = reference === 1 ? "" : `, place ${reference}`;
  return `Back to note ${number} ${text}${turn}`;
}

/** Says that an edition is a draft, as of which day, and how much of it is missing; null when all of it is approved. */
export function draftNotice(edition: Edition): string | null {
  const { paragraphs, untranslated, unapproved, notes, unreviewedNotes } =
    countEdition(edition);
  const sentences: string[] = [];
  const of = `of ${count(paragraphs, "paragraph")}`;
  if (untranslated > 0)
    sentences.push(
      `${figure(untranslated)} ${of} ${are(untranslated)} not translated yet, marked ${UNTRANSLATED}.`,
    );
  else if (unapproved > 0)
    sentences.push(
      `All paragraphs are translated; ${figure(unapproved)} ${of} ${are(unapproved)} not approved yet.`,
    );
  if (unreviewedNotes > 0)
    sentences.push(
      `${figure(unreviewedNotes)} of ${count(notes, "note")} ${are(unreviewedNotes)} not reviewed yet.`,
    );
  if (sentences.length === 0) return null;
  const day = englishDate(edition.asOf.slice(0, 10)) ?? edition.asOf;
  return [`Draft translation of ${day}.`, ...sentences].join(" ");
}

const figure = (value: number) => value.toLocaleString("en-GB");
const count = (value: number, noun: string) =>
  `${figure(value)} ${noun}${value === 1 ? "" : "s"}`;
const are = (value: number) => (value === 1 ? "is" : "are");
