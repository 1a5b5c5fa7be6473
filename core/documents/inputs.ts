import { z } from "zod";
import {
  SourceMetadataSchema,
  SourceParagraphSchema,
} from "@/core/source/paragraph";
import { MAX_SOURCE_BYTES } from "./body-limits.mjs";
import { TRANSLATION_STATUSES } from "./views";

/** A source as corrected by the user, ready to be stored. */
export const ImportDocumentInput = z.strictObject({
  projectId: z.uuid(),
  /** The whole decoded text, as previewed. */
  text: z.string().min(1).max(MAX_SOURCE_BYTES),
  fileName: z.string().max(255).nullable(),
  mediaType: z.string().max(100).nullable(),
  encoding: z.string().max(40).nullable(),
  metadata: SourceMetadataSchema,
  paragraphs: z.array(SourceParagraphSchema).min(1).max(50_000),
});
export type ImportDocumentInput = z.infer<typeof ImportDocumentInput>;

/** The status a translator gives; empty and draft follow from the text by themselves. */
export const SetStatusInput = z.strictObject({
  translationId: z.uuid(),
  status: z
    .enum(TRANSLATION_STATUSES)
    .extract(["draft", "translated", "approved"]),
});
export type SetStatusInput = z.infer<typeof SetStatusInput>;

export const DeleteDocumentInput = z.strictObject({ documentId: z.uuid() });
export type DeleteDocumentInput = z.infer<typeof DeleteDocumentInput>;
