import type { Actor } from "@/core/access/can";
import { assembleEdition } from "@/core/editions/assemble-edition";
import { countExport } from "@/core/editions/count-edition";
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
import { countDocxPieces, MAX_DOCX_PIECES } from "@/core/export/docx-size";
import { exportHtml } from "@/core/export/html";
import { exportMarkdown } from "@/core/export/markdown";
import { matcherFor } from "@/core/glossary/matcher";
import { authorize } from "@/server/authorize";
import type { DocumentSeen } from "@/server/db/documents";
import { listNotes } from "@/server/db/notes";
import { listParagraphs } from "@/server/db/paragraphs";
import { listSuppressed } from "@/server/db/term-notes";
import { listTerms } from "@/server/db/terms";
import { listTextIds, listTranslations } from "@/server/db/translations";
import { exportDocx } from "@/server/export/docx";
import { liveServer } from "@/server/live";
import { findDocumentFor } from "@/server/services/documents/find-document";

/** Tells how much of a document is ready, and which of its notes have no place, for whoever is about to export it. */
export async function viewExport(
  actor: Actor,
  documentId: string,
): Promise<ExportView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  const { edition, notes } = await readEdition(document);
  return countExport(edition, notes);
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

/** Exports a document as it is at this moment, with what was typed a second ago. */
export async function exportDocument(
  actor: Actor,
  { documentId, format, layout }: ExportDocumentInput,
): Promise<ExportedFile> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  const { edition } = await readEdition(document);
  if (format === "docx" && isTooLongForWord(edition))
    throw new AppError("too_large", "export_too_large");
  return EXPORTERS[format](edition, layout);
}

const isTooLongForWord = (edition: Edition) =>
  edition.paragraphs.length > MAX_DOCX_PARAGRAPHS ||
  countDocxPieces(edition) > MAX_DOCX_PIECES;

const EXPORTERS: Record<
  ExportFormat,
  (
    edition: Edition,
    layout: ExportLayout,
  ) => ExportedFile | Promise<ExportedFile>
> = { markdown: exportMarkdown, html: exportHtml, docx: exportDocx };

/** Assembles the edition of a document, with what was typed a second ago in its English and its notes. */
async function readEdition(document: DocumentSeen) {
  const { id, title, metadata, versionId, projectId, style } = document;
  await liveServer()?.flush(await listTypedTexts(id));
  const [paragraphs, translations, notes, terms, suppressed] =
    await Promise.all([
      listParagraphs(versionId),
      listTranslations(id),
      listNotes({ documentId: id }),
      listTerms(projectId),
      listSuppressed(id),
    ]);
  const edition = assembleEdition({
    title,
    metadata,
    paragraphs,
    translations,
    notes,
    terms,
    matcher: matcherFor(`${projectId}:${document.glossaryVersion}`, terms),
    style,
    suppressed,
    asOf: new Date().toISOString(),
  });
  return { edition, notes };
}

async function listTypedTexts(documentId: string): Promise<readonly string[]> {
  const [textIds, notes] = await Promise.all([
    listTextIds(documentId),
    listNotes({ documentId }),
  ]);
  return [...textIds, ...notes.map(({ textId }) => textId)];
}
