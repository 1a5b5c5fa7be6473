import { fileResponse } from "@/server/file-response";
import { route } from "@/server/route";
import { takeExport } from "@/server/services/editions/export-edition";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly jobId: string }> };

/** The file that an export made. */
export const GET = route<Context>(async (_request, { params }) => {
  const { jobId } = await params;
  return fileResponse(await takeExport(await requireActor(), jobId));
});
