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
import { flushDocument, type EditedDocument } from "./read-edition";

/** What the bundle of an edition is called. */
export function editionBundleName(slug: string, number: number): string {
  return `${slug}-${number}.duizhao.json`;
}

/** The bundle that was frozen with an edition. */
export async function takeEditionBundle(
  editionId: string,
  filename: string,
): Promise<ExportedFile> {
  const body = await findEditionBundle(editionId);
  if (body === null) throw new AppError("not_found", "not_found");
  return { filename, mediaType: BUNDLE_MEDIA_TYPE, body };
}

/** One document as a bundle, as it is at this moment, without what is not for readers. */
export async function writeDocumentBundle(
  document: EditedDocument,
): Promise<ExportedFile> {
  await flushDocument(document.id);
  const bundle = await collectBundle(document.projectId);
  return {
    filename: bundleFileName(document.title),
    mediaType: BUNDLE_MEDIA_TYPE,
    body: writeBundle(publicBundle(bundle, document.id)),
  };
}
