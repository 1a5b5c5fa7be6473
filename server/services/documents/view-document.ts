import { can, type Actor } from "@/core/access/can";
import { countHan } from "@/core/documents/characters";
import { englishHeading, sourceHeading } from "@/core/documents/headings";
import type { DocumentView, RowSummary, RowView } from "@/core/documents/views";
import { AppError } from "@/core/errors";
import type { MetadataField } from "@/core/source/paragraph";
import { authorize } from "@/server/authorize";
import {
  listFullRows,
  listSummaryRows,
  type FullRow,
  type SummaryRow,
} from "@/server/db/rows";
import { findDocumentFor } from "./find-document";

/** Rows that come with the document itself: more than the tallest screen shows. */
const FIRST_ROWS = 40;

/** The most rows that one request for more may ask for. */
export const MAX_ROWS = 500;

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
    style: document.style,
    summaries: summaries.map(viewSummary),
    rows: rows.map(viewRow),
    can: {
      edit: can("translation.edit", document),
      approve: can("translation.approve", document),
      editGlossary: can("glossary.edit", document),
      editNotes: can("note.edit", document),
      reviewNotes: can("note.review", document),
      export: can("document.export", document),
      delete: can("document.delete", document),
    },
  };
}

/** Finds the id of the project of a document that the actor may read. */
export async function findProjectOf(
  actor: Actor,
  documentId: string,
): Promise<string> {
  const document = await findDocumentFor(actor, documentId);
  authorize("project.read", document);
  return document.projectId;
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

function countCharacters(
  row: SummaryRow,
  field: MetadataField | undefined,
): number {
  if (field === undefined) return row.characters;
  return row.kind === "title" ? 0 : countHan(field.value);
}

function viewSummary(row: SummaryRow): RowSummary {
  const { id, textId, paragraphId, level, marker, runIn, status } = row;
  const field = row.fields.find(({ key }) => key === row.field);
  // A field of a title is metadata beside it, not a second title.
  const kind = field === undefined ? row.kind : "meta";
  return {
    id,
    textId,
    paragraphId,
    number: row.position + 1,
    kind,
    level,
    marker,
    status,
    characters: countCharacters(row, field),
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
