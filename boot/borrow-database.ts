import { readFile } from "node:fs/promises";
import path from "node:path";
import { disconnect } from "@/server/db/client";
import { env, provideEnv } from "@/server/env";
import { checkUnused, openDataFolder } from "./data-folder";
import { checkDatabase, openDatabase, type Database } from "./database";
import { addressOf } from "./embedded-postgres";
import { lockDatabase } from "./database-lock";
import { closeOnSignals } from "./ending";
import { migrate } from "./migrate";
import { logError } from "./output.mjs";
import { Problem } from "./problem";
import { commandOf } from "./processes";

/** The address of the embedded database that runs on this data folder, or null where none does. */
export async function findRunningDatabase(
  folder: string,
): Promise<string | null> {
  const cluster = path.resolve(folder, "postgres");
  const status = await readFile(
    path.join(cluster, "postmaster.pid"),
    "utf8",
  ).catch(() => "");
  const [pid, , , port] = status.split("\n");
  if (!commandOf(Number(pid))?.includes(cluster)) return null;
  return addressOf(folder, Number(port));
}

/**
 * Opens this instance's database as it is: the one of DATABASE_URL, the embedded one of a running server, or the
 * embedded one started until it is closed.
 */
export async function openBorrowed(): Promise<Database> {
  const { DATABASE_URL, DUIZHAO_DATA } = env();
  const folder = path.resolve(DUIZHAO_DATA);
  if (DATABASE_URL) {
    await checkDatabase(DATABASE_URL);
    return { url: DATABASE_URL, close: async () => undefined };
  }
  const used = await checkUnused(folder, 0).then(
    () => null,
    (problem: unknown) => problem,
  );
  if (used instanceof Problem) {
    const url = await findRunningDatabase(folder);
    if (url) return { url, close: async () => undefined };
    throw used;
  }
  return startEmbedded(folder);
}

/** Opens this instance's database as it is, for work that no server may run beside. Fails while one runs. */
export async function openAlone(): Promise<Database> {
  const { DATABASE_URL, DUIZHAO_DATA } = env();
  if (!DATABASE_URL) return startEmbedded(path.resolve(DUIZHAO_DATA));
  await checkDatabase(DATABASE_URL);
  const lock = await lockDatabase(
    DATABASE_URL,
    "npm-run-restore",
    ({ message }) => {
      // The database undoes what was not committed.
      logError(message);
      process.exit(1);
    },
  );
  return { url: DATABASE_URL, close: () => lock.release() };
}

async function startEmbedded(folder: string): Promise<Database> {
  const held = await openDataFolder(folder, "the command line");
  try {
    const database = await openDatabase(undefined, folder);
    const close = () => database.close().finally(() => held.release());
    const forget = closeOnSignals(close);
    return { url: database.url, close: () => close().finally(forget) };
  } catch (error) {
    await held.release();
    throw error;
  }
}

/** Lends this instance's database, brought up to date, to work outside the server, such as a command. */
export async function borrowDatabase<T>(work: () => Promise<T>): Promise<T> {
  const database = await openBorrowed();
  try {
    await migrate(database.url);
    provideEnv({ DATABASE_URL: database.url });
    return await work();
  } finally {
    await disconnect();
    await database.close();
  }
}
