import type { Role } from "@/core/access/can";
import type { TranslationStatus } from "@/core/documents/views";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";

/** Where a live text belongs, with the role that an account has there. */
export type TextSeen = {
  readonly projectId: string;
  readonly documentId: string | null;
  readonly translationId: string | null;
  readonly role: Role | null;
};

/** A live text as stored: the folded state, and the updates that are not folded yet, oldest first. */
export type StoredText = {
  readonly state: Uint8Array | null;
  readonly richText: RichText;
  readonly updates: readonly Uint8Array[];
};

/** What is derived from a live text and stored with every change of it. */
export type DerivedText = {
  readonly richText: RichText;
  readonly plainText: string;
};

/** What an append did. */
export type Appended = {
  readonly projectId: string;
  /** False when the update left the rich text as it was. */
  readonly changed: boolean;
  readonly translation: {
    readonly id: string;
    readonly documentId: string;
    readonly statusBefore: TranslationStatus;
    readonly status: TranslationStatus;
  } | null;
};

/** Where a live text belongs and the account's role there (null: none), or null for an unknown id. */
export async function findTextSeenBy(
  textId: string,
  accountId: string,
  db: Db = prisma,
): Promise<TextSeen | null> {
  const memberships = { where: { accountId }, select: { role: true } };
  const row = await db.liveText.findUnique({
    where: { id: textId },
    select: {
      projectId: true,
      project: { select: { memberships } },
      translation: {
        select: { id: true, paragraph: { select: { documentId: true } } },
      },
    },
  });
  if (row === null) return null;
  return {
    projectId: row.projectId,
    documentId: row.translation?.paragraph.documentId ?? null,
    translationId: row.translation?.id ?? null,
    role: row.project.memberships[0]?.role ?? null,
  };
}

/** The project of a document and the account's role there (null: none), or null for an unknown id. */
export async function findDocumentRole(
  documentId: string,
  accountId: string,
  db: Db = prisma,
): Promise<{ readonly projectId: string; readonly role: Role | null } | null> {
  const memberships = { where: { accountId }, select: { role: true } };
  const row = await db.document.findUnique({
    where: { id: documentId },
    select: { projectId: true, project: { select: { memberships } } },
  });
  if (row === null) return null;
  return {
    projectId: row.projectId,
    role: row.project.memberships[0]?.role ?? null,
  };
}

/** Reads a live text with all that is in its log, or null for an unknown id. */
export async function readLiveText(
  textId: string,
  db: Db = prisma,
): Promise<StoredText | null> {
  const row = await db.liveText.findUnique({
    where: { id: textId },
    select: {
      state: true,
      richText: true,
      updates: { select: { update: true }, orderBy: { id: "asc" } },
    },
  });
  if (row === null) return null;
  return {
    state: row.state,
    richText: RichTextSchema.parse(row.richText),
    updates: row.updates.map(({ update }) => update),
  };
}

/** Gives a text that was never live its first Yjs state; returns false when it has one already. */
export async function seedLiveText(
  textId: string,
  state: Uint8Array<ArrayBuffer>,
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.liveText.updateMany({
    where: { id: textId, state: null, updates: { none: {} } },
    data: { state },
  });
  return count === 1;
}

/**
 * Appends updates to a live text's log and stores what is derived from it, in one statement: rich text, plain text and
 * the translation's status (empty and draft follow the words; an approved text that changed is only translated).
 * Returns null when the text does not exist any more.
 */
