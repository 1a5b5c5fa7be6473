import type { FirstUseRow, NotedTerm } from "@/core/notes/first-uses";
import { RichTextSchema } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";

/** The note that explains the term with this hash, or null. */
export async function findTermNote(
  projectId: string,
  termHash: string,
  db: Db = prisma,
): Promise<{ readonly id: string; readonly isDeleted: boolean } | null> {
  const note = await db.note.findUnique({
    where: { projectId_termHash: { projectId, termHash } },
    select: { id: true, deletedAt: true },
  });
  return note && { id: note.id, isDeleted: note.deletedAt !== null };
}

/** A term's hash and source as they stay until the transaction ends, or null for an unknown id. */
export async function lockTermKey(
  termId: string,
  db: Db,
): Promise<{ readonly hash: string; readonly source: string } | null> {
  const [row] = await db.$queryRaw<{ hash: string; source: string }[]>`
    SELECT "hash", "source" FROM "Term" WHERE "id" = ${termId}::uuid FOR SHARE`;
  return row ?? null;
}

/**
 * Takes a term's note along when its source changes. Where a note of an earlier term waits at the new hash, the two
 * change places, so that none is lost and changing the source back brings both back.
 */
export async function moveTermNote(
  projectId: string,
  from: string,
  to: { readonly hash: string; readonly source: string },
  db: Db,
): Promise<void> {
  const moving = await findTermNote(projectId, from, db);
  if (moving === null) return;
  const waiting = await findTermNote(projectId, to.hash, db);
  // A hash is unique in a project at every moment: one steps aside first, to the hash of nothing that folds.
  if (waiting !== null) {
    await db.$executeRaw`
      UPDATE "Note" SET "termHash" = encode(sha256(convert_to("id"::text, 'UTF8')), 'hex')
      WHERE "id" = ${waiting.id}::uuid`;
  }
  await db.note.update({
    where: { id: moving.id },
    data: { termHash: to.hash, termSource: to.source },
    select: { id: true },
  });
  if (waiting !== null) {
    await db.note.update({
      where: { id: waiting.id },
      data: { termHash: from },
      select: { id: true },
    });
  }
}

/** Lists a project's approved terms that have a note. */
export async function listNotedTerms(
  projectId: string,
  db: Db = prisma,
): Promise<readonly NotedTerm[]> {
  return db.$queryRaw<NotedTerm[]>`
    SELECT n."id" AS "noteId", t."id" AS "termId", t."target" AS "rendering" FROM "Note" n
    JOIN "Term" t ON t."projectId" = n."projectId" AND t."hash" = n."termHash"
    WHERE n."projectId" = ${projectId}::uuid AND n."documentId" IS NULL AND n."deletedAt" IS NULL
      AND t."status" = 'approved'
    ORDER BY t."id"`;
}

type StoredRow = Omit<FirstUseRow, "target"> & { readonly target: unknown };

/** Lists the rows of running text of a version that have English, in order, with both texts. */
export async function listRunningRows(
  versionId: string,
  db: Db = prisma,
): Promise<readonly FirstUseRow[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    SELECT t."id" AS "rowId", v."kind"::text AS "kind", v."text" AS "source", l."richText" AS "target"
    FROM "VersionParagraph" v
    JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en' AND t."field" = ''
    JOIN "LiveText" l ON l."id" = t."textId"
    WHERE v."versionId" = ${versionId}::uuid AND v."kind" IN ('numbered', 'item', 'body') AND l."plainText" <> ''
    ORDER BY v."position"`;
  return rows.map((row) => ({
    ...row,
    target: RichTextSchema.parse(row.target),
  }));
}

/** Lists the term notes that a document does not want. */
export async function listSuppressed(
  documentId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.noteSuppression.findMany({
    where: { documentId },
    orderBy: { noteId: "asc" },
    select: { noteId: true },
  });
  return rows.map(({ noteId }) => noteId);
}

/** Takes a term's note out of a document, or lets it in again; returns false where that is so already. */
export async function setSuppressed(
  place: { readonly documentId: string; readonly noteId: string },
  isSuppressed: boolean,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = isSuppressed
    ? await db.noteSuppression.createMany({
        data: [place],
        skipDuplicates: true,
      })
    : await db.noteSuppression.deleteMany({ where: place });
  return count === 1;
}
