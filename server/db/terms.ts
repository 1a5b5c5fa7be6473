import type { Role } from "@/core/access/can";
import type { TermView } from "@/core/glossary/term";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";

/** A term with what is derived from its source: the folded form and the hash that keeps it unique in a project. */
export type TermRow = TermView & {
  readonly normalized: string;
  readonly hash: string;
};

/** A term with its project and the role that an account has there. */
export type TermSeen = TermView & {
  readonly projectId: string;
  readonly role: Role | null;
};

const TERM = {
  id: true,
  source: true,
  pinyin: true,
  target: true,
  note: true,
  status: true,
  category: true,
} as const;

/** Lists a project's terms in the order in which they were added. */
export async function listTerms(
  projectId: string,
  db: Db = prisma,
): Promise<readonly TermView[]> {
  return db.term.findMany({
    where: { projectId },
    orderBy: { id: "asc" },
    select: TERM,
  });
}

/** Counts a project's terms. */
export async function countTerms(
  projectId: string,
  db: Db = prisma,
): Promise<number> {
  return db.term.count({ where: { projectId } });
}

/** A term with the role that an account has in its project (null: none), or null for an unknown id. */
export async function findTermSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<TermSeen | null> {
  const row = await db.term.findUnique({
    where: { id },
    select: {
      ...TERM,
      projectId: true,
      project: {
        select: {
          memberships: { where: { accountId }, select: { role: true } },
        },
      },
    },
  });
  if (row === null) return null;
  const { project, ...term } = row;
  return { ...term, role: project.memberships[0]?.role ?? null };
}

/** The id of the term with this hash in a project, or null. */
export async function findTermId(
  projectId: string,
  hash: string,
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.term.findUnique({
    where: { projectId_hash: { projectId, hash } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Stores terms; leaves out those that the project has already and returns how many were stored. */
export async function insertTerms(
  place: { readonly projectId: string; readonly createdById: string | null },
  terms: readonly TermRow[],
  db: Db = prisma,
): Promise<number> {
  const { projectId, createdById } = place;
  let stored = 0;
  await inChunks(terms, async (chunk) => {
    stored += await db.$executeRaw`
      INSERT INTO "Term" ("id", "projectId", "createdById", "source", "normalized", "hash", "pinyin", "target",
        "note", "status", "category", "updatedAt")
      SELECT r."id", ${projectId}::uuid, ${createdById}::uuid, r."source", r."normalized", r."hash", r."pinyin",
        r."target", r."note", r."status", r."category", now()
      FROM json_to_recordset(${JSON.stringify(chunk)}::json) AS r("id" uuid, "source" text, "normalized" text,
        "hash" text, "pinyin" text, "target" text, "note" text, "status" "TermStatus", "category" "TermCategory")
      ON CONFLICT ("projectId", "hash") DO NOTHING`;
  });
  return stored;
}

/** Changes terms; an unknown id changes nothing. */
export async function updateTerms(
  terms: readonly TermRow[],
  db: Db = prisma,
): Promise<void> {
  await inChunks(terms, async (chunk) => {
    await db.$executeRaw`
      UPDATE "Term" t SET "source" = r."source", "normalized" = r."normalized", "hash" = r."hash",
        "pinyin" = r."pinyin", "target" = r."target", "note" = r."note", "status" = r."status",
        "category" = r."category", "updatedAt" = now()
      FROM json_to_recordset(${JSON.stringify(chunk)}::json) AS r("id" uuid, "source" text, "normalized" text,
        "hash" text, "pinyin" text, "target" text, "note" text, "status" "TermStatus", "category" "TermCategory")
      WHERE t."id" = r."id"`;
  });
}

/** Removes a term; returns false for an unknown id. */
export async function deleteTerm(
  id: string,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.term.deleteMany({ where: { id } });
  return count === 1;
}

/**
 * Makes the next version of a project's glossary and returns its number, or null for an unknown project. Holds the
 * project's row until the transaction ends, so that one change of a glossary happens at a time.
 */
export async function raiseGlossaryVersion(
  projectId: string,
  db: Db,
): Promise<number | null> {
  const rows = await db.$queryRaw<{ readonly version: number }[]>`
    UPDATE "Project" SET "glossaryVersion" = "glossaryVersion" + 1, "updatedAt" = now()
    WHERE "id" = ${projectId}::uuid RETURNING "glossaryVersion" AS "version"`;
  return rows[0]?.version ?? null;
}

/** Lists the ids of a project's documents. */
export async function listDocumentIds(
  projectId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.document.findMany({
    where: { projectId },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Lists the source texts of all paragraphs of a project's documents, as they stand now. */
export async function listSourceTexts(
  projectId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ readonly text: string }[]>`
    SELECT v."text" FROM "Document" d JOIN "VersionParagraph" v ON v."versionId" = d."currentVersionId"
    WHERE d."projectId" = ${projectId}::uuid`;
  return rows.map(({ text }) => text);
}
