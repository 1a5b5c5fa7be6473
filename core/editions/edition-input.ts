import type { TranslationStatus } from "@/core/documents/views";
import type { TermMatcher } from "@/core/glossary/matcher";
import type { TermView } from "@/core/glossary/term";
import type { FirstUseRow } from "@/core/notes/first-uses";
import { isPublishedKind, type NoteView } from "@/core/notes/note";
import type { ProjectStyle } from "@/core/projects/style";
import type { SourceMetadata, SourceParagraph } from "@/core/source/paragraph";
import type { RichText } from "@/core/text/rich-text";
import type { EditionPublication } from "./edition";
import type { PublicationDetails } from "./publication";

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
  | "createdAt"
  | "deletedAt"
> & {
  /** The term it explains; its id is null when the glossary has it no more. */
  readonly term: { readonly id: string | null } | null;
  /** Who wrote it; null where that is not known. */
  readonly author: { readonly name: string } | null;
};

/** What an edition needs of a term. */
export type GivenTerm = Pick<
  TermView,
  "id" | "source" | "pinyin" | "target" | "status" | "category"
>;

export type GivenParagraph = SourceParagraph & { readonly id: string };

/** A document with everything that is known of it; paragraphs in order, all else in any. */
export type EditionInput = {
  readonly documentId: string;
  /** What the document is called where no paragraph holds a title. */
  readonly title: string;
  readonly metadata: SourceMetadata;
  /** Hex SHA-256 of the source text in UTF-8. */
  readonly sha256: string;
  /** What is said of its editions beside the text; NO_DETAILS where nothing was. */
  readonly details: PublicationDetails;
  /** The live texts before the document; null where there is none. One without words counts as none. */
  readonly introduction: RichText | null;
  readonly conventions: RichText | null;
  readonly paragraphs: readonly GivenParagraph[];
  readonly translations: readonly {
    readonly paragraphId: string;
    /** "" for a whole paragraph, else the key of a metadata field. */
    readonly field: string;
    readonly target: RichText;
    readonly status: TranslationStatus;
    /** True where the source changed under it. */
    readonly stale: boolean;
  }[];
  /** The notes of the document and of the project's terms, of every kind, deleted ones too. */
  readonly notes: readonly GivenNote[];
  /** The whole glossary, and its matcher, which whoever makes several editions makes once. */
  readonly terms: readonly GivenTerm[];
  readonly matcher: TermMatcher;
  readonly style: ProjectStyle;
  /** Term notes that the document does not want. */
  readonly suppressed: readonly string[];
  /** True where doubts are wanted as remarks; only in drafts. */
  readonly remarks: boolean;
  /** What makes it an edition that can be cited; null for a draft. */
  readonly publication: EditionPublication | null;
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
