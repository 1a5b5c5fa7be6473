import { z } from "zod";
import type { PlacedRemark } from "./remark";

/** What a paragraph of a source document is. */
export const PARAGRAPH_KINDS = [
  "title",
  "heading",
  "numbered",
  "item",
  "body",
  "meta",
  "table",
] as const;
export type ParagraphKind = (typeof PARAGRAPH_KINDS)[number];

/** Fields that the head and foot of a page say about a document. */
export const METADATA_KEYS = [
  "column",
  "issuingBody",
  "documentNumber",
  "author",
  "publisher",
  "date",
  "source",
  "sourceAddress",
  "views",
  "other",
] as const;
export type MetadataKey = (typeof METADATA_KEYS)[number];

const MetadataFieldSchema = z.strictObject({
  /** A MetadataKey; a second field of the same key in a paragraph is "other-2", "other-3". */
  key: z
    .string()
    .regex(/^[a-zA-Z]+(-\d+)?$/)
    .max(40),
  /** The label as printed ("发布人"), null where there is none. */
  label: z.string().max(200).nullable(),
  value: z.string(),
  /** UTF-16 offsets of `value` in the paragraph's text, half-open; both 0 for what stands in no text (said at import). */
  from: z.number().int().min(0),
  to: z.number().int().min(0),
});
export type MetadataField = Readonly<z.infer<typeof MetadataFieldSchema>>;

export const MetadataFieldsSchema = z.array(MetadataFieldSchema);

export const SourceTableSchema = z.strictObject({
  version: z.literal(1),
  rows: z.array(
    z.array(
      z.strictObject({
        text: z.string(),
        header: z.boolean(),
        colspan: z.number().int().min(1).max(100),
        rowspan: z.number().int().min(1).max(1000),
      }),
    ),
  ),
});
export type SourceTable = z.infer<typeof SourceTableSchema>;

/** One paragraph of a parsed source; `marker` and `runIn` are parts of `text`, which is whole and trimmed. */
export const SourceParagraphSchema = z.strictObject({
  kind: z.enum(PARAGRAPH_KINDS),
  /** 1-based depth of a heading (and of a numbered paragraph that is one step of a hierarchy); null for running text. */
  level: z.number().int().min(1).max(9).nullable(),
  marker: z.string().max(200).nullable(),
  runIn: z.string().nullable(),
  text: z.string().min(1),
  table: SourceTableSchema.nullable(),
  fields: MetadataFieldsSchema,
});
export type SourceParagraph = Readonly<z.infer<typeof SourceParagraphSchema>>;

/** What is known of a document as a whole; version 1 of the stored form. `date` is ISO 8601 (yyyy-mm-dd). */
export const SourceMetadataSchema = z.strictObject({
  version: z.literal(1),
  title: z.string().nullable(),
  column: z.string().nullable(),
  issuingBody: z.string().nullable(),
  documentNumber: z.string().nullable(),
  publisher: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string().nullable(),
  sourceAddress: z.string().nullable(),
});
export type SourceMetadata = Readonly<z.infer<typeof SourceMetadataSchema>>;

export type ParsedSource = {
  readonly metadata: SourceMetadata;
  readonly paragraphs: readonly SourceParagraph[];
  /** What the reader left out or is unsure of, in the order of the text. */
  readonly remarks: readonly PlacedRemark[];
};

/** One unit of translation in a paragraph: all of it (`field` ""), or one field of a meta paragraph. */
export type TranslationPart = {
  readonly field: string;
  readonly label: string | null;
  readonly text: string;
};

/**
 * Lists what of a paragraph is translated. A meta paragraph with fields is translated field by field, since an
 * edition prints them one by one; counts of views concern no reader and are not translated. A title is translated
 * whole, and with it what is known of the document beside its text (the issuing body that the title names).
 */
export function translationParts(
  paragraph: Pick<SourceParagraph, "kind" | "text" | "fields">,
): readonly TranslationPart[] {
  const whole = { field: "", label: null, text: paragraph.text };
  const fields = paragraph.fields
    .filter((field) => field.key.replace(/-\d+$/, "") !== "views")
    .map(({ key, label, value }) => ({ field: key, label, text: value }));
  if (paragraph.kind === "title") return [whole, ...fields];
  return paragraph.kind === "meta" && paragraph.fields.length > 0
    ? fields
    : [whole];
}
