import { createHash } from "node:crypto";
import { can, type Actor } from "@/core/access/can";
import { countHan } from "@/core/documents/characters";
import { englishDate } from "@/core/documents/dates";
import { findSourceFault } from "@/core/documents/faults";
import { englishHeading, sourceHeading } from "@/core/documents/headings";
import type {
  DeleteDocumentInput,
  ImportDocumentInput,
} from "@/core/documents/inputs";
import type { DocumentView, RowSummary, RowView } from "@/core/documents/views";
import { AppError } from "@/core/errors";
import {
  translationParts,
  type SourceParagraph,
} from "@/core/source/paragraph";
import { fold } from "@/core/text/fold";
import { EMPTY_RICH_TEXT, richTextFromPlain } from "@/core/text/rich-text";
import { authorize } from "@/server/authorize";
import { insertActivity } from "@/server/db/activities";
import { transaction, type Db } from "@/server/db/client";
import {
  deleteDocument as deleteStoredDocument,
  findDocumentSeenBy,
  insertDocument,
  setCurrentVersion,
  type DocumentSeen,
} from "@/server/db/documents";
import { insertParagraphs, type NewParagraph } from "@/server/db/paragraphs";
import {
  listFullRows,
  listSummaryRows,
  type FullRow,
  type SummaryRow,
} from "@/server/db/rows";
import { insertSourceVersion } from "@/server/db/source-versions";
import {
  insertTranslations,
  type NewTranslation,
} from "@/server/db/translations";
import { newId } from "@/server/ids";
import { findProjectFor } from "@/server/services/access";

/** Rows that come with the document itself: more than the tallest screen shows. */
const FIRST_ROWS = 40;

/** The most rows that one request for more may ask for. */
export const MAX_ROWS = 500;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Finds a document with the actor's role in its project; throws `not_found`. To be followed by `authorize`. */
export async function findDocumentFor(
  actor: Actor,
  documentId: string,
): Promise<DocumentSeen> {
  // Ids come from addresses too; what is no id at all is simply not there.
  const document = UUID.test(documentId)
    ? await findDocumentSeenBy(documentId, actor.accountId)
    : null;
  if (document === null) throw new AppError("not_found", "not_found");
  return document;
}

/** Hex SHA-256 of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Adds to a paragraph what is stored beside its text: the folded form, its hash, the count for progress. */
export function prepareParagraph(
  id: string,
  paragraph: SourceParagraph,
): NewParagraph {
  const normalized = fold(paragraph.text).text;
  const translated = translationParts(paragraph).map((part) => part.text);
  return {
    ...paragraph,
    id,
    normalized,
    hash: sha256(normalized),
    characters: countHan(translated.join("\n")),
  };
}

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
  const paragraphs = input.paragraphs.map((paragraph) =>
    prepareParagraph(newId(), paragraph),
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
  const title =
    metadata.title ?? paragraphs.find(({ kind }) => kind === "title")?.text;
  const name =
    title ?? fileName?.replace(/\.[^.]+$/, "") ?? paragraphs[0]?.text ?? "";
  return name.replace(/\s+/g, " ").trim().slice(0, 300);
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

/** Shows a document: all rows in summary, and the first ones with their texts. */
export async function viewDocument(
  actor: Actor,
  documentId: string,
): Promise<DocumentView> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  const [summaries, rows] = await Promise.all([
    listSummaryRows(document.versionId),
    listFullRows(document.versionId, 0, FIRST_ROWS),
  ]);
  return {
    id: document.id,
    projectId: document.projectId,
    projectName: document.projectName,
    title: document.title,
    metadata: document.metadata,
    glossaryVersion: document.glossaryVersion,
    summaries: summaries.map(viewSummary),
    rows: rows.map(viewRow),
    can: {
      edit: can("translation.edit", document),
      approve: can("translation.approve", document),
      editGlossary: can("glossary.edit", document),
      export: can("document.export", document),
      delete: can("document.delete", document),
    },
  };
}

/** Lists rows with their texts: from the one at `from` (counted from 0) up to the one at `to`, at most MAX_ROWS. */
export async function listRows(
  actor: Actor,
  documentId: string,
  from: number,
  to: number,
): Promise<readonly RowView[]> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  const isWindow =
    Number.isSafeInteger(from) &&
    Number.isSafeInteger(to) &&
    from >= 0 &&
    to >= from &&
    to < 2 ** 31;
  if (!isWindow) throw new AppError("invalid", "input_invalid");
  const rows = await listFullRows(
    document.versionId,
    from,
    Math.min(to, from + MAX_ROWS),
  );
  return rows.map(viewRow);
}

function viewSummary(row: SummaryRow): RowSummary {
  const { id, textId, paragraphId, kind, level, marker, runIn, status } = row;
  const field = row.fields.find(({ key }) => key === row.field);
  return {
    id,
    textId,
    paragraphId,
    number: row.position + 1,
    kind,
    level,
    marker,
    status,
    characters: field === undefined ? row.characters : countHan(field.value),
    heading: sourceHeading({
      kind,
      marker,
      runIn,
      text: row.headingText ?? "",
    }),
    headingEnglish: englishHeading({
      kind,
      marker,
      runIn,
      english: row.openingEnglish ?? "",
    }),
  };
}

function viewRow(row: FullRow): RowView {
  const field = row.fields.find(({ key }) => key === row.field);
  return {
    ...viewSummary(row),
    field: row.field,
    label: field?.label ?? null,
    runIn: row.runIn,
    source: field?.value ?? row.text,
    table: row.table,
    target: row.target,
    stale: row.stale,
  };
}

/** Removes a document with its translations. */
export async function deleteDocument(
  actor: Actor,
  input: DeleteDocumentInput,
): Promise<void> {
  const document = await findDocumentFor(actor, input.documentId);
  authorize("document.delete", document);
  await transaction(async (db) => {
    const wasThere = await deleteStoredDocument(document.id, db);
    if (!wasThere) throw new AppError("not_found", "not_found");
    await insertActivity(
      {
        id: newId(),
        projectId: document.projectId,
        accountId: actor.accountId,
        action: "document.delete",
        subjectId: document.id,
        data: { title: document.title },
      },
      db,
    );
  });
}
