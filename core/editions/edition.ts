import { z } from "zod";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import {
  CitationSchema,
  NOTE_STATUSES,
  PUBLISHED_KINDS,
} from "@/core/notes/note";
import { PARAGRAPH_KINDS, SourceTableSchema } from "@/core/source/paragraph";
import { RichTextSchema } from "@/core/text/rich-text";

/** The languages of an edition as BCP 47 tags: what is translated, and what it is translated into. */
export const SOURCE_LANGUAGE = "zh-CN";
export const TARGET_LANGUAGE = "en-GB";

const StatusSchema = z.enum(TRANSLATION_STATUSES);

/** A note's number in the Chinese: it stands at `to`, behind the words it explains (UTF-16 offsets, half-open). */
const SourceNoteSchema = z.strictObject({
  noteId: z.uuid(),
  from: z.number().int().min(0),
  to: z.number().int().min(1),
});

const EditionNoteSchema = z.strictObject({
  id: z.uuid(),
  /** 1-based, in the order of the first marks in the English; the same in both texts. */
  number: z.number().int().min(1),
  kind: z.enum(PUBLISHED_KINDS),
  status: z.enum(NOTE_STATUSES),
  /** Without marks of notes: a note has no notes. */
  body: RichTextSchema,
  citations: z.array(CitationSchema),
});

const EditionTitleSchema = z.strictObject({
  /** The number of the paragraph that holds the title; null where the document is named after its file. */
  number: z.number().int().min(1).nullable(),
  source: z.string(),
  sourceNotes: z.array(SourceNoteSchema),
  target: RichTextSchema.nullable(),
  status: StatusSchema,
});

const EditionFieldSchema = z.strictObject({
  /** A MetadataKey, perhaps with a number behind it ("other-2"). */
  key: z.string(),
  /** What the field is called: as printed in the source, and in English. */
  label: z.strictObject({
    source: z.string().nullable(),
    target: z.string(),
  }),
  /** The number of the paragraph that holds the field; null where it was typed in at import and has no translation. */
  number: z.number().int().min(1).nullable(),
  source: z.string(),
  sourceNotes: z.array(SourceNoteSchema),
  target: RichTextSchema.nullable(),
  status: StatusSchema,
});

const EditionParagraphSchema = z.strictObject({
  /** The paragraph's own id, the same in every edition. */
  id: z.string(),
  /** 1-based place in the document, the title and metadata counted too: what readers cite. */
  number: z.number().int().min(1),
  kind: z.enum(PARAGRAPH_KINDS).exclude(["meta"]),
  level: z.number().int().min(1).nullable(),
  /** Parts of `source.text`, as in the parsed source. */
  marker: z.string().nullable(),
  runIn: z.string().nullable(),
  source: z.strictObject({
    text: z.string(),
    table: SourceTableSchema.nullable(),
    /** In the order of their places in `text`. */
    notes: z.array(SourceNoteSchema),
  }),
  /**
   * The English, a run-in heading in bold, terms at their first use in the project's form; null where there is none
   * yet. Its marks of notes are all in `notes` of the edition; the first mark of a note is where the note is printed.
   */
  target: RichTextSchema.nullable(),
  status: StatusSchema,
});

/**
 * A document as readers get it, whole and in order: the one thing every export is made from. Credits and the number
 * of a frozen edition join it as a version 3.
 */
export const EditionSchema = z.strictObject({
  version: z.literal(2),
  /** The moment at which the texts were read, ISO 8601 in UTC. */
  asOf: z.iso.datetime(),
  title: EditionTitleSchema,
  metadata: z.array(EditionFieldSchema),
  paragraphs: z.array(EditionParagraphSchema),
  /** The published notes that have a place, by number. */
  notes: z.array(EditionNoteSchema),
});

type DeepReadonly<T> = T extends readonly (infer U)[]
  ? readonly DeepReadonly<U>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

export type Edition = DeepReadonly<z.infer<typeof EditionSchema>>;
export type EditionTitle = Edition["title"];
export type EditionField = Edition["metadata"][number];
export type EditionParagraph = Edition["paragraphs"][number];
export type EditionNote = Edition["notes"][number];
export type SourceNote = EditionParagraph["source"]["notes"][number];

/** What an exporter makes of an edition: a file, ready to be sent or written. */
export type ExportedFile = {
  readonly filename: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
};

export const EXPORT_FORMATS = ["markdown", "html", "docx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** English alone, or both texts beside each other, paragraph by paragraph. */
export const EXPORT_LAYOUTS = ["english", "parallel"] as const;
export type ExportLayout = (typeof EXPORT_LAYOUTS)[number];

/** What is chosen when a document is exported. */
export const ExportChoice = z.object({
  format: z.enum(EXPORT_FORMATS),
  layout: z.enum(EXPORT_LAYOUTS),
});
export type ExportChoice = z.infer<typeof ExportChoice>;

export const ExportDocumentInput = ExportChoice.extend({
  documentId: z.string(),
});
export type ExportDocumentInput = z.infer<typeof ExportDocumentInput>;

/** The most paragraphs of a Word file: writing one takes a millisecond for each, during which the server does little else. */
export const MAX_DOCX_PARAGRAPHS = 10_000;

/** How much of a document is ready, in paragraphs. */
export type ExportView = {
  readonly paragraphs: number;
  readonly untranslated: number;
  /** Translated, but not approved by a reviewer yet. */
  readonly unapproved: number;
  /** Published notes of the document, term notes that are used in it included. */
  readonly notes: number;
  /** Notes that no mark in the English places: they are not printed. */
  readonly unplacedNotes: number;
  /** Notes that no reviewer has looked at yet. */
  readonly unreviewedNotes: number;
};
