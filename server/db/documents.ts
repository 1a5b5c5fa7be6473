import type { Role } from "@/core/access/can";
import type { Progress } from "@/core/documents/views";
import {
  DEFAULT_STYLE,
  ProjectStyleSchema,
  type ProjectStyle,
} from "@/core/projects/style";
import {
  SourceMetadataSchema,
  type SourceMetadata,
} from "@/core/source/paragraph";
import { prisma, type Db } from "./client";
import { listDocumentTextIds } from "./document-texts";
import { Prisma } from "./generated/client";
import { listNoteTextIds } from "./notes";
import { deleteTexts, listTextIds, lockTexts } from "./translations";

/** A document with its project and the role that an account has there. */
export type DocumentSeen = {
  readonly id: string;
  readonly title: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly glossaryVersion: number;
  readonly style: ProjectStyle;
  readonly role: Role | null;
  readonly versionId: string;
  readonly metadata: SourceMetadata;
};

/** A document in a list. */
export type DocumentSummaryRow = {
  readonly id: string;
  readonly title: string;
  readonly titleEnglish: string | null;
  readonly progress: Progress;
  readonly updatedAt: Date;
};

/** Stores a document that has no source version yet. */
export async function insertDocument(
  document: {
    readonly id: string;
    readonly projectId: string;
    readonly title: string;
    readonly createdById: string | null;
  },
  db: Db = prisma,
): Promise<void> {
  await db.document.create({ data: document, select: { id: true } });
}

/** Makes a version the present text of a document. */
export async function setCurrentVersion(
  documentId: string,
  versionId: string,
  db: Db = prisma,
): Promise<void> {
  await db.document.update({
    where: { id: documentId },
    data: { currentVersionId: versionId },
    select: { id: true },
  });
}

/** Removes a document with its texts, those of its notes too; returns false for an unknown id. Needs a transaction. */
export async function deleteDocument(id: string, db: Db): Promise<boolean> {
  const textIds = await listTextIds(id, db);
  // In the order in which typing takes them, texts before translations and notes: else each would wait for the other.
  await lockTexts([...textIds, ...(await listLaterTextIds(id, db))], db);
  await lockDocument(id, db);
  // Asked again: from here on nobody can make a note of it, but until here somebody could.
  const laterTextIds = await listLaterTextIds(id, db);
  const { count } = await db.document.deleteMany({ where: { id } });
  await deleteTexts([...textIds, ...laterTextIds], db);
  return count === 1;
}

/** Lets one change of what belongs to a document happen at a time; held until the transaction ends. False: unknown id. */
export async function lockDocument(id: string, db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Document" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return rows.length === 1;
}

/** The texts that a document gets after it was made. */
async function listLaterTextIds(
  id: string,
  db: Db,
): Promise<readonly string[]> {
  return [
    ...(await listNoteTextIds(id, db)),
    ...(await listDocumentTextIds(id, db)),
  ];
}

/** A document with the role that an account has in its project (null: none), or null for an unknown id. */
export async function findDocumentSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<DocumentSeen | null> {
  const row = await db.document.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      projectId: true,
      project: {
        select: {
          name: true,
          glossaryVersion: true,
          style: true,
          memberships: { where: { accountId }, select: { role: true } },
        },
      },
      currentVersion: { select: { id: true, metadata: true } },
    },
  });
  if (row === null || row.currentVersion === null) return null;
  return {
    id: row.id,
    title: row.title,
    projectId: row.projectId,
    projectName: row.project.name,
    glossaryVersion: row.project.glossaryVersion,
    style:
      row.project.style === null
        ? DEFAULT_STYLE
        : ProjectStyleSchema.parse(row.project.style),
    role: row.project.memberships[0]?.role ?? null,
    versionId: row.currentVersion.id,
    metadata: SourceMetadataSchema.parse(row.currentVersion.metadata),
  };
}

// A paragraph with several translated fields is as far as the least of them; the enum is declared in that order.
const COUNTED = Prisma.sql`
  SELECT d."id", d."projectId", v."characters", min(t."status") AS "status"
  FROM "Document" d
  JOIN "VersionParagraph" v ON v."versionId" = d."currentVersionId"
  JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en'`;

const COUNTS = Prisma.sql`
  count(*)::int AS "paragraphs",
  (count(*) FILTER (WHERE c."status" = 'draft'))::int AS "draft",
  (count(*) FILTER (WHERE c."status" = 'translated'))::int AS "translated",
  (count(*) FILTER (WHERE c."status" = 'approved'))::int AS "approved",
  coalesce(sum(c."characters"), 0)::int AS "characters",
  coalesce(sum(c."characters") FILTER (WHERE c."status" IN ('translated', 'approved')), 0)::int AS "charactersDone"`;

const NOTHING: Progress = {
  paragraphs: 0,
  draft: 0,
  translated: 0,
  approved: 0,
  characters: 0,
  charactersDone: 0,
};

/** Counts the progress of whole projects; one without documents is all zeros. */
export async function countProjectProgress(
  projectIds: readonly string[],
  db: Db = prisma,
): Promise<ReadonlyMap<string, Progress>> {
  const rows = await db.$queryRaw<(Progress & { readonly id: string })[]>`
    WITH counted AS (
      ${COUNTED} WHERE d."projectId" = ANY(${[...projectIds]}::uuid[])
      GROUP BY d."id", v."versionId", v."paragraphId"
    )
    SELECT c."projectId" AS "id", ${COUNTS} FROM counted c GROUP BY c."projectId"`;
  const known = new Map(rows.map(({ id, ...progress }) => [id, progress]));
  return new Map(projectIds.map((id) => [id, known.get(id) ?? NOTHING]));
}

/** Lists a project's documents with their progress, last changed first. */
export async function listDocumentSummaries(
  projectId: string,
  db: Db = prisma,
): Promise<readonly DocumentSummaryRow[]> {
  const [documents, counts] = await Promise.all([
    db.$queryRaw<Omit<DocumentSummaryRow, "progress">[]>`
      SELECT d."id", d."title",
        (SELECT nullif(l."plainText", '') FROM "VersionParagraph" v
          JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en'
          JOIN "LiveText" l ON l."id" = t."textId"
          WHERE v."versionId" = d."currentVersionId" AND v."kind" = 'title' AND t."field" = ''
          ORDER BY v."position" LIMIT 1) AS "titleEnglish",
        greatest(d."updatedAt", (SELECT max(l."updatedAt") FROM "Paragraph" p
          JOIN "Translation" t ON t."paragraphId" = p."id"
          JOIN "LiveText" l ON l."id" = t."textId"
          WHERE p."documentId" = d."id")) AS "updatedAt"
      FROM "Document" d WHERE d."projectId" = ${projectId}::uuid
      ORDER BY "updatedAt" DESC, d."id" DESC`,
    db.$queryRaw<(Progress & { readonly id: string })[]>`
      WITH counted AS (
        ${COUNTED} WHERE d."projectId" = ${projectId}::uuid
        GROUP BY d."id", v."versionId", v."paragraphId"
      )
      SELECT c."id", ${COUNTS} FROM counted c GROUP BY c."id"`,
  ]);
  const known = new Map(counts.map(({ id, ...progress }) => [id, progress]));
  return documents.map((document) => ({
    ...document,
    progress: known.get(document.id) ?? NOTHING,
  }));
}
