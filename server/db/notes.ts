import type { Role } from "@/core/access/can";
import {
  CitationsSchema,
  SourceAnchorSchema,
  type Citation,
  type NoteKind,
  type NoteStatus,
  type NoteView,
  type SourceAnchor,
} from "@/core/notes/note";
import {
  plainText,
  RichTextSchema,
  type RichText,
} from "@/core/text/rich-text";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";
import { Prisma } from "./generated/client";
import { PRINT_ORDER } from "./rows";

/** A note to be stored, with its text; it belongs to a document or explains a term. */
export type NewNote = {
  readonly id: string;
  readonly textId: string;
  readonly documentId: string | null;
  /** The hash and the source of the term that it explains; null for a note of a document. */
  readonly termHash: string | null;
  readonly termSource: string | null;
  readonly kind: NoteKind;
  readonly status: NoteStatus;
  /** Without marks of notes. */
  readonly body: RichText;
  readonly anchor: SourceAnchor | null;
  readonly citations: readonly Citation[];
  readonly createdById: string | null;
  readonly createdAt: Date;
};

/** A note with its project and the role that an account has there. */
export type NoteSeen = {
  readonly note: NoteView;
  readonly projectId: string;
  readonly termHash: string | null;
  readonly role: Role | null;
};

/** A row whose English has marks of notes: in order, a note that is referred to twice stands twice. */
export type MarkedRow = {
  /** The translation's id. */
  readonly rowId: string;
  readonly noteIds: readonly string[];
};

type StoredNote = {
  readonly id: string;
  readonly projectId: string;
  readonly documentId: string | null;
  readonly termHash: string | null;
  readonly termSource: string | null;
  readonly termId: string | null;
  readonly source: string | null;
  readonly target: string | null;
  readonly textId: string;
  readonly kind: NoteKind;
  readonly status: NoteStatus;
  readonly body: unknown;
  readonly citations: unknown;
  readonly anchor: unknown;
  readonly createdById: string | null;
  readonly authorName: string | null;
  readonly statusById: string | null;
  readonly reviewerName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly deletedAt: Date | null;
  readonly role?: Role | null;
};

const NOTE = Prisma.sql`
  n."id", n."projectId", n."documentId", n."termHash", n."termSource", n."textId",
  n."kind"::text AS "kind", n."status"::text AS "status", l."richText" AS "body", n."citations", n."anchor",
  n."createdById", author."name" AS "authorName", n."statusById", reviewer."name" AS "reviewerName",
  n."createdAt", greatest(n."updatedAt", l."updatedAt") AS "updatedAt", n."deletedAt",
  t."id" AS "termId", t."source", t."target"`;

const FROM = Prisma.sql`
  FROM "Note" n
  JOIN "LiveText" l ON l."id" = n."textId"
  LEFT JOIN "Account" author ON author."id" = n."createdById"
  LEFT JOIN "Account" reviewer ON reviewer."id" = n."statusById"
  LEFT JOIN "Term" t ON t."projectId" = n."projectId" AND t."hash" = n."termHash"`;

const ORDER = Prisma.sql`ORDER BY n."createdAt", n."id"`;

function person(id: string | null, name: string | null) {
  return id === null || name === null ? null : { id, name };
}

