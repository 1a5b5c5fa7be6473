import { fileResponse } from "@/server/file-response";
import { route } from "@/server/route";
import { exportBundle } from "@/server/services/bundles/export-bundle";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly projectId: string }> };

/** The whole project as one file, to be kept or moved to another server. */
export const GET = route(async (_request: Request, { params }: Context) => {
  const actor = await requireActor();
  const { projectId } = await params;
  return fileResponse(await exportBundle(actor, projectId));
});
