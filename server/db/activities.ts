import { prisma, type Db } from "./client";
import { Prisma } from "./generated/client";

/** A few plain facts about what was done, for the reader of the log; never text bodies. */
export type ActivityData = Readonly<
  Record<string, string | number | boolean | null>
>;

/** Who did what to what, as it is stored; `accountId` null is the server itself. */
export type NewActivity = {
  readonly id: string;
  readonly projectId: string | null;
  readonly accountId: string | null;
  readonly action: string;
  readonly subjectId: string | null;
  readonly data: ActivityData | null;
};

export type ActivityEntry = NewActivity & {
  readonly accountName: string | null;
  readonly createdAt: Date;
};

/** Writes one entry of the log; in the transaction of what it tells of. */
export async function insertActivity(
  activity: NewActivity,
  db: Db = prisma,
): Promise<void> {
  await db.activity.create({
    data: { ...activity, data: activity.data ?? Prisma.DbNull },
    select: { id: true },
  });
}

/** Lists a project's newest entries, newest first. */
export async function listActivities(
  projectId: string,
  limit: number,
  db: Db = prisma,
): Promise<readonly ActivityEntry[]> {
  const rows = await db.activity.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      projectId: true,
      accountId: true,
      action: true,
      subjectId: true,
      data: true,
      createdAt: true,
      account: { select: { name: true } },
    },
  });
  return rows.map(({ account, data, ...row }) => ({
    ...row,
    data: data as ActivityData | null,
    accountName: account?.name ?? null,
  }));
}
