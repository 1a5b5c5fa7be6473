import { prisma, type Db } from "./client";

/** Whether the samples have been loaded, or it is too late for them: there is an account already. */
export async function isPastSamples(db: Db = prisma): Promise<boolean> {
  const [account, sample] = await Promise.all([
    db.account.findFirst({ select: { id: true } }),
    db.project.findFirst({
      where: { sampleKey: { not: null } },
      select: { id: true },
    }),
  ]);
  return account !== null || sample !== null;
}

/** Lets one process load samples at a time; held until the transaction ends. */
export async function lockSamples(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('duizhao samples'))`;
}

/** Marks a project as made from a sample. */
export async function setSampleKey(
  projectId: string,
  sampleKey: string,
  db: Db = prisma,
): Promise<void> {
  await db.project.update({
    where: { id: projectId },
    data: { sampleKey },
    select: { id: true },
  });
}

/** Gives the projects that belong to nobody to an account; returns their ids, samples first, then the oldest. */
export async function giveSamples(
  accountId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  const unclaimed = await db.project.findMany({
    where: { memberships: { none: {} } },
    orderBy: [{ sampleKey: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select: { id: true },
  });
  const ids = unclaimed.map(({ id }) => id);
  await db.membership.createMany({
    data: ids.map((projectId) => ({ projectId, accountId, role: "owner" })),
  });
  await db.project.updateMany({
    where: { id: { in: ids } },
    data: { createdById: accountId },
  });
  return ids;
}
