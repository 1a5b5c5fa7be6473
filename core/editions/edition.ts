import { z } from "zod";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import { PARAGRAPH_KINDS, SourceTableSchema } from "@/core/source/paragraph";
import { RichTextSchema } from "@/core/text/rich-text";

/** The languages of an edition as BCP 47 tags: what is translated, and what it is translated into. */
export const SOURCE_LANGUAGE = "zh-CN";
export const TARGET_LANGUAGE = "en-GB";

const StatusSchema = z.enum(TRANSLATION_STATUSES);

const EditionTitleSchema = z.strictObject({
  /** The number of the paragraph that holds the title; null where the document is named after its file. */
  number: z.number().int().min(1).nullable(),
  source: z.string(),
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
  }),
  /** The English, a run-in heading in bold; null where there is none yet. */
  target: RichTextSchema.nullable(),
  status: StatusSchema,
});

/**
 * A document as readers get it, whole and in order: the one thing every export is made from. Notes, credits and the
 * number of a frozen edition join it as a version 2.
 */
export const EditionSchema = z.strictObject({
  version: z.literal(1),
  /** The moment at which the texts were read, ISO 8601 in UTC. */
  asOf: z.iso.datetime(),
  title: EditionTitleSchema,
  metadata: z.array(EditionFieldSchema),
  paragraphs: z.array(EditionParagraphSchema),
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
};
