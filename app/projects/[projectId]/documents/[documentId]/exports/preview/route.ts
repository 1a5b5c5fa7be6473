import { ExportInput } from "@/core/export/inputs";
import { readJson, route } from "@/server/route";
import { previewExport } from "@/server/services/editions/export-edition";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** How an export of the document will look. */
export const POST = route<Context>(async (request, { params }) => {
  const actor = await requireActor();
  const { documentId } = await params;
  const input = await readJson(ExportInput, request, "export_unknown");
  const { signal } = request;
  return Response.json(await previewExport(actor, documentId, input, signal), {
    headers: { "Cache-Control": "private, no-store" },
  });
});
