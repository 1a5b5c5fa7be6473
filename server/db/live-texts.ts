import type { Role } from "@/core/access/can";
import type { TranslationStatus } from "@/core/documents/views";
import type { NoteStatus } from "@/core/notes/note";
import { wordsOf } from "@/core/notes/words";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";
import type { DerivedText, DocumentTextKind, TextKind } from "./derived-text";

/** Where a live text belongs, with the role that an account has there. */
export type TextSeen = {
  readonly kind: TextKind;
  readonly projectId: string;
  /** Null for the note of a term. */
  readonly documentId: string | null;
  readonly translationId: string | null;
  readonly noteId: string | null;
  /** True for the text of a note that was deleted: it can be read, and brought back, but not changed. */
  readonly isDeleted: boolean;
  readonly role: Role | null;
};

/** A live text as stored: the folded state, and the updates that are not folded yet, oldest first. */
export type StoredText = {
  readonly kind: TextKind;
  readonly state: Uint8Array | null;
  readonly richText: RichText;
  readonly updates: readonly Uint8Array[];
  /** The accounts that write under Yjs client ids in it; null for the server itself. */
  readonly writers: readonly StoredWriter[];
};

/** The account that writes under a Yjs client id. */
export type StoredWriter = {
  readonly client: number;
  readonly accountId: string | null;
};

