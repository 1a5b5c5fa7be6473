import type { Role } from "@/core/access/can";
import { prisma, type Db } from "./client";

export type MemberRow = {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** The members of a project in the order in which they joined. */
export async function listMembers(
  projectId: string,
  db: Db = prisma,
): Promise<readonly MemberRow[]> {
  const rows = await db.membership.findMany({
    where: { projectId },
    select: {
      role: true,
      account: { select: { id: true, name: true, email: true } },
    },
    orderBy: [{ createdAt: "asc" }, { accountId: "asc" }],
  });
  return rows.map(({ role, account }) => ({
    accountId: account.id,
    name: account.name,
    email: account.email,
    role,
  }));
}

/** A member of a project, or null. */
export async function findMember(
  projectId: string,
  accountId: string,
  db: Db = prisma,
): Promise<MemberRow | null> {
  const row = await db.membership.findUnique({
    where: { projectId_accountId: { projectId, accountId } },
    select: { role: true, account: { select: { name: true, email: true } } },
  });
  return row === null ? null : { accountId, role: row.role, ...row.account };
}

/** Adds a member; returns false when the account is one already, whose role then stays. */
export async function insertMembership(
  row: {
    readonly projectId: string;
    readonly accountId: string;
    readonly role: Role;
  },
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.membership.createMany({
    data: [row],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Gives a member another role; returns false when there is no such member. */
export async function updateRole(
  projectId: string,
  accountId: string,
  role: Role,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.membership.updateMany({
    where: { projectId, accountId },
    data: { role },
  });
  return count === 1;
}

/** Removes a member; returns false when there is no such member. */
export async function deleteMembership(
  projectId: string,
  accountId: string,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.membership.deleteMany({
    where: { projectId, accountId },
  });
  return count === 1;
}

/** How many owners a project has. */
export async function countOwners(
  projectId: string,
  db: Db = prisma,
): Promise<number> {
  return db.membership.count({ where: { projectId, role: "owner" } });
}
