import { route } from "@/server/route";
import { viewExport } from "@/server/services/editions/view-export";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** How much of the document is ready, for the export dialog. */
export const GET = route<Context>(async (_request, { params }) => {
  const { documentId } = await params;
  const view = await viewExport(await requireActor(), documentId);
  return Response.json(view, {
    headers: { "Cache-Control": "private, no-store" },
  });
});
