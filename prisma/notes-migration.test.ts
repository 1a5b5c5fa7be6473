import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { migrate } from "@/boot/migrate";
import { RichTextSchema } from "@/core/text/rich-text";
import { createDatabase } from "@/test/database";

const MIGRATIONS = "prisma/migrations";
const PROJECT = "01980000-0000-7000-8000-000000000001";
const DOCUMENT = "01980000-0000-7000-8000-000000000002";
const PARAGRAPH = "01980000-0000-7000-8000-000000000003";
const EMPTY = "01980000-0000-7000-8000-000000000004";
const WRITTEN = "01980000-0000-7000-8000-000000000005";
const NOTE = "01980000-0000-7000-8000-000000000006";

const runs = [
  { kind: "text", text: "Five “chains” 五链", marks: ["bold"], href: null },
  { kind: "break" },
];
const blocks = [{ kind: "paragraph", runs }];

const BEFORE = `
  INSERT INTO "Project" ("id", "name", "updatedAt") VALUES ('${PROJECT}', '衢州', now());
  INSERT INTO "Document" ("id", "projectId", "title", "updatedAt") VALUES ('${DOCUMENT}', '${PROJECT}', '建议', now());
  INSERT INTO "Paragraph" ("id", "documentId") VALUES ('${PARAGRAPH}', '${DOCUMENT}');
  INSERT INTO "LiveText" ("id", "projectId", "kind", "state", "richText", "plainText") VALUES
    ('${EMPTY}', '${PROJECT}', 'translation', NULL, '{"version":1,"blocks":[]}', ''),
    ('${WRITTEN}', '${PROJECT}', 'translation', '\\x0102', '${JSON.stringify({ version: 1, blocks })}', 'Five');
  INSERT INTO "LiveUpdate" ("textId", "update") VALUES ('${WRITTEN}', '\\x0304');
  INSERT INTO "Translation" ("id", "paragraphId", "textId", "status") VALUES
    ('${WRITTEN}', '${PARAGRAPH}', '${WRITTEN}', 'approved');
  INSERT INTO "Translation" ("id", "paragraphId", "field", "textId") VALUES
    ('${EMPTY}', '${PARAGRAPH}', 'date', '${EMPTY}');`;

test("what was stored before there were notes is kept, and notes can join it", async () => {
  const database = await createDatabase("empty");
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-before-notes-"));
  const client = new Client({ connectionString: database.url });
  try {
    const names = (await readdir(MIGRATIONS)).sort();
    const notes = names.findIndex((name) => name.endsWith("_notes"));
    expect(notes).toBeGreaterThan(0);
    for (const name of names.slice(0, notes))
      await cp(path.join(MIGRATIONS, name), path.join(folder, name), {
        recursive: true,
      });
    await migrate(database.url, folder);
    await client.connect();
    await client.query(BEFORE);
    const kept = async () =>
      (
        await client.query<Record<string, unknown>>(
          `SELECT t."id", t."status", l."state", l."plainText", l."updatedAt", u."update"
           FROM "Translation" t JOIN "LiveText" l ON l."id" = t."textId"
           LEFT JOIN "LiveUpdate" u ON u."textId" = l."id" ORDER BY t."id"`,
        )
      ).rows;
    const before = await kept();
    expect(before).toHaveLength(2);

    expect(await migrate(database.url)).toContain(names[notes]);

    expect(await kept()).toEqual(before);
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT "richText", "noteIds"::text[], "wordsHash" FROM "LiveText" ORDER BY "id"`,
    );
    expect(rows).toEqual([
      { richText: { version: 2, blocks: [] }, noteIds: [], wordsHash: null },
      { richText: { version: 2, blocks }, noteIds: [], wordsHash: null },
    ]);
    for (const { richText } of rows)
      expect(RichTextSchema.parse(richText)).toEqual(richText);
    const style = await client.query(`SELECT "style" FROM "Project"`);
    expect(style.rows).toEqual([{ style: null }]);

    await client.query(
      `WITH text AS (
         INSERT INTO "LiveText" ("id", "projectId", "kind", "richText")
         VALUES ('${NOTE}', '${PROJECT}', 'note', '{"version":2,"blocks":[]}')
       )
       INSERT INTO "Note" ("id", "projectId", "documentId", "kind", "textId", "citations")
       VALUES ('${NOTE}', '${PROJECT}', '${DOCUMENT}', 'background', '${NOTE}', '{"version":1,"items":[]}')`,
    );
    await expect(
      client.query(`DELETE FROM "LiveText" WHERE "id" = '${NOTE}'`),
    ).rejects.toThrow("Note_textId_fkey");
  } finally {
    await client.end();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  }
});
