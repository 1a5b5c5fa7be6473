import { z } from "zod";
import { hasUnprintable } from "@/core/text/name";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";

/** What a note explains. A doubt is between the people who work on the text: it is never published. */
export const NOTE_KINDS = [
  "translator",
  "background",
  "term",
  "source",
  "doubt",
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** The kinds that readers of an edition see, and that are numbered. */
export const PUBLISHED_KINDS = [
  "translator",
  "background",
  "term",
  "source",
] as const satisfies readonly NoteKind[];

/** Tells whether notes of a kind are for the readers of an edition. */
export function isPublishedKind(kind: NoteKind): boolean {
  return kind !== "doubt";
}

export const NOTE_STATUSES = ["draft", "reviewed"] as const;
export type NoteStatus = (typeof NOTE_STATUSES)[number];

/** The most notes of one document. */
export const MAX_NOTES = 20_000;

/**
 * Where a note stands in the Chinese: a quotation with what surrounds it, and its place (W3C Web Annotation
 * TextQuoteSelector and TextPositionSelector). `position` is null when the words are not in the text any more.
 */
export const SourceAnchorSchema = z.strictObject({
  version: z.literal(1),
  paragraphId: z.uuid().toLowerCase(),
  /** "" for the whole paragraph, else the key of a metadata field: the offsets count in that row's own source. */
  field: z.string().max(40),
  quote: z.strictObject({
    exact: z.string().min(1).max(20_000),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
  }),
  /** UTF-16 offsets, half-open. */
  position: z
    .strictObject({
      from: z.number().int().min(0),
      to: z.number().int().min(1),
    })
    .nullable(),
  /** The length and fingerprint of the row's whole text as it was: a paragraph that moved is known by them. */
  whole: z
    .strictObject({
      length: z.number().int().min(1),
      fingerprint: z.string().regex(/^[0-9a-z]{1,11}$/),
    })
    .optional(),
});
export type SourceAnchor = Readonly<z.infer<typeof SourceAnchorSchema>>;

const line = (max: number) =>
  z
    .string()
    .max(max, "too_long")
    .transform((value) => value.replace(/\s+/gu, " ").trim())
    .refine((value) => !hasUnprintable(value), "text_unprintable");

const address = line(2048).refine(
  (value) => value === "" || /^https?:\/\/[^\s]+$/i.test(value),
  "address_invalid",
);

/** A source that a note cites; "" where something is not known. */
export const CitationSchema = z.strictObject({
  title: line(500),
  publisher: line(300),
  /** As given: ISO 8601 (yyyy, yyyy-mm, yyyy-mm-dd) is written out in English, anything else is printed as it stands. */
  date: line(60),
  address,
  archivedAddress: address,
});
export type Citation = Readonly<z.infer<typeof CitationSchema>>;

/** The most sources that one note cites. */
export const MAX_CITATIONS = 50;

/** The stored form of a note's citations, version 1. */
export const CitationsSchema = z.strictObject({
  version: z.literal(1),
  items: z.array(CitationSchema).max(MAX_CITATIONS),
});
export type Citations = Readonly<z.infer<typeof CitationsSchema>>;

const person = z.strictObject({ id: z.uuid(), name: z.string() }).nullable();

/** A note as screens see it. */
export const NoteViewSchema = z.strictObject({
  id: z.uuid(),
  /** Null for the note of a term, which belongs to the whole project. */
  documentId: z.uuid().nullable(),
  /** The term it explains at first use: its source, pinyin and rendering; null for a note of a document. */
  term: z
    .strictObject({
      /** Null when the term is not in the glossary any more. */
      id: z.uuid().nullable(),
      source: z.string(),
      target: z.string(),
    })
    .nullable(),
  /** The live text's id: the collaboration document is `text:<textId>`. */
  textId: z.uuid(),
  kind: z.enum(NOTE_KINDS),
  status: z.enum(NOTE_STATUSES),
  body: RichTextSchema,
  citations: z.array(CitationSchema),
  anchor: SourceAnchorSchema.nullable(),
  author: person,
  /** Who last gave it its status; null where nobody has. */
  reviewer: person,
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Set when it was deleted; it can be brought back. */
  deletedAt: z.string().nullable(),
});
export type NoteView = Readonly<z.infer<typeof NoteViewSchema>>;

/** The marks of one row's English in order: those that were set, and those of term notes placed at first use. */
export type RowMarks = {
  /** The translation's id. */
  readonly rowId: string;
  readonly marks: readonly NotePlace[];
};

/** One mark; `isFirstUse` for one that nobody set: a term's note at the term's first use. */
export type NotePlace = {
  readonly noteId: string;
  readonly isFirstUse: boolean;
};

/** All notes of a document, and of the terms of its project, with their places in the English. */
export type NotesView = {
  readonly documentId: string;
  readonly projectId: string;
  /** In the order of their making; numbers follow from `rows`. */
  readonly notes: readonly NoteView[];
  /** The rows that have marks, in the order in which an edition prints them. */
  readonly rows: readonly RowMarks[];
  /** Term notes that this document does not want. */
  readonly suppressed: readonly string[];
  readonly can: { readonly edit: boolean; readonly review: boolean };
};

/** One kept state of a note's text. */
export type RevisionView = {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string } | null;
  /** When the stretch of writing began and ended, ISO 8601, UTC. */
  readonly from: string;
  readonly to: string;
  readonly body: RichText;
};

