import { route } from "@/server/route";
import {
  cancelExport,
  viewExportJob,
} from "@/server/services/editions/export-edition";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly jobId: string }> };

/** How far an export is. */
export const GET = route<Context>(async (_request, { params }) => {
  const { jobId } = await params;
  return Response.json(await viewExportJob(await requireActor(), jobId), {
    headers: { "Cache-Control": "private, no-store" },
  });
});

/** Gives an export up. */
export const DELETE = route<Context>(async (_request, { params }) => {
  const { jobId } = await params;
  await cancelExport(await requireActor(), jobId);
  return new Response(null, { status: 204 });
});
