import type { TranslationStatus } from "@/core/documents/views";
import type { TermMatcher } from "@/core/glossary/matcher";
import type { TermView } from "@/core/glossary/term";
import type { FirstUseRow } from "@/core/notes/first-uses";
import { isPublishedKind, type NoteView } from "@/core/notes/note";
import type { ProjectStyle } from "@/core/projects/style";
import type { SourceMetadata, SourceParagraph } from "@/core/source/paragraph";
import type { RichText } from "@/core/text/rich-text";

/** What an edition needs of a note. */
export type GivenNote = Pick<
  NoteView,
  | "id"
  | "documentId"
  | "kind"
  | "status"
  | "body"
  | "citations"
  | "anchor"
  | "deletedAt"
> & {
  /** The term it explains; its id is null when the glossary has it no more. */
  readonly term: { readonly id: string | null } | null;
};

/** What an edition needs of a term. */
export type GivenTerm = Pick<
  TermView,
  "id" | "source" | "pinyin" | "target" | "status"
>;

export type GivenParagraph = SourceParagraph & { readonly id: string };

/** A document with everything that is known of it; paragraphs in order, all else in any. */
export type EditionInput = {
  /** What the document is called where no paragraph holds a title. */
  readonly title: string;
  readonly metadata: SourceMetadata;
  readonly paragraphs: readonly GivenParagraph[];
  readonly translations: readonly {
    readonly paragraphId: string;
    /** "" for a whole paragraph, else the key of a metadata field. */
    readonly field: string;
    readonly target: RichText;
    readonly status: TranslationStatus;
  }[];
  /** The notes of the document and of the project's terms, of every kind, deleted ones too. */
  readonly notes: readonly GivenNote[];
  /** The whole glossary, and its matcher, which whoever makes several editions makes once. */
  readonly terms: readonly GivenTerm[];
  readonly matcher: TermMatcher;
  readonly style: ProjectStyle;
  /** Term notes that the document does not want. */
  readonly suppressed: readonly string[];
  /** The moment at which the texts were read, ISO 8601 in UTC. */
  readonly asOf: string;
};

/** A part of a document with its English, null where there is none. */
export type EditionRow = Omit<FirstUseRow, "target"> & {
  readonly paragraphId: string;
  readonly field: string;
  readonly target: RichText | null;
};
export type TranslatedRow = EditionRow & { readonly target: RichText };

/** Tells whether a note is for readers at all; whether it is printed depends on its having a place. */
export function isForReaders({
  kind,
  deletedAt,
}: Pick<GivenNote, "kind" | "deletedAt">): boolean {
  return deletedAt === null && isPublishedKind(kind);
}
