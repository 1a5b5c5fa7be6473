import { publicBundle } from "@/core/bundle/public-bundle";
import {
  BUNDLE_MEDIA_TYPE,
  bundleFileName,
  writeBundle,
} from "@/core/bundle/write-bundle";
import { AppError } from "@/core/errors";
import type { ExportedFile } from "@/core/export/options";
import { findEditionBundle } from "@/server/db/editions";
import { collectBundle } from "@/server/services/bundles/collect-bundle";
import { defineTask } from "@/server/threads/task";
import type { Sent } from "@/server/threads/thread-pool";
import { flushDocument, type EditedDocument } from "./read-edition";

/** What the bundle of an edition is called. */
export function editionBundleName(slug: string, number: number): string {
  return `${slug}-${number}.duizhao.json`;
}

const readBundle = defineTask(
  "editions.read-bundle",
  async (editionId: string): Promise<Uint8Array | null> => {
    const body = await findEditionBundle(editionId);
    return body === null ? null : new TextEncoder().encode(body);
  },
);

const writePublicBundle = defineTask(
  "editions.write-bundle",
  async ({ projectId, id }: EditedDocument): Promise<Uint8Array> => {
    const bundle = await collectBundle(projectId);
    return new TextEncoder().encode(writeBundle(publicBundle(bundle, id)));
  },
);

/** The bundle that was frozen with an edition. */
export async function takeEditionBundle(
  sent: Sent,
  editionId: string,
  filename: string,
): Promise<ExportedFile> {
  const body = await readBundle(sent, editionId);
  if (body === null) throw new AppError("not_found", "not_found");
  return { filename, mediaType: BUNDLE_MEDIA_TYPE, body };
}

/** One document as a bundle, as it is at this moment, without what is not for readers. */
export async function writeDocumentBundle(
  sent: Sent,
  document: EditedDocument,
): Promise<ExportedFile> {
  await flushDocument(document.id);
  return {
    filename: bundleFileName(document.title),
    mediaType: BUNDLE_MEDIA_TYPE,
    body: await writePublicBundle(sent, document),
  };
}
