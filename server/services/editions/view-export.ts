import type { Actor } from "@/core/access/can";
import { countExport } from "@/core/editions/count-edition";
import type { Edition, ExportView } from "@/core/editions/edition";
import { authorize } from "@/server/authorize";
import { findDocumentFor } from "@/server/services/documents/find-document";
import { readEdition } from "./read-edition";

/** Tells how much of a document is ready, and which of its notes have no place, for whoever is about to export it. */
export async function viewExport(
  actor: Actor,
  documentId: string,
): Promise<ExportView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  const { edition, input } = await readEdition(document);
  return countExport(edition, input.notes);
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
