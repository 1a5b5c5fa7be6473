import { route } from "@/server/route";
import { countOccurrences } from "@/server/services/glossary/read-glossary";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly projectId: string }> };

/** How often each term occurs in the project's documents, by term id. */
export const GET = route<Context>(async (_request, { params }) => {
  const { projectId } = await params;
  const uses = await countOccurrences(await requireActor(), projectId);
  return Response.json(uses, { headers: { "cache-control": "no-store" } });
});
