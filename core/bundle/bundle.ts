import { z } from "zod";
import { TRANSLATION_STATUSES } from "@/core/documents/views";
import { AddTermInput, MAX_TERMS } from "@/core/glossary/term";
import {
  type SourceParagraph,
  SourceMetadataSchema,
  SourceParagraphSchema,
} from "@/core/source/paragraph";
import { nameSchema } from "@/core/text/name";
import { RichTextSchema } from "@/core/text/rich-text";

/** The largest bundle that is read through the browser, in bytes of UTF-8. */
export const MAX_BUNDLE_BYTES = 20 * 1024 * 1024;

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

const DocumentSchema = z.strictObject({
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
});

const { source, pinyin, target, note, status } = AddTermInput.shape;
const TermSchema = z.strictObject({ source, pinyin, target, note, status });

/**
 * A whole project in one file: documents, paragraphs, translations, glossary; no accounts. What is added to it (notes,
 * say) makes the next version, and a reader of that version still reads this one.
 */
export const BundleSchema = z.strictObject({
  format: z.literal("duizhao-bundle"),
  version: z.literal(1),
  project: z.strictObject({ name: nameSchema(200) }),
  documents: z.array(DocumentSchema).max(1000),
  terms: z.array(TermSchema).max(MAX_TERMS),
});

export type BundleTranslation = Readonly<z.infer<typeof TranslationSchema>>;
export type BundleTerm = Readonly<z.infer<typeof TermSchema>>;

export type BundleParagraph = SourceParagraph & {
  readonly id: string;
  readonly translations: readonly BundleTranslation[];
};

export type BundleDocument = Readonly<
  Omit<z.infer<typeof DocumentSchema>, "paragraphs">
> & { readonly paragraphs: readonly BundleParagraph[] };

export type Bundle = {
  readonly format: "duizhao-bundle";
  readonly version: 1;
  readonly project: { readonly name: string };
  readonly documents: readonly BundleDocument[];
  readonly terms: readonly BundleTerm[];
};
