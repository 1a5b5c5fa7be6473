import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { diffSchemas } from "./write-migration";

const schema = await readFile("prisma/schema.prisma", "utf8");

test("the migrations add up to the schema", async () => {
  const reached = await readFile("prisma/migrations/schema.prisma", "utf8");
  expect(await diffSchemas(reached, schema)).toBe("");
});

test("a new field becomes a column", async () => {
  const changed = schema.replace(
    "model Account {",
    "model Account {\n  nickname String?",
  );
  expect(await diffSchemas(schema, changed)).toContain(
    'ALTER TABLE "Account" ADD COLUMN     "nickname" TEXT;',
  );
});

test("an empty database becomes the whole schema", async () => {
  const sql = await diffSchemas(null, schema);
  expect(sql).toContain('CREATE TABLE "VersionParagraph"');
});
