import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";
import { ROW_ORDER } from "./rows";

/** A row of a document as the list of its notes needs it. */
export type NotePlaceRow = {
  /** The translation's id. */
  readonly rowId: string;
  readonly paragraphId: string;
  /** 1-based number of the paragraph. */
  readonly number: number;
  /** The English of the rows that were asked for; null for others. */
  readonly target: RichText | null;
};

type StoredRow = Omit<NotePlaceRow, "target"> & { readonly target: unknown };

/** Lists all rows of a version in order, with the English of those that are named. */
export async function listNotePlaceRows(
  versionId: string,
  rowIds: readonly string[],
  db: Db = prisma,
): Promise<readonly NotePlaceRow[]> {
  const rows = await db.$queryRaw<StoredRow[]>`
    SELECT t."id" AS "rowId", t."paragraphId", v."position" + 1 AS "number", l."richText" AS "target"
    FROM "VersionParagraph" v
    JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en'
    LEFT JOIN "LiveText" l ON l."id" = t."textId" AND t."id" = ANY(${[...rowIds]}::uuid[])
    WHERE v."versionId" = ${versionId}::uuid ${ROW_ORDER}`;
  return rows.map((row) => ({
    ...row,
    target: row.target === null ? null : RichTextSchema.parse(row.target),
  }));
}
