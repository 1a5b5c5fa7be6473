import { route } from "@/server/route";
import { viewNotes } from "@/server/services/notes/view-notes";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** All notes of a document with their places, for the screens that keep them. */
export const GET = route<Context>(async (_request, { params }) => {
  const { documentId } = await params;
  const notes = await viewNotes(await requireActor(), documentId);
  return Response.json(notes, { headers: { "cache-control": "no-store" } });
});
