import { jsonBytes, route } from "@/server/route";
import { viewEdition } from "@/server/services/editions/view-export";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** The document as its edition would be now, for reading it in the workbench. */
export const GET = route<Context>(async (_request, { params }) => {
  const { documentId } = await params;
  const edition = await viewEdition(await requireActor(), documentId);
  return jsonBytes(edition);
});
