import type { Role } from "@/core/access/can";
import type { EditionItem } from "@/core/editions/views";
import type { ParagraphKind } from "@/core/source/paragraph";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";

/** A frozen edition, as it is stored. */
export type NewEdition = {
  readonly id: string;
  readonly documentId: string;
  readonly projectId: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly sourceTitle: string;
  /** The credited translators. */
  readonly translators: readonly string[];
  /** Canonical JSON of an Edition. */
  readonly body: string;
  /** Hex SHA-256 of `body` in UTF-8. */
  readonly sha256: string;
  readonly bundle: string;
  readonly changes: string;
  readonly publishedById: string;
  readonly publishedAt: Date;
};

/** A paragraph of an edition as it is searched. */
export type NewEditionParagraph = {
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly source: string;
  readonly target: string;
  readonly sourceFolded: string;
  readonly targetFolded: string;
};

/** An edition with the role that an account has in its project; the project may be gone. */
export type EditionSeen = {
  readonly id: string;
  readonly documentId: string | null;
  readonly projectId: string | null;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly withdrawnAt: Date | null;
  readonly role: Role | null;
};

/** Stores an edition with its paragraphs, for ever. Needs a transaction. */
export async function insertEdition(
  edition: NewEdition,
  paragraphs: readonly NewEditionParagraph[],
  db: Db,
): Promise<void> {
  const translators = [...edition.translators];
  await db.edition.create({
    data: { ...edition, translators },
    select: { id: true },
  });
  const rows = paragraphs.map((row) => ({ ...row, editionId: edition.id }));
  await inChunks(rows, (data) => db.editionParagraph.createMany({ data }));
}

/** Lists a document's editions, newest first. */
export async function listEditions(
  documentId: string,
  db: Db = prisma,
): Promise<readonly EditionItem[]> {
  const rows = await db.edition.findMany({
    where: { documentId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      slug: true,
      number: true,
      title: true,
      sourceTitle: true,
      changes: true,
      publishedAt: true,
      publisher: { select: { name: true } },
      withdrawnAt: true,
      withdrawnReason: true,
      withdrawer: { select: { name: true } },
    },
  });
  return rows.map(
    ({
      publisher,
      withdrawer,
      publishedAt,
      withdrawnAt,
      withdrawnReason,
      ...row
    }) => ({
      ...row,
      publishedAt: publishedAt.toISOString(),
      publishedBy: publisher?.name ?? null,
      withdrawn:
        withdrawnAt === null
          ? null
          : {
              at: withdrawnAt.toISOString(),
              by: withdrawer?.name ?? null,
              reason: withdrawnReason ?? "",
            },
    }),
  );
}

const SEEN = {
  id: true,
  documentId: true,
  projectId: true,
  slug: true,
  number: true,
  title: true,
  withdrawnAt: true,
} as const;

/** An edition with the role that an account has in its project (null: none), or null for an unknown id. */
export async function findEditionSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<EditionSeen | null> {
  const row = await db.edition.findUnique({
    where: { id },
    select: {
      ...SEEN,
      project: {
        select: {
          memberships: { where: { accountId }, select: { role: true } },
        },
      },
    },
  });
  if (row === null) return null;
  const { project, ...edition } = row;
  return { ...edition, role: project?.memberships[0]?.role ?? null };
}

/** An edition that stands while its document is gone. */
export type LeftEditionRow = EditionSeen & {
  readonly publishedAt: Date;
  /** Null where the project is gone, too. */
  readonly projectName: string | null;
};

/**
 * Lists editions that stand while their document is gone, last published first: of the projects of an account, and of
 * those that are gone where that is wanted.
 */
export async function listLeftEditions(
  accountId: string,
  withoutProject: boolean,
  limit: number,
  db: Db = prisma,
): Promise<readonly LeftEditionRow[]> {
  const rows = await db.edition.findMany({
    where: {
      documentId: null,
      withdrawnAt: null,
      OR: [
        ...(withoutProject ? [{ projectId: null }] : []),
        { project: { memberships: { some: { accountId } } } },
      ],
    },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      ...SEEN,
      publishedAt: true,
      project: {
        select: {
          name: true,
          memberships: { where: { accountId }, select: { role: true } },
        },
      },
    },
  });
  return rows.map(({ project, ...edition }) => ({
    ...edition,
    projectName: project?.name ?? null,
    role: project?.memberships[0]?.role ?? null,
  }));
}

/** The frozen bytes of an edition, as JSON and as a bundle; null for an unknown id. */
export async function findEditionBody(
  id: string,
  db: Db = prisma,
): Promise<{ readonly body: string; readonly sha256: string } | null> {
  return db.edition.findUnique({
    where: { id },
    select: { body: true, sha256: true },
  });
}

/** The bundle that was frozen with an edition; null for an unknown id. */
export async function findEditionBundle(
  id: string,
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.edition.findUnique({
    where: { id },
    select: { bundle: true },
  });
  return row?.bundle ?? null;
}

/** Withdraws an edition for ever; false where it is withdrawn already, or unknown. */
export async function withdrawEdition(
  withdrawal: {
    readonly id: string;
    readonly accountId: string;
    readonly reason: string;
    readonly now: Date;
  },
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.edition.updateMany({
    where: { id: withdrawal.id, withdrawnAt: null },
    data: {
      withdrawnAt: withdrawal.now,
      withdrawnById: withdrawal.accountId,
      withdrawnReason: withdrawal.reason,
    },
  });
  return count === 1;
}

/** Counts the editions that stand, of each of these documents; one without any is not in the answer. */
export async function countStandingEditions(
  documentIds: readonly string[],
  db: Db = prisma,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.edition.groupBy({
    by: ["documentId"],
    where: { documentId: { in: [...documentIds] }, withdrawnAt: null },
    _count: true,
  });
  return new Map(
    rows.flatMap(({ documentId, _count }) =>
      documentId === null ? [] : [[documentId, _count] as const],
    ),
  );
}

/** Counts the editions of a project that stand, those of deleted documents too. */
export async function countProjectEditions(
  projectId: string,
  db: Db = prisma,
): Promise<number> {
  return db.edition.count({ where: { projectId, withdrawnAt: null } });
}
