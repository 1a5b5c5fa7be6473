import type { RevisionView } from "@/core/notes/note";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";

/** Lists the newest kept states of a live text, newest first. */
export async function listTextRevisions(
  textId: string,
  limit: number,
  db: Db = prisma,
): Promise<readonly RevisionView[]> {
  const rows = await db.textRevision.findMany({
    where: { textId },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: limit,
    select: {
      id: true,
      richText: true,
      createdAt: true,
      updatedAt: true,
      account: { select: { id: true, name: true } },
    },
  });
  return rows.map(({ id, account, createdAt, updatedAt, richText }) => ({
    id,
    author: account,
    from: createdAt.toISOString(),
    to: updatedAt.toISOString(),
    body: RichTextSchema.parse(richText),
  }));
}

/** One kept state of a live text, or null where the text has none of this id. */
export async function findTextRevision(
  textId: string,
  id: string,
  db: Db = prisma,
): Promise<RichText | null> {
  const row = await db.textRevision.findFirst({
    where: { id, textId },
    select: { richText: true },
  });
  return row === null ? null : RichTextSchema.parse(row.richText);
}

/** A stretch of writing ends when its author rests this long. */
const STRETCH_MS = 10 * 60_000;

/** Two who write at the same time each go on with a stretch of their own, instead of beginning one at every turn. */
const TOGETHER_MS = 60_000;

/**
 * Keeps what a live text now is. Whoever goes on writing changes the revision of this stretch; another writer, a rest, or
 * a text that was put in as a whole begins a new one.
 */
export async function keepTextRevision(
  state: {
    readonly id: string;
    readonly textId: string;
    readonly richText: RichText;
    readonly plainText: string;
    readonly accountId: string | null;
    readonly isWhole: boolean;
    readonly now: Date;
  },
  db: Db,
): Promise<void> {
  const { id, textId, plainText, accountId, isWhole, now } = state;
  const richText = JSON.stringify(state.richText);
  const stretch = new Date(now.getTime() - STRETCH_MS);
  const together = new Date(now.getTime() - TOGETHER_MS);
  await db.$executeRaw`
    WITH own AS (
      SELECT r."id" FROM "TextRevision" r
      WHERE NOT ${isWhole}::boolean AND r."textId" = ${textId}::uuid
        AND r."accountId" IS NOT DISTINCT FROM ${accountId}::uuid AND r."updatedAt" > ${stretch}
        AND (r."updatedAt" > ${together} OR NOT EXISTS (
          SELECT 1 FROM "TextRevision" later
          WHERE later."textId" = r."textId" AND later."updatedAt" > r."updatedAt"))
      ORDER BY r."updatedAt" DESC, r."id" DESC LIMIT 1
    ), kept AS (
      UPDATE "TextRevision" SET "richText" = ${richText}::jsonb, "plainText" = ${plainText}, "updatedAt" = ${now}
      FROM own WHERE "TextRevision"."id" = own."id" RETURNING 1
    )
    INSERT INTO "TextRevision" ("id", "textId", "richText", "plainText", "accountId", "createdAt", "updatedAt")
    SELECT ${id}::uuid, ${textId}::uuid, ${richText}::jsonb, ${plainText}, ${accountId}::uuid, ${now}, ${now}
    WHERE NOT EXISTS (SELECT 1 FROM kept)`;
}
