import type {
  Bundle,
  BundleDocument,
  BundleParagraph,
} from "@/core/bundle/bundle";
import { insertActivity } from "@/server/db/activities";
import { listTakenDocumentIds, lockDocumentIds } from "@/server/db/bundles";
import type { Db } from "@/server/db/client";
import { insertDocument, setCurrentVersion } from "@/server/db/documents";
import { insertMembership } from "@/server/db/memberships";
import {
  insertParagraphs,
  listTakenParagraphIds,
} from "@/server/db/paragraphs";
import { insertProject } from "@/server/db/projects";
import { insertSourceVersion } from "@/server/db/source-versions";
import { insertTerms } from "@/server/db/terms";
import { insertTranslations } from "@/server/db/translations";
import { sha256 } from "@/server/hash";
import { newId } from "@/server/ids";
import { prepareTerm } from "@/server/services/glossary/prepare-term";
import { prepareParagraph } from "@/server/services/documents/prepare-paragraph";

/** A project that a bundle was made into. */
export type StoredBundle = {
  readonly projectId: string;
  readonly documentIds: readonly string[];
};

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
  const terms = bundle.terms.map((term) =>
    prepareTerm({ ...term, id: newId() }),
  );
  await insertTerms({ projectId, createdById: ownerId }, terms, db);
  const ids = bundle.documents.map(({ id }) => id);
  await lockDocumentIds(ids, db);
  const taken = await listTakenDocumentIds(ids, db);
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
