import type { Role } from "@/core/access/can";
import type { TranslationStatus } from "@/core/documents/views";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";
import { deriveText } from "./derived-text";

/** The language of translations; one, until a project can have more. */
const LANGUAGE = "en";

/** A translation to be stored, with its text. */
export type NewTranslation = {
  readonly id: string;
  readonly textId: string;
  readonly paragraphId: string;
  readonly field: string;
  readonly status: TranslationStatus;
  /** True where the source changed under it. */
  readonly stale: boolean;
  readonly target: RichText;
};

/** A translation with the role that an account has in its project. */
export type TranslationSeen = {
  readonly id: string;
  readonly textId: string;
  readonly status: TranslationStatus;
  readonly plainText: string;
  readonly documentId: string;
  readonly projectId: string;
  readonly role: Role | null;
};

/** A translation's text and status, as editions and bundles take it. */
export type TranslationRow = {
  readonly id: string;
  readonly textId: string;
  readonly paragraphId: string;
  readonly field: string;
  readonly status: TranslationStatus;
  /** True where the source changed under it. */
  readonly stale: boolean;
  readonly target: RichText;
};

/** Stores translations with their live texts; the Yjs state is made of the rich text when it is first opened. */
export async function insertTranslations(
  projectId: string,
  translations: readonly NewTranslation[],
  db: Db = prisma,
): Promise<void> {
  const rows = translations.map(({ target, ...translation }) => ({
    ...translation,
    language: LANGUAGE,
    ...deriveText(target, "translation"),
  }));
  await inChunks(rows, async (chunk) => {
    const json = JSON.stringify(chunk);
    await db.$executeRaw`
      INSERT INTO "LiveText" ("id", "projectId", "kind", "richText", "plainText", "noteIds", "wordsHash")
      SELECT r."textId", ${projectId}::uuid, 'translation', r."richText", r."plainText", r."noteIds", r."wordsHash"
      FROM json_to_recordset(${json}::json) AS r("textId" uuid, "richText" jsonb, "plainText" text, "noteIds" uuid[],
        "wordsHash" text)`;
    await db.$executeRaw`
      INSERT INTO "Translation" ("id", "paragraphId", "field", "language", "textId", "status", "stale")
      SELECT r."id", r."paragraphId", r."field", r."language", r."textId", r."status", r."stale"
      FROM json_to_recordset(${json}::json) AS r("id" uuid, "paragraphId" uuid, "field" text, "language" text,
        "textId" uuid, "status" "TranslationStatus", "stale" boolean)`;
  });
}

/** Lists a document's translations; the order is the caller's, by paragraph and field. */
export async function listTranslations(
  documentId: string,
  db: Db = prisma,
): Promise<readonly TranslationRow[]> {
  const rows = await db.translation.findMany({
    where: { language: LANGUAGE, paragraph: { documentId } },
    select: {
      id: true,
      textId: true,
      paragraphId: true,
      field: true,
      status: true,
      stale: true,
      text: { select: { richText: true } },
    },
  });
  return rows.map(({ text, ...row }) => ({
    ...row,
    target: RichTextSchema.parse(text.richText),
  }));
}

/** Lists the ids of all live texts of a document's translations. */
export async function listTextIds(
  documentId: string,
  db: Db = prisma,
): Promise<readonly string[]> {
  // In one value: reading tens of thousands of rows would keep everybody waiting.
  const [row] = await db.$queryRaw<{ ids: string | null }[]>`
    SELECT string_agg(t."textId"::text, ' ') AS "ids"
    FROM "Translation" t JOIN "Paragraph" p ON p."id" = t."paragraphId"
    WHERE p."documentId" = ${documentId}::uuid`;
  return row?.ids?.split(" ") ?? [];
}

/** Keeps others from changing these live texts until the transaction ends; whoever was writing into one ends first. */
export async function lockTexts(ids: readonly string[], db: Db): Promise<void> {
  await db.$executeRaw`
    SELECT 1 FROM "LiveText" WHERE "id" = ANY(${[...ids]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

/** Removes live texts whose translations are gone. */
export async function deleteTexts(
  ids: readonly string[],
  db: Db = prisma,
): Promise<void> {
  await inChunks(ids, (chunk) =>
    db.liveText.deleteMany({ where: { id: { in: chunk } } }),
  );
}

/** A translation with the role that an account has in its project (null: none), or null for an unknown id. */
export async function findTranslationSeenBy(
  id: string,
  accountId: string,
  db: Db = prisma,
): Promise<TranslationSeen | null> {
  const row = await db.translation.findUnique({
    where: { id },
    select: {
      id: true,
      textId: true,
      status: true,
      text: { select: { plainText: true } },
      paragraph: {
        select: {
          documentId: true,
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
      },
    },
  });
  if (row === null) return null;
  const { text, paragraph, ...translation } = row;
  const { document, documentId } = paragraph;
  return {
    ...translation,
    plainText: text.plainText,
    documentId,
    projectId: document.projectId,
    role: document.project.memberships[0]?.role ?? null,
  };
}

/** Gives a translation another status unless it has changed meanwhile; returns false when it has. */
export async function updateStatus(
  change: {
    readonly id: string;
    readonly seen: TranslationStatus;
    readonly status: TranslationStatus;
    readonly accountId: string;
    readonly now: Date;
  },
  db: Db = prisma,
): Promise<boolean> {
  const { count } = await db.translation.updateMany({
    where: { id: change.id, status: change.seen },
    data: {
      status: change.status,
      statusById: change.accountId,
      statusAt: change.now,
    },
  });
  return count === 1;
}
