import type { Actor } from "@/core/access/can";
import { englishDate } from "@/core/documents/dates";
import { documentName } from "@/core/documents/document-name";
import { findSourceFault } from "@/core/documents/faults";
import type { ImportDocumentInput } from "@/core/documents/inputs";
import { AppError } from "@/core/errors";
import { translationParts } from "@/core/source/paragraph";
import { withStatedMetadata } from "@/core/source/stated-metadata";
import { EMPTY_RICH_TEXT, richTextFromPlain } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import { insertDocument, setCurrentVersion } from "@/server/db/documents";
import { insertParagraphs, type NewParagraph } from "@/server/db/paragraphs";
import { insertSourceVersion } from "@/server/db/source-versions";
import {
  insertTranslations,
  type NewTranslation,
} from "@/server/db/translations";
import { sha256 } from "@/server/hash";
import { newId } from "@/server/ids";
import { findProjectFor } from "@/server/services/access";
import { prepareParagraph } from "./prepare-paragraph";

/** Stores a source as corrected by the user: a new document with an empty translation for each of its parts. */
export async function importDocument(
  actor: Actor,
  input: ImportDocumentInput,
): Promise<{ readonly documentId: string }> {
  const project = await findProjectFor(actor, input.projectId);
  authorize("document.import", project);
  const fault = findSourceFault(input);
  if (fault !== null)
    throw new AppError(
      fault === "source_too_large" ? "too_large" : "invalid",
      fault,
    );
  const paragraphs = withStatedMetadata(input.paragraphs, input.metadata).map(
    (paragraph) => prepareParagraph(newId(), paragraph),
  );
  const document = {
    id: newId(),
    projectId: project.id,
    title: nameDocument(input),
    createdById: actor.accountId,
  };
  await transaction(async (db) => {
    await insertDocument(document, db);
    await storeVersion(document.id, input, paragraphs, actor.accountId, db);
    await insertTranslations(
      project.id,
      paragraphs.flatMap(startTranslations),
      db,
    );
    await insertActivity(
      {
        id: newId(),
        projectId: project.id,
        accountId: actor.accountId,
        action: "document.import",
        subjectId: document.id,
        data: { title: document.title, paragraphs: paragraphs.length },
      },
      db,
    );
  });
  return { documentId: document.id };
}

async function storeVersion(
  documentId: string,
  input: ImportDocumentInput,
  paragraphs: readonly NewParagraph[],
  createdById: string,
  db: Db,
): Promise<void> {
  const { text, fileName, mediaType, encoding, metadata } = input;
  const id = newId();
  await insertSourceVersion(
    {
      id,
      documentId,
      number: 1,
      text,
      sha256: sha256(text),
      fileName,
      mediaType,
      encoding,
      metadata,
      createdById,
    },
    db,
  );
  await insertParagraphs({ documentId, versionId: id }, paragraphs, db);
  await setCurrentVersion(documentId, id, db);
}

function nameDocument({
  metadata,
  paragraphs,
  fileName,
}: ImportDocumentInput): string {
  const name = documentName([
    metadata.title,
    paragraphs.find(({ kind }) => kind === "title")?.text,
    fileName?.replace(/\.[^.]+$/, ""),
    ...paragraphs.map(({ text }) => text),
  ]);
  if (name === null) throw new AppError("invalid", "source_inconsistent");
  return name;
}

function startTranslations(paragraph: NewParagraph): readonly NewTranslation[] {
  return translationParts(paragraph).map(({ field, text }) => {
    const date =
      field.replace(/-\d+$/, "") === "date" ? englishDate(text) : null;
    return {
      id: newId(),
      textId: newId(),
      paragraphId: paragraph.id,
      field,
      status: date === null ? "empty" : "draft",
      stale: false,
      target: date === null ? EMPTY_RICH_TEXT : richTextFromPlain(date),
    };
  });
}
