import { route } from "@/server/route";
import { listRows } from "@/server/services/documents/view-document";
import { requireActor } from "@/server/session";

type Context = { readonly params: Promise<{ readonly documentId: string }> };

/** Rows `from` to `to` of a document with their texts, half-open and counted from 0. */
export const GET = route<Context>(async (request, { params }) => {
  const { documentId } = await params;
  const { searchParams } = new URL(request.url);
  const place = (name: string) => Number(searchParams.get(name) ?? NaN);
  const rows = await listRows(
    await requireActor(),
    documentId,
    place("from"),
    place("to"),
  );
  return Response.json(rows, { headers: { "cache-control": "no-store" } });
});
