import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Client, DatabaseError, type ClientBase } from "pg";
import { Problem } from "./problem";

/** The advisory lock that Prisma's own `migrate deploy` takes: the two exclude each other. */
export const MIGRATION_LOCK = 72_707_369;

/** Makes the table of applied migrations, with Prisma's columns, so that `prisma migrate deploy` sees the same history. */
export const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const CHINESE =
  "The database cannot search Chinese text: make one with CREATE DATABASE duizhao ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0 and name it in DATABASE_URL.";
const EXTENSION =
  "Let an administrator of the database run CREATE EXTENSION pg_trgm in it, then start again.";

/** A step of the schema; the checksum is the hex SHA-256 of its SQL. */
export type Migration = {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};
type Applied = {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
};

/** The migrations in a folder, in order. */
export async function readMigrations(
  folder: string = path.resolve("prisma/migrations"),
): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(
        path.join(folder, name, "migration.sql"),
        "utf8",
      );
      return {
        name,
        sql,
        checksum: createHash("sha256").update(sql).digest("hex"),
      };
    }),
  );
}

/** Fails unless a database's history is the beginning of ours, each migration whole and unchanged. */
function checkHistory(
  migrations: readonly Migration[],
  history: readonly Applied[],
): void {
  for (const { migration_name: name, checksum, finished_at } of history) {
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!migration) {
      throw new Problem(
        `The database was made by a newer Duizhao (it holds the migration ${name}): start that version.`,
      );
    }
    if (!finished_at) {
      throw new Problem(
        `The migration ${name} failed halfway in an earlier attempt: restore the database from a backup, or repair it and mark the migration as done in _prisma_migrations.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new Problem(
        `The migration ${name} was changed after it had been applied: put prisma/migrations/${name} back as it was, and write a new migration for what should change.`,
      );
    }
  }
}

async function readHistory(
  client: ClientBase,
  migrations: readonly Migration[],
): Promise<readonly Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  );
  checkHistory(migrations, rows);
  return rows;
}

/** The migrations that a database has, in order. Fails where they are not the beginning of ours. */
export async function listApplied(
  client: ClientBase,
): Promise<readonly Migration[]> {
  const migrations = await readMigrations();
  const history = await readHistory(client, migrations);
  const names = new Set(history.map((applied) => applied.migration_name));
  return migrations.filter(({ name }) => names.has(name));
}

/** Applies one migration and records it, in the transaction that the connection is in. */
export async function runMigration(
  client: ClientBase,
  migration: Migration,
): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  );
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await runMigration(client, migration);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `The migration ${migration.name} failed and was undone; nothing was changed (${reason}).`,
      {
        cause: error,
      },
    );
  }
}

/**
 * Without a locale that knows Chinese, pg_trgm finds no trigram in it and says nothing: found out
 * before anything is changed.
 */
export async function checkSearch(client: ClientBase): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    const { rows } = await client.query<{ count: number | null }>(
      "SELECT cardinality(show_trgm('中文')) AS count",
    );
    if (!rows[0]?.count) throw new Problem(CHINESE);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof DatabaseError && error.code === "42501")
      throw new Problem(EXTENSION, { cause: error });
    throw new Problem(
      `The extension pg_trgm cannot be used (${reason}). ${EXTENSION}`,
      { cause: error },
    );
  }
}

/**
 * Brings a database to the newest schema: every migration not applied yet, in order, each in one
 * transaction. Several processes may call it at once. Returns the names of those it applied.
 */
export async function migrate(url: string, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await checkSearch(client);
    await client.query(HISTORY);
    const history = await readHistory(client, migrations);
    const pending = migrations.filter(
      ({ name }) => !history.some((applied) => applied.migration_name === name),
    );
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Closing the connection gives the lock back.
    await client.end();
  }
}
