import { z } from "zod";
import { MAX_SOURCE_BYTES } from "@/core/documents/body-limits.mjs";
import type { ParsedSource } from "./paragraph";

/** A source to be read: text that was pasted, or a file. */
export const PreviewSourceInput = z
  .strictObject({
    projectId: z.uuid(),
    text: z.string().max(MAX_SOURCE_BYTES, "source_too_large").nullable(),
    file: z
      .strictObject({
        name: z.string().min(1).max(255),
        bytes: z
          .custom<Uint8Array>((value) => value instanceof Uint8Array)
          .refine(
            (bytes) => bytes.length <= MAX_SOURCE_BYTES,
            "source_too_large",
          ),
      })
      .nullable(),
  })
  .refine(({ text, file }) => (text === null) !== (file === null), {
    path: ["text"],
  });
export type PreviewSourceInput = z.infer<typeof PreviewSourceInput>;

/** What was understood of a source before anything is stored. */
export type SourcePreview = {
  /** The whole text as it was read. */
  readonly text: string;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly encoding: string | null;
  readonly parsed: ParsedSource;
};

/** The most paragraphs that one document has. */
export const MAX_PARAGRAPHS = 50_000;
