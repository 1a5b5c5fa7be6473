import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { databaseUrl } from "@/server/env";
import { readContents, withClient } from "@/test/compare-databases";
import { createDatabase, type TestDatabase } from "@/test/database";
import { buildDocument, buildMembership } from "@/test/factories";
import { backUp } from "./back-up";
import { explainReading, verifyBackup } from "./read-backup";
import { readDatabase } from "./read-database";
import { findMigrations, restore } from "./restore";
import { startTally } from "./tally";

let folder: string;
let good: string;
let target: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-backup-"));
  good = path.join(folder, "good.gz");
  const { projectId } = await buildDocument();
  await buildMembership({ projectId });
  await backUp(databaseUrl(), good, { product: "test" });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  target = await createDatabase("empty");
});
afterEach(() => target.drop());

/** Restores a file as the command does; what it is told where that fails. */
async function tryRestore(file: string): Promise<string> {
  try {
    const tally = startTally(() => undefined);
    const header = await verifyBackup(file, tally).catch((error: unknown) => {
      throw explainReading(file, error);
    });
    await findMigrations(file, header);
    await restore(target.url, file, header);
    return "restored";
  } catch (error) {
    if (error instanceof Error && error.name === "Problem")
      return error.message;
    throw error;
  }
}

const isUntouched = async () =>
  Object.values((await readContents(target.url)).rows).flat().length === 0;

