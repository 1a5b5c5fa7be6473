import type { Role } from "@/core/access/can";
import type {
  Citation,
  NoteKind,
  NoteStatus,
  SourceAnchor,
} from "@/core/notes/note";
import { translationParts } from "@/core/source/paragraph";
import { prisma, type Db } from "./client";
import { Prisma } from "./generated/client";
import { readFields } from "./paragraphs";

/** What is asked of a note before it changes, with the role that an account has in its project. */
export type NoteHead = {
  readonly id: string;
  readonly textId: string;
  readonly projectId: string;
  readonly documentId: string | null;
  readonly status: NoteStatus;
  /** True where its text has no words. */
  readonly isEmpty: boolean;
  readonly isDeleted: boolean;
  readonly role: Role | null;
};

// What String.prototype.trim takes away.
const BLANKS =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/** Lists what of these notes is asked before they change, by id; ids of no note are left out. */
export async function listNoteHeads(
  ids: readonly string[],
  accountId: string,
  db: Db = prisma,
): Promise<readonly NoteHead[]> {
  return db.$queryRaw<NoteHead[]>`
    SELECT n."id", n."textId", n."projectId", n."documentId", n."status"::text AS "status",
      btrim(l."plainText", ${BLANKS}) = '' AS "isEmpty", n."deletedAt" IS NOT NULL AS "isDeleted",
      m."role"::text AS "role"
    FROM "Note" n
    JOIN "LiveText" l ON l."id" = n."textId"
    LEFT JOIN "Membership" m ON m."projectId" = n."projectId" AND m."accountId" = ${accountId}::uuid
    WHERE n."id" = ANY(${[...ids]}::uuid[]) ORDER BY n."id"`;
}

/**
 * Lets one note of a document be made at a time, and none while the document is being deleted; held until the
 * transaction ends. Returns how many notes the document has, deleted ones too, or null for an unknown document.
 */
export async function lockNotesOf(
  documentId: string,
  db: Db,
): Promise<number | null> {
  const locked = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Document" WHERE "id" = ${documentId}::uuid FOR NO KEY UPDATE`;
  if (locked.length === 0) return null;
  return db.note.count({ where: { documentId } });
}

/** The source of a row of a document as it stands now, or null where the document has no such row. */
export async function findRowSource(
  row: {
    readonly documentId: string;
    readonly paragraphId: string;
    /** "" for the whole paragraph, else the key of a metadata field. */
    readonly field: string;
  },
  db: Db = prisma,
): Promise<string | null> {
  const paragraph = await db.versionParagraph.findFirst({
    where: {
      paragraphId: row.paragraphId,
      version: { currentOf: { id: row.documentId } },
    },
    select: { kind: true, text: true, fields: true },
  });
  if (paragraph === null) return null;
  const fields = readFields(paragraph.fields);
  const parts = translationParts({ ...paragraph, fields });
  return parts.find(({ field }) => field === row.field)?.text ?? null;
}

/** Changes what of a note is no live text; what is left out stays. A null anchor is none. */
export async function updateNote(
  id: string,
  change: {
    readonly kind?: NoteKind;
    readonly citations?: readonly Citation[];
    readonly anchor?: SourceAnchor | null;
    readonly now: Date;
  },
  db: Db = prisma,
): Promise<void> {
  const { kind, citations, anchor, now } = change;
  await db.note.update({
    where: { id },
    data: {
      kind,
      citations: citations && { version: 1, items: [...citations] },
      anchor: anchor === null ? Prisma.DbNull : anchor,
      updatedAt: now,
    },
    select: { id: true },
  });
}

/** Gives notes a status; those that have it already stay as they are. Returns how many changed. */
export async function updateNoteStatus(
  ids: readonly string[],
  change: {
    readonly status: NoteStatus;
    readonly accountId: string;
    readonly now: Date;
  },
  db: Db = prisma,
): Promise<number> {
  const { status, accountId, now } = change;
  return db.$executeRaw`
    UPDATE "Note" SET "status" = ${status}::"NoteStatus", "statusById" = ${accountId}::uuid,
      "statusAt" = ${now}, "updatedAt" = ${now}
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND "status" <> ${status}::"NoteStatus"`;
}

/** Deletes notes at a moment, or brings them back (null); returns the ids of those for which that changed something. */
export async function setDeleted(
  ids: readonly string[],
  deletedAt: Date | null,
  db: Db = prisma,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ readonly id: string }[]>`
    UPDATE "Note" SET "deletedAt" = ${deletedAt}
    WHERE "id" = ANY(${[...ids]}::uuid[]) AND ("deletedAt" IS NULL) = ${deletedAt !== null}
    RETURNING "id"`;
  return rows.map(({ id }) => id);
}