function viewNote(row: StoredNote): NoteView {
  const { id, documentId, textId, kind, status, termHash } = row;
  return {
    id,
    documentId,
    term:
      termHash === null
        ? null
        : {
            id: row.termId,
            source: row.source ?? row.termSource ?? "",
            target: row.target ?? "",
          },
    textId,
    kind,
    status,
    body: RichTextSchema.parse(row.body),
    citations: CitationsSchema.parse(row.citations).items,
    anchor: SourceAnchorSchema.nullable().parse(row.anchor),
    author: person(row.createdById, row.authorName),
    reviewer: person(row.statusById, row.reviewerName),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}

/**
 * Stores notes with their live texts, and those that have words with a first revision that nobody here wrote. Leaves out
 * those whose id or term is taken and returns how many were stored.
 */
export async function insertNotes(
  projectId: string,
  notes: readonly NewNote[],
  db: Db = prisma,
): Promise<number> {
  let stored = 0;
  const rows = notes.map(({ body, citations, ...note }) => ({
    ...note,
    richText: body,
    plainText: plainText(body),
    citations: { version: 1, items: citations },
  }));
  await inChunks(rows, async (chunk) => {
    // One statement: a note that is left out leaves no text behind, and what points at a text is checked at its end.
    const json = JSON.stringify(chunk);
    stored += await db.$executeRaw`
      WITH given AS MATERIALIZED (
        SELECT * FROM json_to_recordset(${json}::json) AS r("id" uuid, "textId" uuid, "documentId" uuid,
          "termHash" text, "termSource" text, "kind" "NoteKind", "status" "NoteStatus", "anchor" jsonb,
          "citations" jsonb, "createdById" uuid, "createdAt" timestamptz, "richText" jsonb, "plainText" text)
      ), note AS (
        INSERT INTO "Note" ("id", "projectId", "documentId", "termHash", "termSource", "kind", "status", "textId",
          "anchor", "citations", "createdById", "createdAt", "updatedAt")
        SELECT r."id", ${projectId}::uuid, r."documentId", r."termHash", r."termSource", r."kind", r."status",
          r."textId", r."anchor", r."citations", r."createdById", r."createdAt", r."createdAt"
        FROM given r ON CONFLICT DO NOTHING
        RETURNING "textId"
      ), kept AS (
        INSERT INTO "TextRevision" ("id", "textId", "richText", "plainText", "accountId", "createdAt", "updatedAt")
        SELECT gen_random_uuid(), r."textId", r."richText", r."plainText", NULL, r."createdAt", r."createdAt"
        FROM given r JOIN note ON note."textId" = r."textId" WHERE r."plainText" <> ''
      ), text AS (
        INSERT INTO "LiveText" ("id", "projectId", "kind", "richText", "plainText", "updatedAt")
        SELECT r."textId", ${projectId}::uuid, 'note', r."richText", r."plainText", r."createdAt"
        FROM given r JOIN note ON note."textId" = r."textId"
      )
      SELECT 1 FROM note`;
  });
  return stored;
}

/** Tells which of these ids are taken by notes already, in whichever project. */
export async function listTakenNoteIds(
  ids: readonly string[],
  db: Db = prisma,
): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ readonly id: string }[]>`
    SELECT "id" FROM "Note" WHERE "id" = ANY(${[...ids]}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

/** Lists the notes of a document and of the terms of its project, deleted ones too, in the order of their making. */
export async function listNotes(
  { documentId }: { readonly documentId: string },
  db: Db = prisma,
): Promise<readonly NoteView[]> {
  const rows = await db.$queryRaw<StoredNote[]>`
    SELECT ${NOTE} ${FROM}
    WHERE n."documentId" = ${documentId}::uuid OR (n."documentId" IS NULL AND n."projectId" =
      (SELECT "projectId" FROM "Document" WHERE "id" = ${documentId}::uuid)) ${ORDER}`;
  return rows.map(viewNote);
}

/** Lists the notes of a project's terms, deleted ones and those of terms that are gone too, in the order of their making. */
export async function listTermNotes(
  projectId: string,
  db: Db = prisma,
): Promise<readonly NoteView[]> {
  const rows = await db.$queryRaw<StoredNote[]>`
    SELECT ${NOTE} ${FROM}
    WHERE n."projectId" = ${projectId}::uuid AND n."documentId" IS NULL ${ORDER}`;
  return rows.map(viewNote);
}

/** A note with the role that an account has in its project (null: none), or null for an unknown id. */
export async function findNoteSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<NoteSeen | null> {
  const [row] = await db.$queryRaw<StoredNote[]>`
    SELECT ${NOTE}, m."role"::text AS "role" ${FROM}
    LEFT JOIN "Membership" m ON m."projectId" = n."projectId" AND m."accountId" = ${accountId}::uuid
    WHERE n."id" = ${id}::uuid`;
  if (row === undefined) return null;
  const { projectId, termHash, role = null } = row;
  return { note: viewNote(row), projectId, termHash, role };
}

/** Lists the ids of the live texts of a document's own notes. */
export async function listNoteTextIds(
  documentId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.note.findMany({
    where: { documentId },
    select: { textId: true },
  });
  return rows.map(({ textId }) => textId);
}

/** Lists the rows of a version whose English has marks of notes, and others that are asked for, in the order of print. */
export async function listMarkedRows(
  versionId: string,
  others: readonly string[] = [],
  db: Db = prisma,
): Promise<readonly MarkedRow[]> {
  return db.$queryRaw<MarkedRow[]>`
    SELECT t."id" AS "rowId", l."noteIds"
    FROM "VersionParagraph" v
    JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en'
    JOIN "LiveText" l ON l."id" = t."textId"
    WHERE v."versionId" = ${versionId}::uuid 
      AND (cardinality(l."noteIds") > 0 OR t."id" = ANY(${[...others]}::uuid[])) ${PRINT_ORDER}`;
}
