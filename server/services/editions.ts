import type { Actor } from "@/core/access/can";
import { countProgress } from "@/core/documents/progress";
import { assembleEdition } from "@/core/editions/assemble-edition";
import {
  MAX_DOCX_PARAGRAPHS,
  type Edition,
  type ExportDocumentInput,
  type ExportedFile,
  type ExportLayout,
  type ExportFormat,
  type ExportView,
} from "@/core/editions/edition";
import { AppError } from "@/core/errors";
import { exportHtml } from "@/core/export/html";
import { exportMarkdown } from "@/core/export/markdown";
import { authorize } from "@/server/authorize";
import type { DocumentSeen } from "@/server/db/documents";
import { listParagraphs } from "@/server/db/paragraphs";
import { listSummaryRows } from "@/server/db/rows";
import { listTextIds, listTranslations } from "@/server/db/translations";
import { exportDocx } from "@/server/export/docx";
import { liveServer } from "@/server/live";
import { findDocumentFor } from "@/server/services/documents/find-document";

/** Tells how much of a document is translated and approved, for whoever is about to export it. */
export async function viewExport(
  actor: Actor,
  documentId: string,
): Promise<ExportView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  const rows = await listSummaryRows(document.versionId);
  const { paragraphs, draft, translated, approved } = countProgress(rows);
  return {
    paragraphs,
    untranslated: paragraphs - draft - translated - approved,
    unapproved: draft + translated,
    notes: 0,
    unplacedNotes: 0,
    unreviewedNotes: 0,
  };
}

/** Exports a document as it is at this moment, with what was typed a second ago. */
export async function exportDocument(
  actor: Actor,
  { documentId, format, layout }: ExportDocumentInput,
): Promise<ExportedFile> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  await liveServer()?.flush(await listTextIds(documentId));
  const edition = await readEdition(document, new Date());
  if (format === "docx" && edition.paragraphs.length > MAX_DOCX_PARAGRAPHS)
    throw new AppError("too_large", "export_too_large");
  return EXPORTERS[format](edition, layout);
}

const EXPORTERS: Record<
  ExportFormat,
  (
    edition: Edition,
    layout: ExportLayout,
  ) => ExportedFile | Promise<ExportedFile>
> = { markdown: exportMarkdown, html: exportHtml, docx: exportDocx };

async function readEdition(
  { id, title, metadata, versionId }: DocumentSeen,
  now: Date,
): Promise<Edition> {
  const [paragraphs, translations] = await Promise.all([
    listParagraphs(versionId),
    listTranslations(id),
  ]);
  const asOf = now.toISOString();
  return assembleEdition({ title, metadata, paragraphs, translations, asOf });
}
