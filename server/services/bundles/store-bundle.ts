import type {
  Bundle,
  BundleDocument,
  BundleParagraph,
} from "@/core/bundle/bundle";
import { mapMarks } from "@/core/notes/marks";
import { normalizeRichText } from "@/editor/convert";
import { insertActivity } from "@/server/db/activities";
import type { Db } from "@/server/db/client";
import { DOCUMENT_TEXT_KINDS } from "@/server/db/derived-text";
import { insertDocumentText } from "@/server/db/document-texts";
import { insertDocument, setCurrentVersion } from "@/server/db/documents";
import { insertMembership } from "@/server/db/memberships";
import { insertParagraphs } from "@/server/db/paragraphs";
import { insertProject, updateProjectStyle } from "@/server/db/projects";
import {
  isSlugTaken,
  lockSlug,
  updatePublication,
} from "@/server/db/publications";
import { insertSourceVersion } from "@/server/db/source-versions";
import { insertTerms } from "@/server/db/terms";
import { insertTranslations } from "@/server/db/translations";
import { sha256 } from "@/server/hash";
import { newId } from "@/server/ids";
import { prepareTerm } from "@/server/services/glossary/prepare-term";
import { prepareParagraph } from "@/server/services/documents/prepare-paragraph";
import { freshIds } from "./fresh-ids";
import { storeNotes, type Place } from "./store-notes";

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
  const { style } = bundle.project;
  if (style !== null) await updateProjectStyle(projectId, style, db);
  const fresh = await freshIds(bundle, db);
  const place: Place = { projectId, createdById: ownerId, fresh };
  const terms = bundle.terms.map((term) =>
    prepareTerm({ ...term, id: newId() }),
  );
  await insertTerms({ projectId, createdById: ownerId }, terms, db);
  for (const document of bundle.documents) {
    await storeDocument(document, place, db);
  }
  const notes = await storeNotes(bundle, place, db);
  await insertActivity(
    {
      id: newId(),
      projectId,
      accountId: ownerId,
      action: "bundle.import",
      subjectId: projectId,
      data: {
        name,
        documents: bundle.documents.length,
        terms: terms.length,
        notes,
      },
    },
    db,
  );
  return {
    projectId,
    documentIds: bundle.documents.map(({ id }) => fresh(id)),
  };
}

async function storeDocument(
  document: BundleDocument,
  { projectId, createdById, fresh }: Place,
  db: Db,
): Promise<void> {
  const { id, title, source, paragraphs } = document;
  const documentId = fresh(id);
  const versionId = newId();
  await insertDocument({ id: documentId, projectId, title, createdById }, db);
  await insertSourceVersion(
    {
      id: versionId,
      documentId,
      number: 1,
      sha256: sha256(source.text),
      createdById,
      ...source,
    },
    db,
  );
  const kept = paragraphs.map((each) => ({ ...each, id: fresh(each.id) }));
  await insertParagraphs(
    { documentId, versionId },
    kept.map(prepareBundled),
    db,
  );
  await setCurrentVersion(documentId, versionId, db);
  const translations = kept.flatMap((paragraph) =>
    paragraph.translations.map((translation) => ({
      ...translation,
      // As the editor gives it back: an approval is of words in this form, and a mark alone must not take it away.
      target: normalizeRichText(mapMarks(translation.target, fresh)),
      id: newId(),
      textId: newId(),
      paragraphId: paragraph.id,
    })),
  );
  await insertTranslations(projectId, translations, db);
  await storeFront(document, { projectId, documentId }, db);
}

/** Stores what stands before a document, and what it says of its editions. An address that is taken stays whose it is. */
async function storeFront(
  { details, introduction, conventions }: BundleDocument,
  place: { readonly projectId: string; readonly documentId: string },
  db: Db,
): Promise<void> {
  const { documentId } = place;
  if (details !== null) {
    await lockSlug(details.slug, db);
    const isTaken = await isSlugTaken(details.slug, documentId, db);
    const own = isTaken ? { ...details, slug: "" } : details;
    await updatePublication(documentId, own, db);
  }
  const texts = { introduction, conventions };
  for (const kind of DOCUMENT_TEXT_KINDS) {
    const text = texts[kind];
    if (text === null) continue;
    const richText = normalizeRichText(text);
    await insertDocumentText(place, { kind, textId: newId(), richText }, db);
  }
}

function prepareBundled({
  translations: _translations,
  ...paragraph
}: BundleParagraph) {
  return prepareParagraph(paragraph.id, paragraph);
}
