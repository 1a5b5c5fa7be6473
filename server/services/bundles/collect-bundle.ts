import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { AppError } from "@/core/errors";
import {
  SourceMetadataSchema,
  translationParts,
} from "@/core/source/paragraph";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import {
  findProjectName,
  listBundleDocuments,
  type BundleDocumentRow,
} from "@/server/db/bundles";
import type { Db } from "@/server/db/client";
import { listParagraphs } from "@/server/db/paragraphs";
import { listTerms } from "@/server/db/terms";
import { listTranslations } from "@/server/db/translations";

/** Puts a project into a bundle. Asks nobody: for the command line, and for services that have authorised. */
export async function collectBundle(
  projectId: string,
  db?: Db,
): Promise<Bundle> {
  const name = await findProjectName(projectId, db);
  if (name === null) throw new AppError("not_found", "not_found");
  const documents: BundleDocument[] = [];
  for (const row of await listBundleDocuments(projectId, db)) {
    documents.push(await collectDocument(row, db));
  }
  const terms = await listTerms(projectId, db);
  return {
    format: "duizhao-bundle",
    version: 2,
    project: { name, style: null },
    documents,
    terms: terms.map(({ id: _id, ...term }) => ({
      ...term,
      explanation: null,
    })),
  };
}

async function collectDocument(
  row: BundleDocumentRow,
  db?: Db,
): Promise<BundleDocument> {
  const { id, title, versionId, fileName, mediaType, encoding, text } = row;
  const metadata = SourceMetadataSchema.parse(row.metadata);
  const paragraphs = await listParagraphs(versionId, db);
  const stored = await listTranslations(id, db);
  const translations = new Map(
    stored.map((each) => [`${each.paragraphId} ${each.field}`, each]),
  );
  return {
    id,
    title,
    source: { fileName, mediaType, encoding, metadata, text },
    paragraphs: paragraphs.map(({ position: _position, ...paragraph }) => ({
      ...paragraph,
      translations: translationParts(paragraph).map(({ field }) => {
        const known = translations.get(`${paragraph.id} ${field}`);
        return {
          field,
          status: known?.status ?? "empty",
          stale: known?.stale ?? false,
          target: known?.target ?? EMPTY_RICH_TEXT,
        };
      }),
    })),
    notes: [],
    suppressed: [],
  };
}
