import {
  PublicationDetailsSchema,
  type PublicationDetails,
} from "@/core/editions/publication";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";

/** A document with the source it was made from, as a bundle takes it. */
export type BundleDocumentRow = {
  readonly id: string;
  readonly title: string;
  /** Null where nothing was said of its editions. */
  readonly details: PublicationDetails | null;
  readonly versionId: string;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly encoding: string | null;
  readonly metadata: unknown;
  readonly text: string;
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

/** Lists all projects of the instance by id and name, for the command line. */
export async function listProjectNames(
  db: Db = prisma,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return db.project.findMany({
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
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
      publication: true,
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
  return rows.flatMap(({ currentVersion, publication, ...document }) => {
    if (currentVersion === null) return [];
    const { id: versionId, ...source } = currentVersion;
    const details = PublicationDetailsSchema.nullable().parse(publication);
    return [{ ...document, details, ...source, versionId }];
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

/** Lets one import of what has these ids happen at a time, so that ids that are free stay so; held until the transaction ends. */
export async function lockIds(ids: readonly string[], db: Db): Promise<void> {
  // Copies of one bundle share their first document or note; bundles that share only others are rare enough to be tried again.
  const [first] = ids;
  if (first === undefined) return;
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`duizhao.bundle ${first}`}, 0))`;
}

/** Takes notes of terms out of documents. */
export async function insertSuppressions(
  rows: readonly { readonly documentId: string; readonly noteId: string }[],
  db: Db = prisma,
): Promise<void> {
  await inChunks(rows, (data) => db.noteSuppression.createMany({ data }));
}
