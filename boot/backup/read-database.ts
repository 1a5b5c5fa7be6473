import { createHash } from "node:crypto";
import { escapeIdentifier, type ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  END_OF_ROWS,
  type BackupEnd,
  type BackupHeader,
  type TableEnd,
  type TableHead,
} from "@/core/backup/format";
import { listApplied, MIGRATION_LOCK } from "@/boot/migrate";
import { Problem } from "@/boot/problem";
import {
  HISTORY_TABLE,
  prepareCopying,
  quoteTable,
  readCatalogue,
  type Catalogue,
  type Table,
} from "./catalogue";
import { countLines, type Tally } from "./tally";

const NEW_LINE = Buffer.from("\n");

/** A line of JSON. */
const line = (value: TableHead | TableEnd | BackupHeader | BackupEnd) =>
  Buffer.from(`${JSON.stringify(value)}\n`);

const one = async <T extends object>(client: ClientBase, sql: string) => {
  const { rows } = await client.query<T>(sql);
  const [row] = rows;
  if (row === undefined) throw new Error(`No row: ${sql}`);
  return row;
};

/**
 * Begins a transaction that sees the database as of one moment, beside whoever writes. Tables are held against
 * changes of their form, and nothing else.
 */
async function beginSnapshot(client: ClientBase): Promise<Catalogue> {
  await prepareCopying(client);
  // Not in the middle of a migration, nor waiting at the next start while a long backup is made.
  await client.query(`SELECT pg_advisory_lock_shared(${MIGRATION_LOCK})`);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const { found } = await one<{ found: boolean }>(
    client,
    `SELECT to_regclass('"${HISTORY_TABLE}"') IS NOT NULL AS found`,
  );
  if (!found)
    throw new Problem(
      "There is nothing to back up: the database holds no data of Duizhao. Correct DATABASE_URL or DUIZHAO_DATA.",
    );
  const catalogue = await readCatalogue(client);
  const names = catalogue.tables.map(({ name }) => escapeIdentifier(name));
  if (names.length > 0)
    await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS SHARE MODE`);
  await client.query(`SELECT pg_advisory_unlock_shared(${MIGRATION_LOCK})`);
  return catalogue;
}

async function describe(
  client: ClientBase,
  { leftOut }: Catalogue,
  product: string,
): Promise<BackupHeader> {
  const { postgres, at } = await one<{ postgres: string; at: Date }>(
    client,
    "SELECT current_setting('server_version') AS postgres, now() AS at",
  );
  const applied = await listApplied(client);
  return {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    product,
    postgres,
    createdAt: at.toISOString(),
    migrations: applied.map(({ name, checksum }) => ({ name, checksum })),
    leftOut: [...leftOut],
  };
}

async function* readTable(
  client: ClientBase,
  table: Table,
  tally: Tally,
): AsyncGenerator<Buffer> {
  yield line({ table: table.name, columns: [...table.columns] });
  const hash = createHash("sha256");
  const counted = { rows: 0, bytes: 0 };
  const rows = client.query(copyTo(`COPY ${quoteTable(table)} TO STDOUT`));
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    hash.update(chunk);
    const lines = countLines(chunk);
    counted.rows += lines;
    counted.bytes += chunk.length;
    tally.add(lines, chunk.length);
    yield chunk;
  }
  yield Buffer.concat([Buffer.from(END_OF_ROWS), NEW_LINE]);
  yield line({ ...counted, sha256: hash.digest("hex") });
}

type Position = {
  readonly last_value: string;
  readonly is_called: boolean;
};

/** Where the sequences are; they are never behind the rows of the snapshot. */
async function readSequences(
  client: ClientBase,
  { sequences }: Catalogue,
): Promise<BackupEnd["sequences"]> {
  const found: BackupEnd["sequences"] = [];
  for (const name of sequences) {
    const { last_value: value, is_called: isCalled } = await one<Position>(
      client,
      `SELECT last_value::text, is_called FROM ${escapeIdentifier(name)}`,
    );
    found.push({ name, value, isCalled });
  }
  return found;
}

async function* readParts(
  client: ClientBase,
  catalogue: Catalogue,
  product: string,
  tally: Tally,
): AsyncGenerator<Buffer> {
  yield line(await describe(client, catalogue, product));
  for (const table of catalogue.tables) yield* readTable(client, table, tally);
}

/**
 * Reads a whole database as the lines of a backup, uncompressed, as of the moment when it begins. `warn` hears of
 * tables that are left out because they are none of the product's.
 */
export async function* readDatabase(
  client: ClientBase,
  product: string,
  tally: Tally,
  warn: (line: string) => void,
): AsyncGenerator<Buffer> {
  const catalogue = await beginSnapshot(client);
  for (const name of catalogue.foreign)
    warn(`The table ${name} is not Duizhao's and is not in the backup.`);
  const hash = createHash("sha256");
  for await (const part of readParts(client, catalogue, product, tally)) {
    hash.update(part);
    yield part;
  }
  yield line({
    sequences: await readSequences(client, catalogue),
    tables: catalogue.tables.length,
    rows: tally.rows,
    bytes: tally.bytes,
    sha256: hash.digest("hex"),
  });
  await client.query("COMMIT");
}
