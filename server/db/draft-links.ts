import type { Role } from "@/core/access/can";
import type { DraftLinkItem } from "@/core/editions/views";
import { prisma, type Db } from "./client";

/** A secret link to a draft, as it is stored. */
export type NewDraftLink = {
  readonly id: string;
  readonly documentId: string;
  readonly label: string;
  /** SHA-256 of the token in the link. */
  readonly tokenHash: string;
  readonly createdById: string;
  readonly expiresAt: Date;
};

/** Stores a link. */
export async function insertDraftLink(
  link: NewDraftLink,
  db: Db = prisma,
): Promise<void> {
  await db.draftLink.create({ data: link, select: { id: true } });
}

/** Lists the links to a document that work at `now`, oldest first. */
export async function listDraftLinks(
  documentId: string,
  now: Date,
  db: Db = prisma,
): Promise<readonly DraftLinkItem[]> {
  const rows = await db.draftLink.findMany({
    where: { documentId, revokedAt: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      label: true,
      createdBy: { select: { name: true } },
      createdAt: true,
      expiresAt: true,
    },
  });
  return rows.map(({ createdBy, createdAt, expiresAt, ...row }) => ({
    ...row,
    createdBy: createdBy?.name ?? null,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

/** The document that a link leads to at `now`, by the SHA-256 of its token; null where it does not work (any more). */
export async function findOpenDraft(
  tokenHash: string,
  now: Date,
  db: Db = prisma,
): Promise<string | null> {
  const row = await db.draftLink.findFirst({
    where: { tokenHash, revokedAt: null, expiresAt: { gt: now } },
    select: { documentId: true },
  });
  return row?.documentId ?? null;
}

/** A link with the role that an account has in its project (null: none), or null for an unknown id. */
export async function findDraftLinkSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<{
  readonly id: string;
  readonly documentId: string;
  readonly projectId: string;
  readonly label: string;
  readonly role: Role | null;
} | null> {
  const row = await db.draftLink.findUnique({
    where: { id },
    select: {
      id: true,
      documentId: true,
      label: true,
      document: {
        select: {
          projectId: true,
          project: {
            select: {
              memberships: { where: { accountId }, select: { role: true } },
            },
          },
        },
      },
    },
  });
  if (row === null) return null;
  const { document, ...link } = row;
  return {
    ...link,
    projectId: document.projectId,
    role: document.project.memberships[0]?.role ?? null,
  };
}

/** Makes a link stop working; false where it had been revoked before, or is unknown. */
export async function revokeDraftLink(
  id: string,
  now: Date,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.draftLink.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}
