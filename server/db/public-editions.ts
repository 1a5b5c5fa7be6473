import { prisma, type Db } from "./client";
import { Prisma } from "./generated/client";

/** What anyone may know of an edition of a slug. */
export type PublicEditionRow = {
  readonly id: string;
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly sourceTitle: string;
  readonly changes: string;
  readonly sha256: string;
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string | null;
};

const EDITION = {
  id: true,
  slug: true,
  number: true,
  title: true,
  sourceTitle: true,
  changes: true,
  sha256: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
} as const;

/** An edition by its address, withdrawn or not; null where there never was one. */
export async function findEditionAt(
  slug: string,
  number: number,
  db: Db = prisma,
): Promise<PublicEditionRow | null> {
  return db.edition.findUnique({
    where: { slug_number: { slug, number } },
    select: EDITION,
  });
}

/** Lists the editions of a slug, withdrawn ones too, newest first. */
export async function listEditionsOf(
  slug: string,
  db: Db = prisma,
): Promise<readonly PublicEditionRow[]> {
  return db.edition.findMany({
    where: { slug },
    orderBy: { number: "desc" },
    select: EDITION,
  });
}

/** Lists editions that stand, last published first. */
export async function listStandingEditions(
  limit: number,
  db: Db = prisma,
): Promise<readonly PublicEditionRow[]> {
  return db.edition.findMany({
    where: { withdrawnAt: null },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: EDITION,
  });
}

/** The newest standing edition of every slug, as lists and hits of a search show it. */
export const NEWEST = Prisma.sql`
  SELECT DISTINCT ON ("slug") "id", "slug", "number", "title", "sourceTitle", "translators", "publishedAt"
  FROM "Edition" WHERE "withdrawnAt" IS NULL ORDER BY "slug", "number" DESC`;

/** Lists the newest standing edition of every slug, last published first. */
export async function listNewestEditions(
  limit: number,
  db: Db = prisma,
): Promise<
  readonly (Pick<
    PublicEditionRow,
    "slug" | "number" | "title" | "sourceTitle" | "publishedAt"
  > & { readonly translators: readonly string[] })[]
> {
  return db.$queryRaw`
    SELECT "slug", "number", "title", "sourceTitle", "translators", "publishedAt"
    FROM (${NEWEST}) AS newest ORDER BY "publishedAt" DESC, "slug" LIMIT ${limit}`;
}
