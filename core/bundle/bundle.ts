import { z } from "zod";
import { MAX_SOURCE_BYTES } from "@/core/documents/body-limits.mjs";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import {
  PublicationDetailsSchema,
  type PublicationDetails,
} from "@/core/editions/publication";
import { AddTermInput, MAX_TERMS, TERM_CATEGORIES } from "@/core/glossary/term";
import {
  CitationSchema,
  MAX_NOTES,
  NOTE_KINDS,
  NOTE_STATUSES,
  SourceAnchorSchema,
} from "@/core/notes/note";
import {
  PresentStyleSchema,
  StyleSchema1,
  type ProjectStyle,
} from "@/core/projects/style";
import {
  type SourceParagraph,
  SourceMetadataSchema,
  SourceParagraphSchema,
} from "@/core/source/paragraph";
import { nameSchema } from "@/core/text/name";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";

/** The largest bundle that is read through the browser, in bytes of UTF-8. */
export const MAX_BUNDLE_BYTES = MAX_SOURCE_BYTES;

const id = z.uuid().toLowerCase();

const TranslationSchema = z.strictObject({
  /** "" for the whole paragraph, else the key of a metadata field. */
  field: z.string().max(40),
  status: z.enum(TRANSLATION_STATUSES),
  /** True where the source changed under the translation. */
  stale: z.boolean(),
  target: RichTextSchema,
});

const ParagraphSchema = z.strictObject({
  id,
  ...SourceParagraphSchema.shape,
  translations: z.array(TranslationSchema).max(100),
});

const documentShape = {
  id,
  title: z.string().min(1).max(500),
  source: z.strictObject({
    fileName: z.string().max(255).nullable(),
    mediaType: z.string().max(100).nullable(),
    encoding: z.string().max(40).nullable(),
    metadata: SourceMetadataSchema,
    /** The decoded source as given, whole. */
    text: z.string().min(1),
  }),
  paragraphs: z.array(ParagraphSchema).min(1).max(50_000),
};

/** The note of a term, which any document of the project may use. */
const ExplanationSchema = z.strictObject({
  id,
  kind: z.enum(NOTE_KINDS),
  status: z.enum(NOTE_STATUSES),
  /** Without marks of notes: a note has no notes. */
  body: RichTextSchema,
  citations: z.array(CitationSchema).max(50),
});

const NoteSchema = z.strictObject({
  ...ExplanationSchema.shape,
  /** Its place in the Chinese; its places in the English are the marks in the translations. */
  anchor: SourceAnchorSchema.nullable(),
});

const documentShape2 = {
  ...documentShape,
  notes: z.array(NoteSchema).max(MAX_NOTES),
  /** Explanations of terms that the document does not want, by id. */
  suppressed: z.array(id).max(MAX_TERMS),
};

const DocumentSchema = z.strictObject({
  ...documentShape2,
  /** What is said of its editions beside the text; null where nothing was. */
  details: PublicationDetailsSchema.nullable(),
  /** The texts before the document, without marks of notes; null where there are no words. */
  introduction: RichTextSchema.nullable(),
  conventions: RichTextSchema.nullable(),
});

const { source, pinyin, target, note, status } = AddTermInput.shape;
const termShape = { source, pinyin, target, note, status };
const termShape2 = { ...termShape, explanation: ExplanationSchema.nullable() };
const TermSchema = z.strictObject({
  ...termShape2,
  category: z.enum(TERM_CATEGORIES),
});

const name = nameSchema(200);
const format = z.literal("duizhao-bundle");

/** A whole project in one file: documents, paragraphs, translations, notes, glossary; no accounts. */
export const BundleSchema = z.strictObject({
  format,
  version: z.literal(3),
  /** `style` is null where nothing was decided. */
  project: z.strictObject({ name, style: PresentStyleSchema.nullable() }),
  documents: z.array(DocumentSchema).max(1000),
  terms: z.array(TermSchema).max(MAX_TERMS),
});

/** Version 2, which knew nothing of editions. */
export const BundleSchema2 = z.strictObject({
  format,
  version: z.literal(2),
  project: z.strictObject({ name, style: StyleSchema1.nullable() }),
  documents: z.array(z.strictObject(documentShape2)).max(1000),
  terms: z.array(z.strictObject(termShape2)).max(MAX_TERMS),
});
export type Bundle2 = Readonly<z.infer<typeof BundleSchema2>>;

/** Version 1, which knew no notes either. */
export const BundleSchema1 = z.strictObject({
  format,
  version: z.literal(1),
  project: z.strictObject({ name }),
  documents: z.array(z.strictObject(documentShape)).max(1000),
  terms: z.array(z.strictObject(termShape)).max(MAX_TERMS),
});
export type Bundle1 = Readonly<z.infer<typeof BundleSchema1>>;

export type BundleTranslation = Readonly<z.infer<typeof TranslationSchema>>;
export type BundleExplanation = Readonly<z.infer<typeof ExplanationSchema>>;
export type BundleNote = Readonly<z.infer<typeof NoteSchema>>;
export type BundleTerm = Readonly<z.infer<typeof TermSchema>>;

export type BundleParagraph = SourceParagraph & {
  readonly id: string;
  readonly translations: readonly BundleTranslation[];
};

export type BundleDocument = Readonly<
  Omit<
    z.infer<typeof DocumentSchema>,
    | "paragraphs"
    | "notes"
    | "suppressed"
    | "details"
    | "introduction"
    | "conventions"
  >
> & {
  readonly details: PublicationDetails | null;
  readonly introduction: RichText | null;
  readonly conventions: RichText | null;
  readonly paragraphs: readonly BundleParagraph[];
  readonly notes: readonly BundleNote[];
  readonly suppressed: readonly string[];
};

export type Bundle = {
  readonly format: "duizhao-bundle";
  readonly version: 3;
  readonly project: {
    readonly name: string;
    readonly style: ProjectStyle | null;
  };
  readonly documents: readonly BundleDocument[];
  readonly terms: readonly BundleTerm[];
};