export async function appendUpdates(
  change: DerivedText & {
    readonly textId: string;
    readonly updates: readonly {
      readonly update: Uint8Array;
      readonly accountId: string | null;
    }[];
    /** Who wrote last; null for the server itself. */
    readonly accountId: string | null;
    readonly schemaVersion: number;
    readonly now: Date;
  },
  db: Db = prisma,
): Promise<Appended | null> {
  const { textId, updates, accountId, schemaVersion, now } = change;
  const richText = JSON.stringify(change.richText);
  const isEmpty = change.plainText.trim() === "";
  const bytes = updates.map(({ update }) =>
    Buffer.from(update).toString("base64"),
  );
  const accounts = updates.map((update) => update.accountId);
  const [row] = await db.$queryRaw<AppendedRow[]>`
    WITH text AS MATERIALIZED (
      SELECT "id", "projectId", "richText" IS DISTINCT FROM ${richText}::jsonb AS "changed"
      FROM "LiveText" WHERE "id" = ${textId}::uuid FOR UPDATE
    ), log AS (
      INSERT INTO "LiveUpdate" ("textId", "update", "accountId")
      SELECT text."id", decode(given."bytes", 'base64'), given."account"::uuid
      FROM text, unnest(${bytes}::text[], ${accounts}::text[]) WITH ORDINALITY AS given("bytes", "account", "place")
      ORDER BY given."place"
    ), stored AS (
      UPDATE "LiveText" SET
        "richText" = ${richText}::jsonb, "plainText" = ${change.plainText},
        "schemaVersion" = ${schemaVersion}::int, "updatedAt" = ${now}
      FROM text WHERE "LiveText"."id" = text."id"
    ), before AS MATERIALIZED (
      SELECT "Translation"."id", "Translation"."status", "Paragraph"."documentId"
      FROM "Translation" JOIN "Paragraph" ON "Paragraph"."id" = "Translation"."paragraphId"
      WHERE "Translation"."textId" = ${textId}::uuid FOR UPDATE OF "Translation"
    ), after AS (
      SELECT before.*, CASE
        WHEN ${isEmpty}::boolean THEN 'empty'::"TranslationStatus"
        WHEN before."status" = 'empty' THEN 'draft'
        WHEN before."status" = 'approved' AND text."changed" THEN 'translated'
        ELSE before."status" END AS "next"
      FROM before, text
    ), moved AS (
      UPDATE "Translation" SET "status" = after."next", "statusById" = ${accountId}::uuid, "statusAt" = ${now}
      FROM after WHERE "Translation"."id" = after."id" AND after."status" <> after."next"
    )
    SELECT text."projectId", text."changed", after."id" AS "translationId", after."documentId",
      after."status"::text AS "statusBefore", after."next"::text AS "status"
    FROM text LEFT JOIN after ON true`;
  return row === undefined ? null : appendedOf(row);
}

type AppendedRow = {
  readonly projectId: string;
  readonly changed: boolean;
  readonly translationId: string | null;
  readonly documentId: string;
  readonly statusBefore: TranslationStatus;
  readonly status: TranslationStatus;
};

function appendedOf(row: AppendedRow): Appended {
  const { projectId, changed, translationId, ...rest } = row;
  const translation =
    translationId === null ? null : { id: translationId, ...rest };
  return { projectId, changed, translation };
}

/**
 * Folds a live text's log into its state. What is folded is what the database holds, never what some memory holds,
 * so that nothing can be lost by folding. Needs a transaction. Returns how many updates were folded.
 */
export async function foldLiveText(
  textId: string,
  merge: (
    state: Uint8Array | null,
    updates: readonly Uint8Array[],
  ) => DerivedText & { readonly state: Uint8Array<ArrayBuffer> },
  db: Db,
): Promise<number> {
  const [text] = await db.$queryRaw<{ state: Uint8Array | null }[]>`
    SELECT "state" FROM "LiveText" WHERE "id" = ${textId}::uuid FOR UPDATE`;
  const updates = await db.liveUpdate.findMany({
    where: { textId },
    orderBy: { id: "asc" },
    select: { id: true, update: true },
  });
  const last = updates.at(-1);
  if (text === undefined || last === undefined) return 0;
  const { state, richText, plainText } = merge(
    text.state,
    updates.map(({ update }) => update),
  );
  await db.liveText.update({
    where: { id: textId },
    data: { state, richText, plainText },
    select: { id: true },
  });
  await db.liveUpdate.deleteMany({ where: { textId, id: { lte: last.id } } });
  return updates.length;
}

/** Tells whether an account's edits of a translation are in the log of activities since a time. */
export async function hasEditActivity(
  translationId: string,
  projectId: string,
  accountId: string | null,
  since: Date,
  db: Db = prisma,
): Promise<boolean> {
  const found = await db.activity.findFirst({
    where: {
      projectId,
      createdAt: { gt: since },
      accountId,
      subjectId: translationId,
      action: "translation.edit",
    },
    select: { id: true },
  });
  return found !== null;
}
