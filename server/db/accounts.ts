import { prisma, type Db } from "./client";

const PROFILE = {
  id: true,
  name: true,
  instanceRole: true,
  sessionEpoch: true,
  email: true,
  locale: true,
  theme: true,
} as const;

export type AccountRow = {
  readonly id: string;
  readonly name: string;
  readonly instanceRole: "owner" | "member";
  readonly sessionEpoch: number;
  readonly email: string;
  readonly locale: string | null;
  readonly theme: string | null;
};

/** The id of the account that owns the instance, or null while there is none. */
export async function findInstanceOwnerId(
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.account.findFirst({
    where: { instanceRole: "owner" },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** An account by id, or null. */
export async function findAccount(
  id: string,
  db: Db = prisma,
): Promise<AccountRow | null> {
  return db.account.findUnique({ where: { id }, select: PROFILE });
}

/** An account by its lower-case e-mail address, or null. */
export async function findAccountByEmail(
  email: string,
  db: Db = prisma,
): Promise<AccountRow | null> {
  return db.account.findUnique({ where: { email }, select: PROFILE });
}

/** What signing in compares, or null for an unknown address. */
export async function findCredentials(
  email: string,
  db: Db = prisma,
): Promise<(AccountRow & { readonly passwordHash: string }) | null> {
  return db.account.findUnique({
    where: { email },
    select: { ...PROFILE, passwordHash: true },
  });
}

/** The stored password hash of an account, or null for an unknown id. */
export async function findPasswordHash(
  id: string,
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.account.findUnique({
    where: { id },
    select: { passwordHash: true },
  });
  return row?.passwordHash ?? null;
}

/** Tells whether this instance has any account yet. */
export async function hasAccounts(db: Db = prisma): Promise<boolean> {
  return (await db.account.findFirst({ select: { id: true } })) !== null;
}

/** Lets one sign-up at a time decide whether it is the first; held until the transaction ends. */
export async function lockSignUps(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('duizhao.sign-up'))`;
}

/** Stores a new account; returns null when the address is taken. */
export async function insertAccount(
  row: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly passwordHash: string;
    readonly instanceRole: "owner" | "member";
    readonly locale: string | null;
  },
  db: Db = prisma,
): Promise<AccountRow | null> {
  // Not `create`: a unique violation would abort the caller's transaction.
  const rows = await db.account.createManyAndReturn({
    data: [row],
    skipDuplicates: true,
    select: PROFILE,
  });
  return rows[0] ?? null;
}

/** Changes what an account says of itself. */
export async function updateAccount(
  id: string,
  changes: {
    readonly name?: string;
    readonly locale?: string | null;
    readonly theme?: string | null;
  },
  db: Db = prisma,
): Promise<AccountRow> {
  return db.account.update({ where: { id }, data: changes, select: PROFILE });
}

/** Stores a new password and ends every session made under the old one; returns the new session epoch. */
export async function updatePassword(
  id: string,
  passwordHash: string,
  db: Db = prisma,
): Promise<number> {
  const row = await db.account.update({
    where: { id },
    data: { passwordHash, sessionEpoch: { increment: 1 } },
    select: { sessionEpoch: true },
  });
  return row.sessionEpoch;
}
