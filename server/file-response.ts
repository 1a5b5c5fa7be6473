import { attachment } from "@/core/export/file-name";
import type { ExportedFile } from "@/core/export/options";

/** A file as a download that nobody keeps on the way. */
export function fileResponse({ filename, mediaType, body }: ExportedFile) {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": attachment(filename),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
