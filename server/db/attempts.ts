import { prisma, type Db } from "./client";

/** Counts one more attempt (or `amount`) under a key, in a window that opens with the first; returns the count and when the window opened. */
export async function countUp(
  key: string,
  windowSeconds: number,
  amount = 1,
  db: Db = prisma,
): Promise<{ readonly count: number; readonly windowStart: Date }> {
  // One statement, so that attempts made at the same time are all counted. The ceiling keeps a flood within the column.
  const rows = await db.$queryRaw<{ count: number; windowStart: Date }[]>`
    INSERT INTO "Attempt" AS a ("key", "count", "windowStart") VALUES (${key}, ${amount}::int, now())
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN a."windowStart" <= now() - make_interval(secs => ${windowSeconds}::float8) THEN ${amount}::int ELSE least(a."count" + ${amount}::int, 1000000) END,
      "windowStart" = CASE WHEN a."windowStart" <= now() - make_interval(secs => ${windowSeconds}::float8) THEN now() ELSE a."windowStart" END
    RETURNING "count", "windowStart"`;
  const row = rows[0];
  if (row === undefined) throw new Error("An upsert returned no row.");
  return row;
}

/** Takes one counted attempt back. */
export async function countDown(key: string, db: Db = prisma): Promise<void> {
  await db.attempt.updateMany({
    where: { key, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Forgets what was counted under a key. */
export async function deleteAttempts(
  key: string,
  db: Db = prisma,
): Promise<void> {
  await db.attempt.deleteMany({ where: { key } });
}

/** Forgets all windows that opened before a time. */
export async function deleteAttemptsBefore(
  time: Date,
  db: Db = prisma,
): Promise<void> {
  await db.attempt.deleteMany({ where: { windowStart: { lt: time } } });
}