/** What an append did. */
export type Appended = {
  readonly projectId: string;
  /** False when the update left the rich text as it was. */
  readonly changed: boolean;
  readonly storedAt: Date;
  readonly translation: {
    readonly id: string;
    readonly documentId: string;
    readonly statusBefore: TranslationStatus;
    readonly status: TranslationStatus;
  } | null;
  readonly note: {
    readonly id: string;
    /** The documents that use it: its own, or for the note of a term all of the project. */
    readonly documentIds: readonly string[];
    readonly statusBefore: NoteStatus;
    readonly status: NoteStatus;
  } | null;
  /** The document before which the text stands. */
  readonly document: {
    readonly id: string;
    readonly kind: DocumentTextKind;
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
      kind: true,
      projectId: true,
      project: { select: { memberships } },
      translation: {
        select: { id: true, paragraph: { select: { documentId: true } } },
      },
      note: { select: { id: true, documentId: true, deletedAt: true } },
      documentText: { select: { documentId: true } },
    },
  });
  if (row === null) return null;
  const { kind, projectId, project, translation, note, documentText } = row;
  return {
    kind,
    projectId,
    documentId:
      translation?.paragraph.documentId ??
      note?.documentId ??
      documentText?.documentId ??
      null,
    translationId: translation?.id ?? null,
    noteId: note?.id ?? null,
    isDeleted: (note?.deletedAt ?? null) !== null,
    role: project.memberships[0]?.role ?? null,
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
      kind: true,
      state: true,
      richText: true,
      updates: { select: { update: true }, orderBy: { id: "asc" } },
      writers: { select: { client: true, accountId: true } },
    },
  });
  if (row === null) return null;
  return {
    kind: row.kind,
    state: row.state,
    richText: RichTextSchema.parse(row.richText),
    updates: row.updates.map(({ update }) => update),
    writers: row.writers.map(({ client, accountId }) => ({
      client: Number(client),
      accountId,
    })),
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
 * Appends updates to a live text's log and stores what is derived from it, in one statement: rich text, words, marks of
 * notes, and the status of whose text it is. A translation's empty and draft follow its words, and an approved one whose
 * words changed is only translated: a mark that is set or taken away leaves it approved. A reviewed note that changed is
 * a draft again. Returns null when the text does not exist any more.
 */
export async function appendUpdates(
  change: {
    readonly textId: string;
    readonly derived: DerivedText;
    readonly updates: readonly {
      readonly update: Uint8Array;
      readonly accountId: string | null;
    }[];
    /** Client ids that were not written under before. */
    readonly writers: readonly StoredWriter[];
    /** Who wrote last; null for the server itself. */
    readonly accountId: string | null;
    readonly schemaVersion: number;
    readonly now: Date;
  },
  db: Db = prisma,
): Promise<Appended | null> {
  const { textId, derived, updates, accountId, schemaVersion, now } = change;
  const { plainText, noteIds, wordsHash } = derived;
  const richText = JSON.stringify(derived.richText);
  // A text without a hash was stored when there were no marks: its rich text is its words.
  const words = JSON.stringify(wordsOf(derived.richText));
  const isEmpty = plainText.trim() === "";
  const bytes = updates.map(({ update }) =>
    Buffer.from(update).toString("base64"),
  );
  const accounts = updates.map((update) => update.accountId);
  const clients = change.writers.map(({ client }) => String(client));
  const owners = change.writers.map((writer) => writer.accountId);
  const [row] = await db.$queryRaw<AppendedRow[]>`
    WITH text AS MATERIALIZED (
      SELECT "id", "projectId", "richText" IS DISTINCT FROM ${richText}::jsonb AS "changed",
        CASE WHEN "wordsHash" IS NULL THEN "richText" IS DISTINCT FROM ${words}::jsonb
          ELSE "wordsHash" <> ${wordsHash} END AS "reworded"
      FROM "LiveText" WHERE "id" = ${textId}::uuid FOR UPDATE
    ), log AS (
      INSERT INTO "LiveUpdate" ("textId", "update", "accountId")
      SELECT text."id", decode(given."bytes", 'base64'), given."account"::uuid
      FROM text, unnest(${bytes}::text[], ${accounts}::text[]) WITH ORDINALITY AS given("bytes", "account", "place")
      ORDER BY given."place"
    ), writers AS (
      INSERT INTO "LiveWriter" ("textId", "client", "accountId")
      SELECT text."id", given."client"::bigint, given."account"::uuid
      FROM text, unnest(${clients}::text[], ${owners}::text[]) AS given("client", "account")
      ON CONFLICT DO NOTHING
    ), stored AS (
      UPDATE "LiveText" SET
        "richText" = ${richText}::jsonb, "plainText" = ${plainText},
        "noteIds" = ${[...noteIds]}::uuid[], "wordsHash" = ${wordsHash},
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
        WHEN before."status" = 'approved' AND text."reworded" THEN 'translated'
        ELSE before."status" END AS "next"
      FROM before, text
    ), moved AS (
      UPDATE "Translation" SET "status" = after."next", "statusById" = ${accountId}::uuid, "statusAt" = ${now}
      FROM after WHERE "Translation"."id" = after."id" AND after."status" <> after."next"
    ), note AS MATERIALIZED (
      SELECT "id", "status", "documentId" FROM "Note" WHERE "textId" = ${textId}::uuid FOR UPDATE
    ), noted AS (
      UPDATE "Note" SET "updatedAt" = ${now}, "status" = 'draft',
        "statusById" = CASE WHEN note."status" = 'draft' THEN "Note"."statusById" ELSE ${accountId}::uuid END,
        "statusAt" = CASE WHEN note."status" = 'draft' THEN "Note"."statusAt" ELSE ${now} END
      FROM note, text WHERE "Note"."id" = note."id" AND text."changed"
    )
    SELECT text."projectId", text."changed", after."id" AS "translationId", after."documentId",
      after."status"::text AS "statusBefore", after."next"::text AS "status",
      note."id" AS "noteId", note."status"::text AS "noteStatus",
      CASE WHEN note."documentId" IS NOT NULL THEN ARRAY[note."documentId"]
        WHEN note."id" IS NOT NULL THEN ARRAY(SELECT "id" FROM "Document" WHERE "projectId" = text."projectId")
        END AS "noteDocumentIds",
      front."documentId" AS "ownerId", front."kind"::text AS "ownerKind"
    FROM text LEFT JOIN after ON true LEFT JOIN note ON true
      LEFT JOIN "DocumentText" front ON front."textId" = text."id"`;
  return row === undefined ? null : appendedOf(row, now);
}

type AppendedRow = {
  readonly projectId: string;
  readonly changed: boolean;
  readonly translationId: string | null;
  readonly documentId: string;
  readonly statusBefore: TranslationStatus;
  readonly status: TranslationStatus;
  readonly noteId: string | null;
  readonly noteStatus: NoteStatus;
  readonly noteDocumentIds: readonly string[];
  readonly ownerId: string | null;
  readonly ownerKind: DocumentTextKind;
};

function appendedOf(row: AppendedRow, storedAt: Date): Appended {
  const { projectId, changed, translationId, noteId } = row;
  const { documentId, statusBefore, status } = row;
  return {
    projectId,
    changed,
    storedAt,
    translation:
      translationId === null
        ? null
        : { id: translationId, documentId, statusBefore, status },
    note:
      noteId === null
        ? null
        : {
            id: noteId,
            documentIds: row.noteDocumentIds,
            statusBefore: row.noteStatus,
            status: changed ? "draft" : row.noteStatus,
          },
    document:
      row.ownerId === null ? null : { id: row.ownerId, kind: row.ownerKind },
  };
}

/** Tells whether an account's edits of a text are in the log of activities since a time. */
export async function hasEditActivity(
  edit: {
    readonly projectId: string;
    /** The translation or note, or the document before which the text stands. */
    readonly subjectId: string;
    readonly action: `${TextKind}.edit`;
    readonly accountId: string | null;
  },
  since: Date,
  db: Db = prisma,
): Promise<boolean> {
  const found = await db.activity.findFirst({
    where: { ...edit, createdAt: { gt: since } },
    select: { id: true },
  });
  return found !== null;
}
