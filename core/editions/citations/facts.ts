import { englishDate } from "@/core/documents/dates";
import { cleanLabel } from "@/core/export/clean-text";
import { plainText } from "@/core/text/rich-text";
import type { Edition } from "@/core/editions/edition";
import type { CreditRole } from "@/core/editions/publication";

/** What citing looks at of an edition. */
export type Citable = Pick<
  Edition,
  | "asOf"
  | "documentId"
  | "language"
  | "publication"
  | "title"
  | "source"
  | "credits"
>;

/** What a reader must know to find an edition again, each a clean line of text. */
export type CitationFacts = {
  /** Names the entry in a list of references: letters, digits and hyphens. */
  readonly key: string;
  /** In English where there is a title in English. */
  readonly title: string;
  /** The Chinese title; null where it is the title. */
  readonly originalTitle: string | null;
  /** Who issued the original: in English where that is known. */
  readonly issuer: string | null;
  /** The day of the original, ISO 8601. */
  readonly originalDate: string | null;
  readonly names: Readonly<Record<CreditRole, readonly string[]>>;
  /** The number of the edition; null for a draft. */
  readonly number: number | null;
  /** The day of the edition, or that on which a draft was read; ISO 8601. */
  readonly date: string;
  readonly language: string;
  /** Null for a draft. */
  readonly address: string | null;
};

/** Gathers what of an edition a citation names. */
export function citationFacts(edition: Citable): CitationFacts {
  const { publication, source, credits } = edition;
  const chinese = cleanLabel(edition.title.source);
  const english =
    edition.title.target === null
      ? ""
      : cleanLabel(plainText(edition.title.target));
  const named = (role: CreditRole) =>
    credits
      .filter((credit) => credit.role === role)
      .map(({ name }) => cleanLabel(name));
  const issuer =
    source.issuingBody?.target ?? source.issuingBody?.source ?? null;
  return {
    key:
      publication === null
        ? `draft-${edition.documentId.slice(0, 8)}`
        : `${publication.slug}-${publication.number}`,
    title: english === "" ? chinese : english,
    originalTitle: english === "" ? null : chinese,
    issuer: issuer === null ? null : cleanLabel(issuer),
    originalDate: source.date,
    names: {
      translator: named("translator"),
      annotator: named("annotator"),
      editor: named("editor"),
      reviewer: named("reviewer"),
    },
    number: publication?.number ?? null,
    date: publication?.date ?? edition.asOf.slice(0, 10),
    language: edition.language.target,
    address: publication?.address ?? null,
  };
}

/** Names as one speaks them: "A", "A and B", "A, B and C". */
export function listInWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2
    ? last
    : `${names.slice(0, -1).join(", ")} and ${last}`;
}

/** A day in English, or as it stands. */
export const dayInWords = (date: string) => englishDate(date) ?? date;
