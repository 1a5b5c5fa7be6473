import { route } from "@/server/route";
import { listTerms } from "@/server/services/glossary/read-glossary";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly projectId: string }> };

/** The glossary as it is now, for the screens that keep it at one version. */
export const GET = route<Context>(async (_request, { params }) => {
  const { projectId } = await params;
  const glossary = await listTerms(await requireActor(), projectId);
  return Response.json(glossary, { headers: { "cache-control": "no-store" } });
});
