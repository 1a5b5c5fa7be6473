import { can, type Actor } from "@/core/access/can";
import type { ExportSummary } from "@/core/editions/views";
import { authorize } from "@/server/authorize";
import { listEditions } from "@/server/db/editions";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { countDraft, writeDraft } from "./edition-tasks";
import { flushDocument } from "./read-edition";

/** Tells how much of a document is ready, and which editions there are of it, for whoever is about to export it. */
export async function viewExport(
  actor: Actor,
  documentId: string,
): Promise<ExportSummary> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  await flushDocument(document.id);
  const [count, editions] = await Promise.all([
    countDraft({ owner: actor.accountId }, document),
    listEditions(document.id),
  ]);
  return {
    ...count,
    editions,
    can: { remarks: can("note.edit", document) },
  };
}

/** The edition of a document as it would be at this moment, as JSON: for reading it where it is written. */
export async function viewEdition(
  actor: Actor,
  documentId: string,
): Promise<Uint8Array> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  await flushDocument(document.id);
  return writeDraft({ owner: actor.accountId }, { document, remarks: false });
}
