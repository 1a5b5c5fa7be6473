import type { BrowserName } from "@/core/accounts/user-agent";
import { prisma, type Db } from "./client";

/** A session with the account that it is of. */
export type SessionRow = {
  readonly id: string;
  readonly lastSeenAt: Date;
  readonly accountId: string;
  readonly name: string;
  readonly instanceRole: "owner" | "member";
};

/** A session as its owner sees it in a list. */
export type ListedSessionRow = BrowserName & {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
};

/** The session of a secret, or null: none, expired, or made under an older password. One statement, by a unique index. */
export async function findSession(
  secretHash: string,
  db: Db = prisma,
): Promise<SessionRow | null> {
  const rows = await db.$queryRaw<SessionRow[]>`
    SELECT s."id", s."lastSeenAt", a."id" AS "accountId", a."name", a."instanceRole"::text
    FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
    WHERE s."secretHash" = ${secretHash} AND s."expiresAt" > now() AND s."epoch" = a."sessionEpoch"`;
  return rows[0] ?? null;
}

/** Stores a new session. */
export async function insertSession(
  row: BrowserName & {
    readonly id: string;
    readonly accountId: string;
    readonly secretHash: string;
    readonly epoch: number;
    readonly expiresAt: Date;
  },
  db: Db = prisma,
): Promise<void> {
  await db.session.create({ data: row, select: { id: true } });
}

/** Notes that a session is in use. */
export async function touchSession(id: string, db: Db = prisma): Promise<void> {
  // Many requests come at once: one of them writes.
  await db.$executeRaw`
    UPDATE "Session" SET "lastSeenAt" = now()
    WHERE "id" = ${id}::uuid AND "lastSeenAt" < now() - interval '1 minute'`;
}

/** The sessions of an account that still hold, the last used first. */
export async function listSessions(
  accountId: string,
  db: Db = prisma,
): Promise<readonly ListedSessionRow[]> {
  return db.$queryRaw<ListedSessionRow[]>`
    SELECT s."id", s."browser", s."system", s."createdAt", s."lastSeenAt"
    FROM "Session" s JOIN "Account" a ON a."id" = s."accountId"
    WHERE s."accountId" = ${accountId}::uuid AND s."expiresAt" > now() AND s."epoch" = a."sessionEpoch"
    ORDER BY s."lastSeenAt" DESC, s."id" DESC`;
}

/** Ends one session of an account; false where the account has no such session. */
export async function deleteSession(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.session.deleteMany({ where: { id, accountId } });
  return count > 0;
}

/** Ends all sessions of an account but one; returns the ids of those that were ended. */
export async function deleteSessions(
  accountId: string,
  exceptId: string | null,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM "Session"
    WHERE "accountId" = ${accountId}::uuid AND "id" IS DISTINCT FROM ${exceptId}::uuid
    RETURNING "id"`;
  return rows.map(({ id }) => id);
}

/** Ends the sessions of an account beyond the newest `keep`, those unused for longest first; returns their ids. */
export async function deleteOldestSessions(
  accountId: string,
  keep: number,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM "Session" WHERE "id" IN (
      SELECT "id" FROM "Session" WHERE "accountId" = ${accountId}::uuid
      ORDER BY "lastSeenAt" DESC, "id" DESC OFFSET ${keep}
    ) RETURNING "id"`;
  return rows.map(({ id }) => id);
}

/** Forgets the sessions that have expired. */
export async function deleteExpiredSessions(db: Db = prisma): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
}
