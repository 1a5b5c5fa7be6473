import type { Actor } from "@/core/access/can";
import {
  BUNDLE_MEDIA_TYPE,
  bundleFileName,
  writeBundle,
} from "@/core/bundle/write-bundle";
import type { ExportedFile } from "@/core/export/options";
import { authorize } from "@/server/authorize";
import { listBundleDocuments } from "@/server/db/bundles";
import { listDocumentTextIds } from "@/server/db/document-texts";
import { listNoteTextIds, listTermNotes } from "@/server/db/notes";
import { listTextIds } from "@/server/db/translations";
import { liveServer } from "@/server/live";
import { findProjectFor } from "@/server/services/access";
import { defineTask } from "@/server/threads/task";
import { collectBundle } from "./collect-bundle";

const writeProject = defineTask(
  "bundles.write",
  async (projectId: string): Promise<Uint8Array> =>
    new TextEncoder().encode(writeBundle(await collectBundle(projectId))),
);

/** Writes a whole project as a bundle's file; what was typed just before is in it. */
export async function exportBundle(
  actor: Actor,
  projectId: string,
): Promise<ExportedFile> {
  const project = await findProjectFor(actor, projectId);
  authorize("bundle.export", project);
  const documents = await listBundleDocuments(project.id);
  for (const { id } of documents) {
    const notes = await listNoteTextIds(id);
    const front = await listDocumentTextIds(id);
    await liveServer()?.flush([...(await listTextIds(id)), ...notes, ...front]);
  }
  const explanations = await listTermNotes(project.id);
  if (explanations.length > 0)
    await liveServer()?.flush(explanations.map(({ textId }) => textId));
  return {
    filename: bundleFileName(project.name),
    mediaType: BUNDLE_MEDIA_TYPE,
    body: await writeProject({ owner: actor.accountId }, project.id),
  };
}
