import { can, type Actor } from "@/core/access/can";
import { countExport } from "@/core/editions/count-edition";
import type { Edition } from "@/core/editions/edition";
import type { ExportSummary } from "@/core/editions/views";
import { authorize } from "@/server/authorize";
import { listEditions } from "@/server/db/editions";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { readEdition } from "./read-edition";

/** Tells how much of a document is ready, and which editions there are of it, for whoever is about to export it. */
export async function viewExport(
  actor: Actor,
  documentId: string,
): Promise<ExportSummary> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  const [{ edition, input }, editions] = await Promise.all([
    readEdition(document),
    listEditions(document.id),
  ]);
  return {
    ...countExport(edition, input.notes),
    editions,
    can: { remarks: can("note.edit", document) },
  };
}

/** The edition of a document as it would be at this moment, for reading it where it is written. */
export async function viewEdition(
  actor: Actor,
  documentId: string,
): Promise<Edition> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  return (await readEdition(document)).edition;
}