/** A place in the Chinese as a screen gives it; the server reads the quotation from its own text. */
const AnchorInput = z.strictObject({
  paragraphId: z.uuid(),
  field: z.string().max(40),
  from: z.number().int().min(0),
  to: z.number().int().min(1),
});
export type AnchorInput = z.infer<typeof AnchorInput>;

export const CreateNoteInput = z.strictObject({
  /** Made by the screen, so that the mark can stand in the English at once. */
  id: z.uuid().toLowerCase(),
  documentId: z.uuid(),
  kind: z.enum(NOTE_KINDS),
  anchor: AnchorInput.nullable(),
});
export type CreateNoteInput = z.infer<typeof CreateNoteInput>;

/** The note of a term, made once; answers with the one that is there already. */
export const ExplainTermInput = z.strictObject({ termId: z.uuid() });
export type ExplainTermInput = z.infer<typeof ExplainTermInput>;

/** What of a note is no live text; null leaves a thing as it is. */
export const UpdateNoteInput = z.strictObject({
  noteId: z.uuid(),
  kind: z.enum(NOTE_KINDS).nullable(),
  citations: z.array(CitationSchema).max(MAX_CITATIONS).nullable(),
  /** Another place in the Chinese, or "none" to take it away. */
  anchor: z.union([AnchorInput, z.literal("none")]).nullable(),
});
export type UpdateNoteInput = z.infer<typeof UpdateNoteInput>;

const noteIds = z.array(z.uuid()).min(1).max(MAX_NOTES);

export const ReviewNotesInput = z.strictObject({
  noteIds,
  status: z.enum(NOTE_STATUSES),
});
export type ReviewNotesInput = z.infer<typeof ReviewNotesInput>;

export const RemoveNotesInput = z.strictObject({ noteIds });
export type RemoveNotesInput = z.infer<typeof RemoveNotesInput>;

/** Brings removed notes back. */
export const RestoreNotesInput = z.strictObject({ noteIds });
export type RestoreNotesInput = z.infer<typeof RestoreNotesInput>;

export const RestoreRevisionInput = z.strictObject({
  noteId: z.uuid(),
  revisionId: z.uuid(),
});
export type RestoreRevisionInput = z.infer<typeof RestoreRevisionInput>;

/** Whether a term's note stands in a document at all. */
export const SuppressNoteInput = z.strictObject({
  documentId: z.uuid(),
  noteId: z.uuid(),
  suppressed: z.boolean(),
});
export type SuppressNoteInput = z.infer<typeof SuppressNoteInput>;
