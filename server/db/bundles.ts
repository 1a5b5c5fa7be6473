import type { BundleTerm } from "@/core/bundle/bundle";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";

/** A document with the source it was made from, as a bundle takes it. */
export type BundleDocumentRow = {
  readonly id: string;
  readonly title: string;
  readonly versionId: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly encoding: string | null;
  readonly metadata: unknown;
  readonly text: string;
};

/** A term with what is derived from its source for matching. */
export type NewBundleTerm = BundleTerm & {
  readonly id: string;
  readonly normalized: string;
  readonly hash: string;
};

/** A project's name, or null for an unknown id. */
export async function findProjectName(
  projectId: string,
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.project.findUnique({
    where: { id: projectId },
    select: { name: true },
  });
  return row?.name ?? null;
}

/** Lists a project's documents with their present sources. */
export async function listBundleDocuments(
  projectId: string,
  db: Db = prisma,
): Promise<readonly BundleDocumentRow[]> {
  const rows = await db.document.findMany({
    where: { projectId },
    orderBy: { id: "asc" },
    select: {
      id: true,
      title: true,
      currentVersion: {
        select: {
          id: true,
          fileName: true,
          mediaType: true,
          encoding: true,
          metadata: true,
          text: true,
        },
      },
    },
  });
  return rows.flatMap(({ currentVersion, ...document }) => {
    if (currentVersion === null) return [];
    const { id: versionId, ...source } = currentVersion;
    return [{ ...document, ...source, versionId }];
  });
}

/** Lists a project's terms. */
export async function listBundleTerms(
  projectId: string,
  db: Db = prisma,
): Promise<readonly BundleTerm[]> {
  return db.term.findMany({
    where: { projectId },
    select: {
      source: true,
      pinyin: true,
      target: true,
      note: true,
      status: true,
    },
  });
}

/** Stores the terms of a new project; of two that are written alike but for width, the first stays. */
export async function insertBundleTerms(
  place: { readonly projectId: string; readonly createdById: string | null },
  terms: readonly NewBundleTerm[],
  db: Db = prisma,
): Promise<void> {
  const { projectId, createdById } = place;
  await inChunks(terms, async (chunk) => {
    const json = JSON.stringify(chunk);
    await db.$executeRaw`
      INSERT INTO "Term" ("id", "projectId", "source", "normalized", "hash", "pinyin", "target", "note", "status",
        "createdById", "updatedAt")
      SELECT r."id", ${projectId}::uuid, r."source", r."normalized", r."hash", r."pinyin", r."target", r."note",
        r."status", ${createdById}::uuid, now()
      FROM json_to_recordset(${json}::json) AS r("id" uuid, "source" text, "normalized" text, "hash" text,
        "pinyin" text, "target" text, "note" text, "status" "TermStatus")
      ON CONFLICT ("projectId", "hash") DO NOTHING`;
  });
}

/** Tells which of these ids are taken by documents already. */
export async function listTakenDocumentIds(
  ids: readonly string[],
  db: Db = prisma,
): Promise<ReadonlySet<string>> {
  const rows = await db.document.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}
