import type { TranslationStatus } from "@/core/documents/views";
import type {
  MetadataField,
  ParagraphKind,
  SourceTable,
} from "@/core/source/paragraph";
import { RichTextSchema, type RichText } from "@/core/text/rich-text";
import { prisma, type Db } from "./client";
import { Prisma } from "./generated/client";
import { readFields, readTable } from "./paragraphs";

/** What of a row is needed before its texts: a paragraph's part beside the state of its translation. */
export type SummaryRow = {
  readonly id: string;
  readonly textId: string;
  readonly paragraphId: string;
  readonly field: string;
  readonly position: number;
  readonly kind: ParagraphKind;
  readonly level: number | null;
  readonly marker: string | null;
  readonly runIn: string | null;
  readonly characters: number;
  readonly status: TranslationStatus;
  /** The source of a heading; null for other kinds. */
  readonly headingText: string | null;
  /** The opening of the English of headings and numbered paragraphs; null for other kinds. */
  readonly openingEnglish: string | null;
  readonly fields: readonly MetadataField[];
};

/** A row with its texts. */
export type FullRow = SummaryRow & {
  readonly text: string;
  readonly table: SourceTable | null;
  readonly target: RichText;
  readonly stale: boolean;
};

type StoredSummary = Omit<SummaryRow, "fields"> & { readonly fields: unknown };
type StoredFull = Omit<FullRow, "fields" | "table" | "target"> & {
  readonly fields: unknown;
  readonly table: unknown;
  readonly target: unknown;
};

const SUMMARY = Prisma.sql`
  t."id", t."textId", t."paragraphId", t."field", t."status"::text AS "status",
  v."position", v."kind"::text AS "kind", v."level", v."marker", v."runIn", v."characters", v."fields",
  CASE WHEN v."kind" IN ('heading', 'title') THEN left(v."text", 400) END AS "headingText",
  CASE WHEN v."kind" IN ('heading', 'title', 'numbered') THEN left(l."plainText", 500) END AS "openingEnglish"`;

const FROM = Prisma.sql`
  FROM "VersionParagraph" v
  JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en'
  JOIN "LiveText" l ON l."id" = t."textId"`;

/**
 * The order of rows in a document, for queries that name versions' paragraphs `v` and translations `t`. A title stands
 * before its fields; the fields of one paragraph stand in the order in which they were printed.
 */
export const ROW_ORDER = Prisma.sql`ORDER BY ${place()}`;

/** The order in which an edition prints rows (core/documents/print-order), for the same queries. */
export const PRINT_ORDER = Prisma.sql`
  ORDER BY CASE
    WHEN v."kind" = 'meta' OR t."field" <> '' THEN 1
    WHEN v."kind" = 'title' AND NOT EXISTS (
      SELECT FROM "VersionParagraph" earlier WHERE earlier."versionId" = v."versionId"
        AND earlier."kind" = 'title' AND earlier."position" < v."position"
    ) THEN 0
    ELSE 2 END, ${place()}`;

function place() {
  return Prisma.sql`v."position", COALESCE((
    SELECT f.n FROM jsonb_array_elements(v."fields") WITH ORDINALITY AS f(field, n)
    WHERE f.field->>'key' = t."field" LIMIT 1
  ), 0), t."field"`;
}

/** Lists all rows of a version in order, without their texts. */
export async function listSummaryRows(
  versionId: string,
  db: Db = prisma,
): Promise<readonly SummaryRow[]> {
  const rows = await db.$queryRaw<StoredSummary[]>`
    SELECT ${SUMMARY} ${FROM} WHERE v."versionId" = ${versionId}::uuid ${ROW_ORDER}`;
  return rows.map((row) => ({ ...row, fields: readFields(row.fields) }));
}

/** Lists the rows of a version from `from` (counted from 0) up to `to`, with their texts. */
export async function listFullRows(
  versionId: string,
  from: number,
  to: number,
  db: Db = prisma,
): Promise<readonly FullRow[]> {
  // The window is found by ids alone, so that texts outside of it are never read.
  const rows = await db.$queryRaw<StoredFull[]>`
    WITH places AS (
      SELECT t."id" AS "translationId", row_number() OVER (${ROW_ORDER}) AS "n"
      FROM "VersionParagraph" v
      JOIN "Translation" t ON t."paragraphId" = v."paragraphId" AND t."language" = 'en'
      WHERE v."versionId" = ${versionId}::uuid
      ORDER BY "n" LIMIT ${to - from} OFFSET ${from}
    )
    SELECT ${SUMMARY}, v."text", v."table", l."richText" AS "target", t."stale"
    ${FROM} JOIN places ON places."translationId" = t."id"
    WHERE v."versionId" = ${versionId}::uuid
    ORDER BY places."n"`;
  return rows.map((row) => ({
    ...row,
    fields: readFields(row.fields),
    table: readTable(row.table),
    target: RichTextSchema.parse(row.target),
  }));
}
