import { ExportInput } from "@/core/export/inputs";
import { readJson, route } from "@/server/route";
import { startExport } from "@/server/services/editions/export-edition";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** Starts to export the document, or one of its editions; how far that is, is told at `/exports/JOB`. */
export const POST = route<Context>(async (request, { params }) => {
  const actor = await requireActor();
  const { documentId } = await params;
  const input = await readJson(ExportInput, request, "export_unknown");
  return Response.json(await startExport(actor, documentId, input), {
    status: 202,
    headers: { "Cache-Control": "private, no-store" },
  });
});
