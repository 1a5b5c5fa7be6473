import type { Actor } from "@/core/access/can";
import { bundleFileName } from "@/core/bundle/write-bundle";
import { AppError } from "@/core/errors";
import type { ExportInput } from "@/core/export/inputs";
import type { ExportedFile } from "@/core/export/options";
import { authorize } from "@/server/authorize";
import type { DocumentSeen } from "@/server/db/documents";
import type { EditionPack } from "@/server/export/edition-pack";
import type { ExportJobView, ExportPreview } from "@/server/export/queue";
import { newId } from "@/server/ids";
import { countAttempt, LIMITS } from "@/server/rate-limit";
import { findDocumentFor } from "@/server/services/documents/find-document";
import {
  editionBundleName,
  takeEditionBundle,
  writeDocumentBundle,
} from "./document-bundle";
import { findExportJob, keepExportJob, type ExportJob } from "./export-jobs";
import { packForExport } from "./edition-tasks";
import { findEditionOf } from "./find-edition";
import { asked, needQueue } from "./need-queue";
import { flushDocument } from "./read-edition";

/** Characters of a bundle that its preview shows. */
const PREVIEW = 4000;

/** Starts to export a document, as it is at this moment or as one of its editions was frozen. */
export async function startExport(
  actor: Actor,
  documentId: string,
  input: ExportInput,
): Promise<{ readonly jobId: string }> {
  const document = await authorizeExport(actor, documentId, input);
  const { accountId } = actor;
  await countAttempt(LIMITS.exportDocument, accountId);
  const { editionId, choice } = input;
  const { remarks } = choice.options;
  const job = { accountId, documentId: document.id, remarks, editionId };
  if (choice.format === "bundle") {
    const jobId = newId();
    const bundle = await nameBundle(actor, document, editionId);
    keepExportJob(jobId, { ...job, bundle });
    return { jobId };
  }
  const edition = await packExported(actor, document, input, false);
  const jobId = needQueue().start(accountId, edition, choice);
  if (jobId === null) throw new AppError("rate_limited", "export_busy");
  keepExportJob(jobId, { ...job, bundle: null });
  return { jobId };
}

/** How an export will look: its first pages, or how it begins. */
export async function previewExport(
  actor: Actor,
  documentId: string,
  input: ExportInput,
  signal?: AbortSignal,
): Promise<ExportPreview> {
  const document = await authorizeExport(actor, documentId, input);
  await countAttempt(LIMITS.previewExport, actor.accountId);
  if (input.choice.format === "bundle") {
    const { editionId } = input;
    const name = await nameBundle(actor, document, editionId);
    const { body } = await takeBundle(actor, document, editionId, name);
    // A character has at most three bytes for each UTF-16 unit of it.
    const text = Buffer.from(body.slice(0, 3 * PREVIEW)).toString();
    return { kind: "text", text: text.slice(0, PREVIEW) };
  }
  const edition = await packExported(actor, document, input, true);
  const { accountId } = actor;
  return asked(needQueue().preview(accountId, edition, input.choice, signal));
}

/** How far one of the actor's exports is. */
export async function viewExportJob(
  actor: Actor,
  jobId: string,
): Promise<ExportJobView> {
  const { job } = await findJobFor(actor, jobId);
  if (job.bundle !== null) {
    return {
      id: jobId,
      state: "done",
      progress: 1,
      size: null,
      filename: job.bundle,
      error: null,
    };
  }
  const view = needQueue().find(actor.accountId, jobId);
  if (view === null) throw new AppError("not_found", "not_found");
  return view;
}

/** Gives one of the actor's exports up. */
export async function cancelExport(actor: Actor, jobId: string): Promise<void> {
  const { job } = await findJobFor(actor, jobId);
  if (job.bundle === null) needQueue().cancel(actor.accountId, jobId);
}

/** The file of one of the actor's exports, for whoever may still read the document; not of an edition that was withdrawn. */
export async function takeExport(
  actor: Actor,
  jobId: string,
): Promise<ExportedFile> {
  const { job, document } = await findJobFor(actor, jobId);
  const { editionId, bundle } = job;
  if (editionId !== null) await findEditionOf(actor, document.id, editionId);
  if (bundle !== null) return takeBundle(actor, document, editionId, bundle);
  const file = needQueue().take(actor.accountId, jobId);
  if (file === null) throw new AppError("not_found", "not_found");
  return file;
}

async function authorizeExport(
  actor: Actor,
  documentId: string,
  { choice, editionId }: ExportInput,
): Promise<DocumentSeen> {
  const document = await findDocumentFor(actor, documentId);
  authorize("document.export", document);
  if (choice.options.remarks && editionId === null)
    authorize("note.edit", document);
  return document;
}

async function findJobFor(
  actor: Actor,
  jobId: string,
): Promise<{ readonly job: ExportJob; readonly document: DocumentSeen }> {
  const job = findExportJob(actor.accountId, jobId);
  if (job === null) throw new AppError("not_found", "not_found");
  const document = await findDocumentFor(actor, job.documentId);
  authorize("document.export", document);
  if (job.remarks) authorize("note.edit", document);
  return { job, document };
}

async function packExported(
  actor: Actor,
  document: DocumentSeen,
  { choice, editionId }: ExportInput,
  isPreview: boolean,
): Promise<EditionPack> {
  const sent = { owner: actor.accountId };
  if (editionId === null) {
    await flushDocument(document.id);
    const { remarks } = choice.options;
    return packForExport(sent, { from: { document, remarks }, isPreview });
  }
  await findEditionOf(actor, document.id, editionId);
  return packForExport(sent, { from: { editionId }, isPreview });
}

async function nameBundle(
  actor: Actor,
  document: DocumentSeen,
  editionId: string | null,
): Promise<string> {
  if (editionId === null) return bundleFileName(document.title);
  const edition = await findEditionOf(actor, document.id, editionId);
  return editionBundleName(edition.slug, edition.number);
}

function takeBundle(
  { accountId: owner }: Actor,
  document: DocumentSeen,
  editionId: string | null,
  filename: string,
): Promise<ExportedFile> {
  return editionId === null
    ? writeDocumentBundle({ owner }, document)
    : takeEditionBundle({ owner }, editionId, filename);
}
