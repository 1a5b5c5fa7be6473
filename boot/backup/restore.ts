import { Client, DatabaseError } from "pg";
import type { BackupHeader } from "@/core/backup/format";
import {
  checkSearch,
  HISTORY,
  migrate,
  MIGRATION_LOCK,
  readMigrations,
  runMigration,
  type Migration,
} from "@/boot/migrate";
import { Problem } from "@/boot/problem";
import { prepareCopying } from "./catalogue";
import { clearTarget } from "./empty-target";
import { load } from "./load";
import { withoutBonds } from "./loosen";
import { explainReading, readBackup } from "./read-backup";
import { startTally, type Tally } from "./tally";

/** How a restore is watched and stopped. */
export type RestoreOptions = {
  readonly onProgress?: (tally: Tally) => void;
  readonly signal?: AbortSignal;
};

/** What was restored, and the newer migrations that were applied to it. */
export type Restored = {
  readonly rows: number;
  readonly bytes: number;
  readonly migrations: readonly string[];
};

/** The migrations that make the schema of a backup. Fails where this product does not have them just so. */
export async function findMigrations(
  file: string,
  { migrations, product }: BackupHeader,
): Promise<readonly Migration[]> {
  const own = await readMigrations();
  return migrations.map(({ name, checksum }) => {
    const migration = own.find((candidate) => candidate.name === name);
    if (!migration)
      throw new Problem(
        `${file} was written by a newer Duizhao (${product}, migration ${name}): restore it with that version or a later one. Nothing was restored.`,
      );
    if (migration.checksum !== checksum)
      throw new Problem(
        `${file} belongs to another Duizhao: its migration ${name} differs from that in prisma/migrations. Restore it with the version that wrote it. Nothing was restored.`,
      );
    return migration;
  });
}

async function loadAll(
  client: Client,
  file: string,
  migrations: readonly Migration[],
  tally: Tally,
  signal: AbortSignal | undefined,
): Promise<void> {
  await client.query(`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await clearTarget(client);
  await client.query(HISTORY);
  for (const migration of migrations) await runMigration(client, migration);
  async function* parts() {
    for await (const part of readBackup(file, tally)) {
      signal?.throwIfAborted();
      yield part;
    }
  }
  await withoutBonds(client, () => load(client, parts()));
}

function explain(file: string, error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return explainReading(file, error);
  return new Problem(
    `The database refused what is in ${file} (${error.message}). Nothing was restored.`,
    { cause: error },
  );
}

/** Applies newer migrations, and lets the database count what it has, for its plans. */
async function bringUpToDate(url: string): Promise<readonly string[]> {
  try {
    const applied = await migrate(url);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("ANALYZE").finally(() => client.end());
    return applied;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `All rows were restored and are safe, but the database could not be brought up to date: ${reason} Start the version that wrote the backup, or put that right and run npm start.`,
      { cause: error },
    );
  }
}

/**
 * Restores a backup that was verified into the empty database at `url`: its rows in one transaction, in the schema
 * they were written in, then the migrations that are newer, as a start of a newer version applies them.
 */
export async function restore(
  url: string,
  file: string,
  header: BackupHeader,
  options: RestoreOptions = {},
): Promise<Restored> {
  const migrations = await findMigrations(file, header);
  const tally = startTally(options.onProgress ?? (() => undefined));
  const client = new Client({ connectionString: url, keepAlive: true });
  // A connection that breaks fails the query that runs; without a listener it would end the process as well.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await prepareCopying(client);
    await checkSearch(client);
    await client.query("BEGIN");
    await loadAll(client, file, migrations, tally, options.signal);
    await client.query("COMMIT");
  } catch (error) {
    throw explain(file, error);
  } finally {
    // Closing the connection rolls back what was not committed.
    await client.end().catch(() => undefined);
  }
  const { rows, bytes } = tally;
  return { rows, bytes, migrations: await bringUpToDate(url) };
}