async function write(name: string, content: string | Uint8Array) {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

const sha256 = (text: string) =>
  createHash("sha256").update(text).digest("hex");

/** Changes the lines of the good backup and puts its sums right, as somebody does who knows the form. */
async function forge(name: string, change: (text: string) => string) {
  const lines = change(gunzipSync(await readFile(good)).toString()).split("\n");
  const out: string[] = [];
  const total = { tables: 0, rows: 0, bytes: 0 };
  let rows: string[] | null = null;
  for (const line of lines.slice(1, -2)) {
    if (line === "\\.") {
      out.push(line);
    } else if (line.startsWith('{"table"')) {
      rows = [];
      total.tables += 1;
      out.push(line);
    } else if (line.startsWith('{"rows"') && rows !== null) {
      const text = rows.map((row) => `${row}\n`).join("");
      const bytes = Buffer.byteLength(text);
      total.rows += rows.length;
      total.bytes += bytes;
      out.push(
        JSON.stringify({ rows: rows.length, bytes, sha256: sha256(text) }),
      );
      rows = null;
    } else {
      rows?.push(line);
      out.push(line);
    }
  }
  const body = [lines[0], ...out].map((line) => `${line}\n`).join("");
  const last = JSON.parse(lines.at(-2) ?? "") as object;
  const end = { ...last, ...total, sha256: sha256(body) };
  return write(name, gzipSync(`${body}${JSON.stringify(end)}\n`));
}

it("refuses a file that is no backup", async () => {
  for (const content of [
    "",
    "not a backup",
    gzipSync("SELECT 1;\n"),
    gzipSync('{"format":"duizhao-bundle","version":3}\n'),
    await readFile("docs/export.png"),
  ])
    expect(await tryRestore(await write("foreign", content))).toMatch(
      /is not a backup of Duizhao/,
    );
  expect(await isUntouched()).toBe(true);
});

it("refuses a backup that was cut off anywhere", async () => {
  const whole = await readFile(good);
  for (let share = 1; share < 20; share += 1) {
    const file = await write(
      "cut.gz",
      whole.subarray(0, Math.floor((whole.length * share) / 20)),
    );
    expect(await tryRestore(file)).toMatch(/is (damaged|not a backup)/);
  }
  // Cut off before it was compressed: the compression is whole.
  const text = gunzipSync(whole).toString();
  const short = await write("short.gz", gzipSync(text.slice(0, -200)));
  expect(await tryRestore(short)).toMatch(/is damaged: .*Nothing was restored/);
  expect(await isUntouched()).toBe(true);
});

it("refuses a backup of which one byte changed", async () => {
  const whole = await readFile(good);
  const step = Math.floor(whole.length / 40);
  // The first ten bytes are gzip's own and say nothing of the content.
  for (let at = 10; at < whole.length; at += step) {
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
    expect(await tryRestore(await write("changed.gz", changed))).toMatch(
      /is (damaged|not a backup)/,
    );
  }
  const text = gunzipSync(whole).toString();
  const altered = text.replace("衢州", "杭州");
  expect(altered).not.toBe(text);
  const file = await write("altered.gz", gzipSync(altered));
  expect(await tryRestore(file)).toMatch(/the rows of \w+ are not those/);
  expect(await isUntouched()).toBe(true);
});

it("refuses a backup of a newer version, by its form and by its schema", async () => {
  const form = await forge("form.gz", (text) =>
    text.replace('"version":1', '"version":2'),
  );
  expect(await tryRestore(form)).toMatch(/written by a newer Duizhao/);
  const schema = await forge("schema.gz", (text) =>
    text.replace(
      /\{"name":"2026\d+_editions"/,
      '{"name":"29991231000000_later"',
    ),
  );
  expect(await tryRestore(schema)).toMatch(
    /newer Duizhao \(test, migration 29991231000000_later\)/,
  );
  const other = await forge("other.gz", (text) =>
    text.replace(/"checksum":"..../, '"checksum":"0000'),
  );
  expect(await tryRestore(other)).toMatch(/belongs to another Duizhao/);
  expect(await isUntouched()).toBe(true);
});

it("refuses what is not as the schema has it, and runs nothing that a file says", async () => {
  const attempts: [string, (text: string) => string, RegExp][] = [
    [
      "table.gz",
      (text) => text.replace('{"table":"Term"', '{"table":"pg_authid"'),
      /no table pg_authid/,
    ],
    [
      "injection.gz",
      (text) =>
        text.replace(
          '{"table":"Term"',
          '{"table":"Term\\" FROM PROGRAM \'touch /tmp/x\' --"',
        ),
      /no table Term" FROM PROGRAM/,
    ],
    [
      "history.gz",
      (text) =>
        text.replace('{"table":"Term"', '{"table":"_prisma_migrations"'),
      /no table _prisma_migrations/,
    ],
    [
      "column.gz",
      (text) => text.replace('"passwordHash"', '"password"'),
      /columns of Account/,
    ],
    [
      "fewer.gz",
      (text) => text.replace('"passwordHash",', ""),
      /columns of Account/,
    ],
    [
      "sequence.gz",
      (text) => text.replace('"LiveUpdate_id_seq"', '"pg_class"'),
      /no sequence pg_class/,
    ],
    [
      "lost.gz",
      (text) => text.replace(/\{"table":"Membership"[^]*?sha256[^\n]*\n/, ""),
      /table Membership is missing/,
    ],
    [
      "orphan.gz",
      (text) =>
        text.replace(/(\{"table":"Account"[^\n]*\n)[^{]*(?=\\\.\n)/, "$1"),
      /The database refused .*foreign key/,
    ],
    [
      "value.gz",
      (text) => text.replace(/\tmember\t/, "\temperor\t"),
      /The database refused .*emperor/,
    ],
  ];
  for (const [name, change, reason] of attempts) {
    expect(await tryRestore(await forge(name, change)), name).toMatch(reason);
    expect(await isUntouched(), name).toBe(true);
  }
  expect(await tryRestore(await forge("same.gz", (text) => text))).toBe(
    "restored",
  );
});

it("refuses an instance that is not empty, and leaves it as it is", async () => {
  expect(await tryRestore(good)).toBe("restored");
  const before = await readContents(target.url);
  expect(await tryRestore(good)).toMatch(
    /is not empty: it has rows in Account, .*Nothing was changed; restore into a new data folder/,
  );
  expect(await readContents(target.url)).toEqual(before);
});

it("refuses a database of others, and leaves it as it is", async () => {
  await withClient(target.url, (client) =>
    client.query(
      "CREATE TABLE invoices (id int); CREATE TYPE mood AS ENUM ('ok')",
    ),
  );
  expect(await tryRestore(good)).toMatch(
    /holds the table invoices, which is not Duizhao's/,
  );
  const { schema } = await readContents(target.url);
  expect(schema).toEqual(["column invoices id integer "]);
});

it("carries the product's tables and names those that are not the product's", async () => {
  const url = databaseUrl();
  const warnings: string[] = [];
  await withClient(url, async (client) => {
    await client.query("CREATE TABLE invoices AS SELECT 7 AS id");
    const file = path.join(folder, "beside.gz");
    const warn = (line: string) => warnings.push(line);
    await backUp(url, file, { product: "test", warn });
    await client.query("DROP TABLE invoices");
    expect(await tryRestore(file)).toBe("restored");
  });
  expect(warnings).toEqual([
    "The table invoices is not Duizhao's and is not in the backup.",
  ]);
});

it("sees one moment: what is stored while it reads is not in it", async () => {
  const url = databaseUrl();
  const before = await readContents(url);
  const chunks: Buffer[] = [];
  await withClient(url, (reader) =>
    withClient(url, async (writer) => {
      const tally = startTally(() => undefined);
      const reading = readDatabase(reader, "test", tally, () => undefined);
      for await (const chunk of reading) {
        chunks.push(chunk);
        if (chunks.length > 1) continue;
        // Nothing but the header was read; the reader waits for us.
        await writer.query(`UPDATE "Account" SET "name" = "name" || ' later'`);
        await writer.query(`UPDATE "Project" SET "name" = "name" || ' later'`);
        await writer.query(`DELETE FROM "Membership"`);
      }
    }),
  );
  const file = await write("moment.gz", gzipSync(Buffer.concat(chunks)));
  expect(await tryRestore(file)).toBe("restored");
  const after = await readContents(target.url);
  expect({ ...after.rows, Attempt: [] }).toEqual({
    ...before.rows,
    Attempt: [],
  });
});

it("leaves nothing where a backup fails, and says what to do", async () => {
  const url = databaseUrl();
  const options = { product: "test" };
  const bad = path.join(folder, "none", "x.gz");
  await expect(backUp(url, bad, options)).rejects.toThrow(
    /its folder does not exist: make the folder/,
  );
  await expect(backUp(url, good, options)).rejects.toThrow(/add --overwrite/);
  await expect(
    backUp(url, folder, { ...options, overwrite: true }),
  ).rejects.toThrow(/not an ordinary file/);
  const stopped = path.join(folder, "stopped.gz");
  const controller = new AbortController();
  await expect(
    backUp(url, stopped, {
      ...options,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    }),
  ).rejects.toThrow(/abort/i);
  const empty = path.join(folder, "empty.gz");
  await expect(backUp(target.url, empty, options)).rejects.toThrow(
    /nothing to back up/,
  );
  const names = await readdir(folder);
  expect(names.filter((name) => /stopped|empty|partial/.test(name))).toEqual(
    [],
  );
});
