import { AppError } from "@/core/errors";
import { EMPTY_RICH_TEXT, type RichText } from "@/core/text/rich-text";
import { transaction, type Db } from "@/server/db/client";
import {
  DOCUMENT_TEXT_KINDS,
  type DocumentTextKind,
} from "@/server/db/derived-text";
import {
  insertDocumentText,
  listDocumentTexts,
  type DocumentTextRow,
} from "@/server/db/document-texts";
import { lockDocument } from "@/server/db/documents";
import { holdProject } from "@/server/db/projects";
import { newId } from "@/server/ids";

type Place = { readonly id: string; readonly projectId: string };

/** The live texts that stand before a document in its editions. */
export type DocumentTexts = {
  readonly introductionTextId: string;
  readonly conventionsTextId: string;
};

/**
 * Finds the texts that stand before a document, and makes those that nobody has asked for yet. Asks nobody: for services
 * that have authorised.
 */
export async function findDocumentTexts(place: Place): Promise<DocumentTexts> {
  const known = textIdsOf(await listDocumentTexts(place.id));
  return known ?? makeDocumentTexts(place);
}

/** The words of the texts that stand before a document; null where there are none. */
export async function readDocumentTexts(
  documentId: string,
  db?: Db,
): Promise<{
  readonly introduction: RichText | null;
  readonly conventions: RichText | null;
}> {
  const rows = await listDocumentTexts(documentId, db);
  const wordsOf = (wanted: DocumentTextKind) =>
    rows.find(({ kind }) => kind === wanted)?.richText ?? null;
  return {
    introduction: wordsOf("introduction"),
    conventions: wordsOf("conventions"),
  };
}

function makeDocumentTexts(place: Place): Promise<DocumentTexts> {
  return transaction(async (db) => {
    const isThere =
      (await holdProject(place.projectId, db)) &&
      (await lockDocument(place.id, db));
    if (!isThere) throw new AppError("not_found", "not_found");
    // Asked again: two who open the page at once get the same texts.
    const rows = await listDocumentTexts(place.id, db);
    const missing = DOCUMENT_TEXT_KINDS.filter(
      (kind) => !rows.some((row) => row.kind === kind),
    );
    const made = missing.map((kind) => ({
      kind,
      textId: newId(),
      richText: EMPTY_RICH_TEXT,
    }));
    const owner = { projectId: place.projectId, documentId: place.id };
    for (const row of made) await insertDocumentText(owner, row, db);
    const all = textIdsOf([...rows, ...made]);
    if (all === null) throw new AppError("not_found", "not_found");
    return all;
  });
}

function textIdsOf(rows: readonly DocumentTextRow[]): DocumentTexts | null {
  const idOf = (wanted: DocumentTextKind) =>
    rows.find(({ kind }) => kind === wanted)?.textId;
  const introductionTextId = idOf("introduction");
  const conventionsTextId = idOf("conventions");
  if (introductionTextId === undefined || conventionsTextId === undefined)
    return null;
  return { introductionTextId, conventionsTextId };
}
