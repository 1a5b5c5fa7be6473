import { readFile } from "node:fs/promises";
import path from "node:path";
import { checkUnused, openDataFolder } from "@/boot/data-folder";
import { checkDatabase, openDatabase } from "@/boot/database";
import { addressOf } from "@/boot/embedded-postgres";
import { closeOnSignals } from "@/boot/ending";
import { migrate } from "@/boot/migrate";
import { env, provideEnv } from "@/server/env";
import { prepare, root } from "./prepare.mjs";

type Opened = { readonly url: string; readonly close: () => Promise<void> };

/**
 * Does something with the database that `npm start` would use: the one of DATABASE_URL; else the embedded one, of the
 * running server if there is one, or started for this alone.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  await prepare("generateClient");
  const { DATABASE_URL, DUIZHAO_DATA } = env();
  const folder = path.resolve(root, DUIZHAO_DATA);
  const opened =
    DATABASE_URL === undefined
      ? await openEmbedded(folder)
      : await openGiven(DATABASE_URL);
  try {
    provideEnv({ DATABASE_URL: opened.url });
    await migrate(opened.url, path.join(root, "prisma/migrations"));
    return await work();
  } finally {
    const { disconnect } = await import("@/server/db/client");
    await disconnect();
    await opened.close();
  }
}

async function openGiven(url: string): Promise<Opened> {
  await checkDatabase(url);
  return { url, close: async () => undefined };
}

async function openEmbedded(folder: string): Promise<Opened> {
  const running = await findRunning(folder);
  if (running !== null) return { url: running, close: async () => undefined };
  const held = await openDataFolder(folder, "the duizhao command");
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

/** The address of the database of a server that runs on the data folder, or null. */
async function findRunning(folder: string): Promise<string | null> {
  try {
    await checkUnused(folder);
    return null;
  } catch (held) {
    // PostgreSQL writes where it listens into its fourth line.
    const lines = (
      await readFile(
        path.join(folder, "postgres", "postmaster.pid"),
        "utf8",
      ).catch(() => "")
    ).split("\n");
    const port = Number(lines[3]);
    if (!(port > 0)) throw held;
    const url = await addressOf(folder, port);
    await checkDatabase(url);
    return url;
  }
}
