import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "@/test/database";
import { migrate } from "./migrate";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createDatabase("empty");
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-migrations-"));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, "migration.sql"), sql);
}

async function query<Row extends object>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const history = () =>
  query<{ migration_name: string; finished_at: Date | null }>(
    "SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY 1",
  );

test("applies what is new, in order, and nothing twice", async () => {
  await write("2_second", "INSERT INTO place VALUES ('衢州');");
  await write("1_first", "CREATE TABLE place (name text);");
  expect(await migrate(database.url, folder)).toEqual(["1_first", "2_second"]);
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await query("SELECT name FROM place")).toEqual([{ name: "衢州" }]);
});

test("processes that start together apply each migration once", async () => {
  await write("1_first", "CREATE TABLE place (name text);");
  await write("2_second", "INSERT INTO place VALUES ('衢州');");
  const runs = [1, 2, 3, 4].map(() => migrate(database.url, folder));
  const applied = (await Promise.all(runs)).flat();
  expect(applied.sort()).toEqual(["1_first", "2_second"]);
  expect(await query("SELECT name FROM place")).toHaveLength(1);
});

test("a migration that fails is undone whole and can be tried again", async () => {
  await write("1_first", "CREATE TABLE place (name text);");
  await write("2_second", "ALTER TABLE place ADD n int; SELECT 1 / 0;");
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /2_second failed and was undone.*division by zero/,
  );
  expect((await history()).map((row) => row.migration_name)).toEqual([
    "1_first",
  ]);
  await write("2_second", "ALTER TABLE place ADD n int;");
  expect(await migrate(database.url, folder)).toEqual(["2_second"]);
});

test("a migration that was changed after it had been applied stops the start", async () => {
  await write("1_first", "CREATE TABLE place (name text);");
  await migrate(database.url, folder);
  await write("1_first", "CREATE TABLE place (name text, n int);");
  await write("2_second", "CREATE TABLE other (name text);");
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /1_first was changed after it had been applied/,
  );
  expect(await history()).toHaveLength(1);
});

test("a database of a newer version is left alone", async () => {
  await write("1_first", "CREATE TABLE place (name text);");
  await write("2_second", "CREATE TABLE other (name text);");
  await migrate(database.url, folder);
  const older = path.join(folder, "older");
  await cp(path.join(folder, "1_first"), path.join(older, "1_first"), {
    recursive: true,
  });
  await expect(migrate(database.url, older)).rejects.toThrow(/newer Duizhao/);
});

test("a migration that another tool left half-done stops the start", async () => {
  await write("1_first", "CREATE TABLE place (name text);");
  await migrate(database.url, folder);
  await query("UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /1_first failed halfway/,
  );
});

test("a database that cannot search Chinese is refused before anything is made", async () => {
  const bare = `bare_${Date.now()}`;
  await query(
    `CREATE DATABASE ${bare} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'`,
  );
  const url = new URL(database.url);
  url.pathname = `/${bare}`;
  await expect(migrate(url.href)).rejects.toThrow(/cannot search Chinese/);
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const { rows } = await client.query(
    "SELECT 1 FROM pg_class WHERE relname IN ('Account', '_prisma_migrations')",
  );
  await client.end();
  await query(`DROP DATABASE ${bare}`);
  expect(rows).toEqual([]);
});

test("the product's own migrations make a database that searches Chinese by index", async () => {
  const own = await readdir("prisma/migrations", { withFileTypes: true });
  const names = own.filter((entry) => entry.isDirectory());
  expect(await migrate(database.url)).toHaveLength(names.length);
  const indexes = await query<{ indexdef: string }>(
    "SELECT indexdef FROM pg_indexes WHERE indexdef LIKE '%gin_trgm_ops%'",
  );
  expect(indexes.length).toBeGreaterThanOrEqual(2);
});

test("a database from before there were editions keeps its terms, texts and documents, and can hold editions", async () => {
  const all = await readdir("prisma/migrations", { withFileTypes: true });
  const names = all.filter((entry) => entry.isDirectory());
  const before = names.filter(({ name }) => name < "20261122141503");
  for (const { name } of before)
    await cp(`prisma/migrations/${name}`, path.join(folder, name), {
      recursive: true,
    });
  expect(await migrate(database.url, folder)).toHaveLength(2);
  const [project, document, text] = [1, 2, 3].map(
    (count) => `019afb42-0800-7000-8000-00000000000${count}`,
  );
  await query(`
    INSERT INTO "Project" ("id", "name", "style", "updatedAt")
      VALUES ('${project}', 'Quzhou', '{"version": 1, "firstUse": "characters", "exchangeRate": null}', now());
    INSERT INTO "Document" ("id", "projectId", "title", "updatedAt")
      VALUES ('${document}', '${project}', '规划', now());
    INSERT INTO "Term" ("id", "projectId", "source", "normalized", "hash", "pinyin", "target", "updatedAt")
      VALUES (gen_random_uuid(), '${project}', '衢州', '衢州', repeat('0', 64), 'qúzhōu', 'Quzhou', now());
    INSERT INTO "LiveText" ("id", "projectId", "kind", "richText", "plainText")
      VALUES ('${text}', '${project}', 'note', '{"version": 2, "blocks": []}', '');`);
  expect(await migrate(database.url)).toHaveLength(
    names.length - before.length,
  );
  expect(
    await query(`
      SELECT t."category"::text AS category, d."slug", d."publication", l."kind"::text AS kind
      FROM "Term" t, "Document" d, "LiveText" l`),
  ).toEqual([
    { category: "term", slug: null, publication: null, kind: "note" },
  ]);
  await query(`
    UPDATE "LiveText" SET "kind" = 'introduction';
    INSERT INTO "DocumentText" ("documentId", "kind", "textId") VALUES ('${document}', 'introduction', '${text}');`);
  await query(`DELETE FROM "Project"`);
  expect(await query(`SELECT 1 FROM "DocumentText"`)).toEqual([]);
});
