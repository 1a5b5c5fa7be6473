import type { NoteStatus } from "./note";

/** The note of a term, as the glossary shows it. */
export type Explanation = {
  readonly termId: string;
  readonly status: NoteStatus;
  readonly isEmpty: boolean;
};

/** Which terms of a project are explained at first use. */
export type ExplanationsView = {
  readonly explanations: readonly Explanation[];
  readonly can: { readonly edit: boolean; readonly review: boolean };
};
