import { ExportChoice } from "@/core/editions/edition";
import { AppError } from "@/core/errors";
import { attachment } from "@/core/export/file-name";
import { route } from "@/server/route";
import { exportDocument } from "@/server/services/editions";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** The document as a file: `format` markdown, html or docx, `layout` english or parallel. */
export const GET = route<Context>(async (request, { params }) => {
  const actor = await requireActor();
  const { documentId } = await params;
  const { searchParams } = new URL(request.url);
  const choice = ExportChoice.safeParse(Object.fromEntries(searchParams));
  if (!choice.success) throw new AppError("invalid", "export_unknown");
  const { filename, mediaType, body } = await exportDocument(actor, {
    documentId,
    ...choice.data,
  });
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": attachment(filename),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
