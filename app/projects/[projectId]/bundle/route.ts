import { attachment } from "@/core/export/file-name";
import { route } from "@/server/route";
import { exportBundle } from "@/server/services/bundles/export-bundle";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly projectId: string }> };

/** The whole project as one file, to be kept or moved to another server. */
export const GET = route(async (_request: Request, { params }: Context) => {
  const actor = await requireActor();
  const { projectId } = await params;
  const { filename, mediaType, body } = await exportBundle(actor, projectId);
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": attachment(filename),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
