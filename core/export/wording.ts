import { dayInWords } from "@/core/editions/citations/facts";
import { countEdition } from "@/core/editions/count-edition";
import type { Edition } from "@/core/editions/edition";
import type { CreditRole } from "@/core/editions/publication";
import type { English } from "@/core/projects/style";
import type { ExportOptions } from "./options";
import type { ImprintKey } from "./imprint";

// The words that exports add of their own. They belong to the English edition, not to the interface, so they are
// the same whatever language the exporting person works in.

/** Stands where the English of a paragraph is missing. */
export const UNTRANSLATED = "[Untranslated]";

/** Stands before English that no reviewer has approved. */
export const UNAPPROVED = "[Not approved]";

/** What a reader who does not see the page is told of the metadata block. */
export const ABOUT = "About this document";
export const IMPRINT = "About this edition";
export const CONTENTS = "Contents";
export const INTRODUCTION = "Introduction";
export const CONVENTIONS = "Conventions";
export const NOTES = "Notes";
export const GLOSSARY = "Glossary";
export const NAMES = "Names";
export const ABBREVIATIONS = "Abbreviations";
export const COLUMNS = { source: "中文", target: "English" } as const;

/** The columns of the lists at the end. */
export const GLOSSARY_COLUMNS = {
  source: "Chinese",
  pinyin: "Pinyin",
  target: "English",
  origin: "Origin",
  definition: "Definition",
  places: "Paragraphs",
  category: "Kind",
  short: "Abbreviation",
  long: "In full",
} as const;

/** What a rendering comes from; the text itself stands behind an official one. */
export const ORIGINS = { official: "official", house: "house" } as const;

export const CATEGORIES = {
  term: "term",
  person: "person",
  place: "place",
  organization: "organization",
} as const;

/** Before the names of those who are credited for an edition. */
export const CREDITED: Readonly<Record<CreditRole, string>> = {
  translator: "Translated by",
  annotator: "Annotated by",
  editor: "Edited by",
  reviewer: "Reviewed by",
};

const LABELS: Readonly<Record<ImprintKey, string>> = {
  ...CREDITED,
  edition: "Edition",
  changes: "What changed",
  licence: "Licence",
  issued: "Chinese text issued by",
  source: "Source",
  archive: "Archived copy",
  sha256: "SHA-256 of the Chinese text",
  state: "State",
  statement: "Note",
  citation: "How to cite",
  address: "Address",
};

/** What a line of the imprint is called. */
export function imprintLabel(key: ImprintKey, english: English): string {
  return key === "licence" && english === "en-US" ? "License" : LABELS[key];
}

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

/** What the notice of a draft depends on. */
export type NoticeOptions = Pick<ExportOptions, "unapproved"> &
  Partial<Pick<ExportOptions, "layout">>;

/**
 * Says that what is exported is a draft, as of which day, and how much of it is missing. Of an edition that was published
 * the imprint says that; here it is null, unless English that nobody has approved was kept back (`unapproved`).
 */
export function draftNotice(
  edition: Edition,
  { unapproved, layout }: NoticeOptions = { unapproved: "marked" },
): string | null {
  // Where no English is printed none is missing.
  if (layout === "annotated")
    return edition.publication === null
      ? [draftOf(edition), ...noteSentences(edition)].join(" ")
      : null;
  if (edition.publication !== null) return withheldNotice(edition, unapproved);
  return [draftOf(edition), ...stateSentences(edition, unapproved)].join(" ");
}

const draftOf = ({ asOf }: Edition) =>
  `Draft translation of ${dayInWords(asOf.slice(0, 10))}.`;

/** Says that not all of an edition is in a file; its imprint says what it lacks itself. */
function withheldNotice(
  edition: Edition,
  unapproved: ExportOptions["unapproved"],
): string | null {
  const sentences =
    unapproved === "marked" ? [] : withheldSentences(edition, unapproved);
  return sentences.length === 0 ? null : sentences.join(" ");
}

function withheldSentences(
  edition: Edition,
  unapproved: "omitted" | "source",
): readonly string[] {
  if (unapproved === "omitted")
    return ["Paragraphs without approved English are left out."];
  const { paragraphs, untranslated } = countEdition(edition);
  if (untranslated === 0) return [];
  return [
    `${figure(untranslated)} of ${count(paragraphs, "paragraph")} ${are(untranslated)} not translated or not approved yet and stand${untranslated === 1 ? "s" : ""} in Chinese, marked ${UNTRANSLATED}.`,
  ];
}

/** Says what an edition lacks; null where nothing is missing. */
export function stateInWords(edition: Edition): string | null {
  const sentences = stateSentences(edition, "marked");
  return sentences.length === 0 ? null : sentences.join(" ");
}

function stateSentences(
  edition: Edition,
  unapprovedStyle: ExportOptions["unapproved"],
): readonly string[] {
  const { paragraphs, untranslated, unapproved } = countEdition(edition);
  const of = `of ${count(paragraphs, "paragraph")}`;
  const sentences: string[] =
    unapprovedStyle === "marked"
      ? []
      : [...withheldSentences(edition, unapprovedStyle)];
  if (unapprovedStyle === "marked" && untranslated > 0)
    sentences.push(
      `${figure(untranslated)} ${of} ${are(untranslated)} not translated yet, marked ${UNTRANSLATED}.`,
    );
  if (unapproved > 0)
    sentences.push(
      `${figure(unapproved)} ${of} ${are(unapproved)} not approved yet.`,
    );
  return [...sentences, ...noteSentences(edition)];
}

function noteSentences(edition: Edition): readonly string[] {
  const { notes, unreviewedNotes } = countEdition(edition);
  return unreviewedNotes === 0
    ? []
    : [
        `${figure(unreviewedNotes)} of ${count(notes, "note")} ${are(unreviewedNotes)} not reviewed yet.`,
      ];
}

const figure = (value: number) => value.toLocaleString("en-GB");
const count = (value: number, noun: string) =>
  `${figure(value)} ${noun}${value === 1 ? "" : "s"}`;
const are = (value: number) => (value === 1 ? "is" : "are");
