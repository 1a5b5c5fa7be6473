import { route } from "@/server/route";
import { listRevisions } from "@/server/services/notes/revisions";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly noteId: string }> };

/** The kept states of a note's text, newest first. */
export const GET = route<Context>(async (_request, { params }) => {
  const { noteId } = await params;
  const revisions = await listRevisions(await requireActor(), noteId);
  return Response.json(revisions, { headers: { "cache-control": "no-store" } });
});
