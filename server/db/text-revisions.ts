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
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
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
