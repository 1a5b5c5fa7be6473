import type { Actor } from "@/core/access/can";
import { MAX_PREVIEW_BYTES } from "@/core/documents/body-limits.mjs";
import { findSourceFault } from "@/core/documents/faults";
import { AppError } from "@/core/errors";
import {
  MAX_PARAGRAPHS,
  type PreviewSourceInput,
  type SourcePreview,
} from "@/core/source/inputs";
import { parseSource } from "@/core/source/parse-source";
import { authorize } from "@/server/authorize";
import { readPaste, readSource } from "@/server/import/read-source";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { findProjectFor } from "./access";

/** Reads a source and shows what was understood of it; nothing is stored. */
export async function previewSource(
  actor: Actor,
  input: PreviewSourceInput,
): Promise<SourcePreview> {
  authorize("document.import", await findProjectFor(actor, input.projectId));
  await countAttempt(LIMITS.previewSource, actor.accountId);
  const { blocks, known, ...source } =
    input.file === null
      ? readPaste(input.text ?? "")
      : await readSource(input.file.bytes, input.file.name);
  const parsed = parseSource(blocks, known);
  if (parsed.paragraphs.length > MAX_PARAGRAPHS) {
    const values = { count: parsed.paragraphs.length, max: MAX_PARAGRAPHS };
    throw new AppError("too_large", "source_too_many_paragraphs", { values });
  }
  const preview = { ...source, fileName: input.file?.name ?? null, parsed };
  // What could not be stored is said now, not after an hour of corrections.
  const fault = findSourceFault({ text: source.text, ...parsed });
  if (
    fault === "source_too_large" ||
    Buffer.byteLength(JSON.stringify(preview)) > MAX_PREVIEW_BYTES
  ) {
    throw new AppError("too_large", "source_too_large");
  }
  return preview;
}
