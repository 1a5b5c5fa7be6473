/** What is looked at before a document is published. */
export const CHECKS = [
  "untranslated",
  "unapproved",
  "stale",
  "missing_term",
  "unplaced_note",
  "unwritten_note",
  "unreviewed_note",
  "missing_metadata",
] as const;
export type Check = (typeof CHECKS)[number];

export const SEVERITIES = ["error", "warning", "information"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How serious a finding of each check is. Whether it keeps a document from being published is the project's to say. */
export const SEVERITY: Readonly<Record<Check, Severity>> = {
  untranslated: "error",
  stale: "error",
  unplaced_note: "error",
  unwritten_note: "error",
  missing_metadata: "error",
  unapproved: "warning",
  missing_term: "warning",
  unreviewed_note: "information",
};

/** What an edition cannot be cited without, as `detail` of a finding of missing metadata. */
export const NEEDED = [
  "slug",
  "title",
  "credits",
  "licence",
  "issuing_body",
  "date",
  "source_address",
] as const;

/** What a check says of a document: one line of the page that is read before publishing. */
export type Finding = {
  readonly check: Check;
  /** The paragraph, by its place, with its id and field (a row of the workbench); null for what is about none. */
  readonly row: {
    readonly number: number;
    readonly paragraphId: string;
    readonly field: string;
  } | null;
  readonly noteId: string | null;
  /** The words in question: the beginning of the paragraph or of the note, a term and its rendering, one of NEEDED. */
  readonly detail: string;
};
