import { bundleFileName } from "@/core/bundle/write-bundle";
import { attachment } from "@/core/export/file-name";
import { route } from "@/server/route";
import { exportTerms } from "@/server/services/glossary/read-glossary";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly projectId: string }> };

/** The glossary as a CSV file. */
export const GET = route<Context>(async (_request, { params }) => {
  const { projectId } = await params;
  const { projectName, csv } = await exportTerms(
    await requireActor(),
    projectId,
  );
  const filename = bundleFileName(projectName).replace(
    /\.duizhao\.json$/,
    " glossary.csv",
  );
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": attachment(filename),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
