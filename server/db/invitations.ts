import type { Role } from "@/core/access/can";
import { prisma, type Db } from "./client";

export type InvitationRow = {
  readonly id: string;
  readonly projectId: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: Date;
};

export type InvitationOfferRow = InvitationRow & {
  readonly projectName: string;
  readonly invitedBy: string | null;
};

const INVITATION = {
  id: true,
  projectId: true,
  email: true,
  role: true,
  expiresAt: true,
} as const;

/** An invitation that is still open at `now`, by the SHA-256 of its secret; null when unknown, used or expired. */
export async function findOpenInvitation(
  tokenHash: string,
  now: Date,
  db: Db = prisma,
): Promise<InvitationOfferRow | null> {
  const row = await db.invitation.findFirst({
    where: { tokenHash, acceptedAt: null, expiresAt: { gt: now } },
    select: {
      ...INVITATION,
      project: { select: { name: true } },
      createdBy: { select: { name: true } },
    },
  });
  if (row === null) return null;
  const { project, createdBy, ...invitation } = row;
  return {
    ...invitation,
    projectName: project.name,
    invitedBy: createdBy?.name ?? null,
  };
}

/** The invitations of a project that nobody has used, oldest first. */
export async function listInvitations(
  projectId: string,
  db: Db = prisma,
): Promise<readonly InvitationRow[]> {
  return db.invitation.findMany({
    where: { projectId, acceptedAt: null },
    select: INVITATION,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** Stores an invitation; an older one to the same address in the project is replaced, and its link stops working. */
export async function replaceInvitation(
  row: InvitationRow & {
    readonly tokenHash: string;
    readonly createdById: string;
  },
  db: Db = prisma,
): Promise<void> {
  const { projectId, email } = row;
  await db.invitation.deleteMany({ where: { projectId, email } });
  await db.invitation.create({ data: row, select: { id: true } });
}

/** Uses an invitation up; false when someone was faster or it has expired. */
export async function acceptInvitation(
  id: string,
  now: Date,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.invitation.updateMany({
    where: { id, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  return count === 1;
}

/** Takes an unused invitation back; returns its address, or null when there is none such. */
export async function deleteInvitation(
  projectId: string,
  id: string,
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.invitation.findFirst({
    where: { id, projectId, acceptedAt: null },
    select: { email: true },
  });
  if (row === null) return null;
  const { count } = await db.invitation.deleteMany({
    where: { id, acceptedAt: null },
  });
  return count === 1 ? row.email : null;
}

/** Takes back what invitations of a project wait for an address. */
export async function deleteInvitationsTo(
  projectId: string,
  email: string,
  db: Db = prisma,
): Promise<void> {
  await db.invitation.deleteMany({
    where: { projectId, email, acceptedAt: null },
  });
}
