import type { Actor } from "@/core/access/can";
import {
  MAX_BUNDLE_BYTES,
  type Bundle,
  type BundleDocument,
  type BundleParagraph,
} from "@/core/bundle/bundle";
import type { ImportBundleInput } from "@/core/bundle/inputs";
import { readBundle } from "@/core/bundle/read-bundle";
import {
  BUNDLE_MEDIA_TYPE,
  bundleFileName,
  writeBundle,
} from "@/core/bundle/write-bundle";
import type { ExportedFile } from "@/core/editions/edition";
import { AppError } from "@/core/errors";
import {
  SourceMetadataSchema,
  translationParts,
} from "@/core/source/paragraph";
import { fold } from "@/core/text/fold";
import { EMPTY_RICH_TEXT } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import {
  findProjectName,
  insertBundleTerms,
  listBundleDocuments,
  listBundleTerms,
  listTakenDocumentIds,
  type BundleDocumentRow,
} from "@/server/db/bundles";
import { transaction, type Db } from "@/server/db/client";
import { insertDocument, setCurrentVersion } from "@/server/db/documents";
import { insertMembership } from "@/server/db/memberships";
import {
  insertParagraphs,
  listParagraphs,
  listTakenParagraphIds,
} from "@/server/db/paragraphs";
import { insertProject } from "@/server/db/projects";
import { insertSourceVersion } from "@/server/db/source-versions";
import {
  insertTranslations,
  listTextIds,
  listTranslations,
} from "@/server/db/translations";
import { newId } from "@/server/ids";
import { liveServer } from "@/server/live";
import { findProjectFor } from "@/server/services/access";
import { prepareParagraph, sha256 } from "@/server/services/documents";

/** A project that a bundle was made into. */
export type StoredBundle = {
  readonly projectId: string;
  readonly documentIds: readonly string[];
};

/** Writes a whole project as a bundle's file; what was typed just before is in it. */
export async function exportBundle(
  actor: Actor,
  projectId: string,
): Promise<ExportedFile> {
  const project = await findProjectFor(actor, projectId);
  authorize("bundle.export", project);
  const documents = await listBundleDocuments(project.id);
  for (const { id } of documents) {
    await liveServer()?.flush(await listTextIds(id));
  }
  const bundle = await collectBundle(project.id);
  return {
    filename: bundleFileName(project.name),
    mediaType: BUNDLE_MEDIA_TYPE,
    body: writeBundle(bundle),
  };
}

/** Makes a new project of a bundle's file; the actor owns it. */
export async function importBundle(
  actor: Actor,
  input: ImportBundleInput,
): Promise<StoredBundle> {
  if (Buffer.byteLength(input.text, "utf8") > MAX_BUNDLE_BYTES) {
    throw new AppError("too_large", "too_large");
  }
  const bundle = readBundle(input.text);
  return transaction((db) => storeBundle(bundle, actor.accountId, db));
}

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
  return {
    format: "duizhao-bundle",
    version: 1,
    project: { name },
    documents,
    terms: await listBundleTerms(projectId, db),
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
  };
}

/**
 * Stores a bundle as a new project, owned by an account or, for null, by nobody yet. Asks nobody, like `collectBundle`.
 * Ids that are free are kept; what exists already, in whichever project, is left alone and its copy gets a new id.
 */
export async function storeBundle(
  bundle: Bundle,
  ownerId: string | null,
  db: Db,
): Promise<StoredBundle> {
  const { name } = bundle.project;
  const projectId = newId();
  await insertProject({ id: projectId, name, createdById: ownerId }, db);
  if (ownerId !== null) {
    await insertMembership(
      { projectId, accountId: ownerId, role: "owner" },
      db,
    );
  }
  const terms = bundle.terms.map((term) => {
    const normalized = fold(term.source).text;
    return { ...term, id: newId(), normalized, hash: sha256(normalized) };
  });
  await insertBundleTerms({ projectId, createdById: ownerId }, terms, db);
  const taken = await listTakenDocumentIds(
    bundle.documents.map(({ id }) => id),
    db,
  );
  const documentIds: string[] = [];
  for (const document of bundle.documents) {
    const id = taken.has(document.id) ? newId() : document.id;
    await storeDocument({ ...document, id }, projectId, ownerId, db);
    documentIds.push(id);
  }
  await insertActivity(
    {
      id: newId(),
      projectId,
      accountId: ownerId,
      action: "bundle.import",
      subjectId: projectId,
      data: { name, documents: bundle.documents.length, terms: terms.length },
    },
    db,
  );
  return { projectId, documentIds };
}

async function storeDocument(
  { id, title, source, paragraphs }: BundleDocument,
  projectId: string,
  createdById: string | null,
  db: Db,
): Promise<void> {
  const versionId = newId();
  const taken = await listTakenParagraphIds(
    paragraphs.map((each) => each.id),
    db,
  );
  const kept = paragraphs.map((each) =>
    taken.has(each.id) ? { ...each, id: newId() } : each,
  );
  await insertDocument({ id, projectId, title, createdById }, db);
  await insertSourceVersion(
    {
      id: versionId,
      documentId: id,
      number: 1,
      sha256: sha256(source.text),
      createdById,
      ...source,
    },
    db,
  );
  await insertParagraphs(
    { documentId: id, versionId },
    kept.map(prepareBundled),
    db,
  );
  await setCurrentVersion(id, versionId, db);
  const translations = kept.flatMap((paragraph) =>
    paragraph.translations.map((translation) => ({
      ...translation,
      id: newId(),
      textId: newId(),
      paragraphId: paragraph.id,
    })),
  );
  await insertTranslations(projectId, translations, db);
}

function prepareBundled({
  translations: _translations,
  ...paragraph
}: BundleParagraph) {
  return prepareParagraph(paragraph.id, paragraph);
}
