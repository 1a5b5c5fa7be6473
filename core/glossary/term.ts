import { z } from "zod";

export const TERM_STATUSES = ["proposed", "approved"] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

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

const source = z
  .string()
  .trim()
  .min(1, "term_source_missing")
  .max(200, "too_long");
const target = z
  .string()
  .trim()
  .min(1, "term_target_missing")
  .max(500, "too_long");

export const AddTermInput = z.strictObject({
  projectId: z.uuid(),
  source,
  /** Left empty, it is filled in from the characters. */
  pinyin: z.string().trim().max(500, "too_long").default(""),
  target,
  note: z.string().trim().max(5000, "too_long").default(""),
  status: z.enum(TERM_STATUSES).default("proposed"),
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
  csv: z.string().min(1).max(10_000_000, "too_large"),
});
export type ImportTermsInput = z.infer<typeof ImportTermsInput>;

/** The most terms of a glossary: as many as are still matched while one types. */
export const MAX_TERMS = 100_000;

/** What an import did; `problems` names every row that was not taken, by its line in the file. */
export type ImportTermsReport = {
  readonly version: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Terms marked approved in the file that stay proposed, since who imports may not approve. */
  readonly keptProposed: number;
  readonly problems: readonly {
    readonly line: number;
    /** A key below `errors` in the interface texts. */
    readonly message: string;
    readonly source: string;
  }[];
};
