import {
  MetadataFieldsSchema,
  SourceTableSchema,
  type MetadataField,
  type ParagraphKind,
  type SourceParagraph,
  type SourceTable,
} from "@/core/source/paragraph";
import { inChunks } from "./chunks";
import { prisma, type Db } from "./client";

/** A paragraph as it stands in one version, with what is derived from its text for matching and progress. */
export type NewParagraph = SourceParagraph & {
  readonly id: string;
  readonly normalized: string;
  readonly hash: string;
  readonly characters: number;
};

export type ParagraphRow = SourceParagraph & {
  readonly id: string;
  readonly position: number;
};

/** Reads the stored fields of a meta paragraph. */
export function readFields(stored: unknown): MetadataField[] {
  return stored === null ? [] : MetadataFieldsSchema.parse(stored);
}

/** Reads the stored cells of a table paragraph. */
export function readTable(stored: unknown): SourceTable | null {
  return stored === null ? null : SourceTableSchema.parse(stored);
}

/** Stores new paragraphs of a document in the order in which they stand in a version. */
export async function insertParagraphs(
  place: { readonly documentId: string; readonly versionId: string },
  paragraphs: readonly NewParagraph[],
  db: Db = prisma,
): Promise<void> {
  const { documentId, versionId } = place;
  const rows = paragraphs.map(({ table, fields, ...paragraph }, position) => ({
    ...paragraph,
    position,
    table,
    fields: fields.length === 0 ? null : fields,
  }));
  await inChunks(rows, async (chunk) => {
    const json = JSON.stringify(chunk);
    await db.$executeRaw`
      INSERT INTO "Paragraph" ("id", "documentId")
      SELECT r."id", ${documentId}::uuid FROM json_to_recordset(${json}::json) AS r("id" uuid)`;
    await db.$executeRaw`
      INSERT INTO "VersionParagraph" ("versionId", "paragraphId", "position", "kind", "level", "marker", "runIn",
        "text", "normalized", "hash", "table", "fields", "characters")
      SELECT ${versionId}::uuid, r."id", r."position", r."kind", r."level", r."marker", r."runIn",
        r."text", r."normalized", r."hash", r."table", r."fields", r."characters"
      FROM json_to_recordset(${json}::json) AS r("id" uuid, "position" int, "kind" "ParagraphKind", "level" int,
        "marker" text, "runIn" text, "text" text, "normalized" text, "hash" text, "table" jsonb, "fields" jsonb,
        "characters" int)`;
  });
}

/** Lists the paragraphs of a version in order. */
export async function listParagraphs(
  versionId: string,
  db: Db = prisma,
): Promise<readonly ParagraphRow[]> {
  const rows = await db.versionParagraph.findMany({
    where: { versionId },
    orderBy: { position: "asc" },
    select: {
      paragraphId: true,
      position: true,
      kind: true,
      level: true,
      marker: true,
      runIn: true,
      text: true,
      table: true,
      fields: true,
    },
  });
  return rows.map(({ paragraphId, table, fields, kind, ...row }) => ({
    ...row,
    id: paragraphId,
    kind: kind satisfies ParagraphKind,
    table: readTable(table),
    fields: readFields(fields),
  }));
}

/** Tells which of these ids are taken by paragraphs already. */
export async function listTakenParagraphIds(
  ids: readonly string[],
  db: Db = prisma,
): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  await inChunks(ids, async (chunk) => {
    const rows = await db.paragraph.findMany({
      where: { id: { in: chunk } },
      select: { id: true },
    });
    for (const { id } of rows) taken.add(id);
  });
  return taken;
}
