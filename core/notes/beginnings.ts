import type { TermView } from "@/core/glossary/term";
import type { ProjectStyle } from "@/core/projects/style";
import type { SourceMetadata } from "@/core/source/paragraph";
import type { RichText } from "@/core/text/rich-text";
import { beginMoney } from "./beginnings/begin-money";
import { beginQuotations } from "./beginnings/begin-quotations";
import { beginTerms } from "./beginnings/begin-terms";
import { beginUnits } from "./beginnings/begin-units";
import type { Citation, NoteKind } from "./note";

export const BEGINNING_REASONS = [
  "term",
  "name",
  "unit",
  "money",
  "quotation",
] as const;
export type BeginningReason = (typeof BEGINNING_REASONS)[number];

/** A beginning of a note, made from what is known: a person looks at it, takes it or leaves it, and writes on. */
export type Beginning = {
  readonly reason: BeginningReason;
  readonly kind: NoteKind;
  readonly body: RichText;
  readonly citations: readonly Citation[];
  /** What the project has to state before this beginning can say all: it says the rest. */
  readonly needs: "exchange_rate" | null;
};

/** What beginnings are made from. */
export type BeginningInput = {
  /** The part of the Chinese that the note is on, UTF-16 offsets in `source`, half-open. */
  readonly selection: { readonly from: number; readonly to: number };
  /** The whole text of the row. */
  readonly source: string;
  /** The project's glossary. */
  readonly terms: readonly TermView[];
  readonly metadata: SourceMetadata;
  readonly style: ProjectStyle;
};

/** Makes beginnings of a note on a part of the Chinese, the likeliest first; none where nothing is known. */
export function beginNotes({
  selection,
  source,
  terms,
  metadata,
  style,
}: BeginningInput): readonly Beginning[] {
  if (selection.from >= selection.to) return [];
  return [
    ...beginTerms(source, selection, terms),
    ...beginUnits(source, selection),
    ...beginMoney(source, selection, style),
    ...beginQuotations(source, selection, metadata),
  ];
}
