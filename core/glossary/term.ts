import { z } from "zod";
import { fold } from "@/core/text/fold";
import { hasUnprintable } from "@/core/text/name";

export const TERM_STATUSES = ["proposed", "approved"] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

/** What a term names; persons, places and organisations go into the index of names of an edition. */
export const TERM_CATEGORIES = [
  "term",
  "person",
  "place",
  "organization",
] as const;
export type TermCategory = (typeof TERM_CATEGORIES)[number];

/** What the matcher needs of a term. */
export type MatchableTerm = { readonly id: string; readonly source: string };

/** A glossary entry as screens and checks see it. */
export type TermView = {
  readonly id: string;
  readonly source: string;
  readonly pinyin: string;
  readonly target: string;
  readonly note: string;
  readonly status: TermStatus;
  readonly category: TermCategory;
};

/** A glossary at one version: what clients keep and compare. */
export type GlossaryView = {
  readonly projectId: string;
  readonly version: number;
  readonly terms: readonly TermView[];
  readonly can: { readonly edit: boolean; readonly approve: boolean };
};

/** One occurrence: UTF-16 offsets in the paragraph's own text (not the folded one), half-open. */
export type TermMatch = {
  readonly termId: string;
  readonly from: number;
  readonly to: number;
};

/** One line of text: runs of white space as one blank, trimmed, nothing that cannot be seen or stored. */
function line(max: number) {
  return z
    .string()
    .max(max * 4, "too_long")
    .transform((value) => value.replace(/\s+/gu, " ").trim())
    .pipe(
      z
        .string()
        .max(max, "too_long")
        .refine((value) => !hasUnprintable(value), "text_unprintable"),
    );
}

const note = z
  .string()
  .max(20_000, "too_long")
  .transform((value) => value.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .max(5000, "too_long")
      .refine(
        (value) => !hasUnprintable(value.replace(/[\n\t]/g, "")),
        "text_unprintable",
      ),
  );

export const AddTermInput = z.strictObject({
  projectId: z.uuid(),
  source: line(200).refine(
    (value) => fold(value).text !== "",
    "term_source_missing",
  ),
  /** Left empty, it is filled in from the characters. */
  pinyin: line(500).default(""),
  target: line(500).refine((value) => value !== "", "term_target_missing"),
  note: note.default(""),
  status: z.enum(TERM_STATUSES).default("proposed"),
  category: z.enum(TERM_CATEGORIES).default("term"),
});
export type AddTermInput = z.infer<typeof AddTermInput>;

export const UpdateTermInput = AddTermInput.omit({ projectId: true }).extend({
  termId: z.uuid(),
});
export type UpdateTermInput = z.infer<typeof UpdateTermInput>;

export const RemoveTermInput = z.strictObject({ termId: z.uuid() });
export type RemoveTermInput = z.infer<typeof RemoveTermInput>;

export const ImportTermsInput = z.strictObject({
  projectId: z.uuid(),
  csv: z.string().min(1, "csv_header_missing").max(10_000_000, "too_large"),
});
export type ImportTermsInput = z.infer<typeof ImportTermsInput>;

/** The most terms of a glossary: as many as are still matched while one types. */
export const MAX_TERMS = 100_000;

/** The most rows that an import's report names one by one. */
export const MAX_REPORTED_PROBLEMS = 1000;

/** What an import did; `problems` names the rows that were not taken, by their line in the file. */
export type ImportTermsReport = {
  readonly version: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Terms marked approved in the file that stay proposed, since who imports may not approve. */
  readonly keptProposed: number;
  /** Rows that were not taken; the first of them are named in `problems`. */
  readonly rejected: number;
  readonly problems: readonly {
    readonly line: number;
    /** A key below `errors` in the interface texts. */
    readonly message: string;
    readonly source: string;
  }[];
};
