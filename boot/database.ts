import { Client, DatabaseError } from "pg";
import { startPostgres, type EmbeddedPostgres } from "./embedded-postgres";
import { logError } from "./output.mjs";
import { Problem } from "./problem";

/** The database of this instance; closing it stops the embedded one, within so many milliseconds. */
export type Database = {
  readonly url: string;
  close(patience?: number): Promise<void>;
};

const OLDEST = 14;

function explain(url: URL, error: unknown): Problem {
  const place = `${url.hostname}:${url.port || 5432}`;
  const name = url.pathname.slice(1);
  const { code = "", message } = error as NodeJS.ErrnoException;
  if (!(error instanceof DatabaseError)) {
    const reason = code || message;
    return new Problem(
      `No database answers at ${place} (${reason}): start it, or correct DATABASE_URL.`,
      { cause: error },
    );
  }
  const known: Readonly<Record<string, string>> = {
    "3D000": `The database server at ${place} has no database ${name}: make it with CREATE DATABASE ${name}, or correct DATABASE_URL.`,
    "28P01": `The database server at ${place} refuses the account of DATABASE_URL: correct its name and password.`,
    "28000": `The database server at ${place} refuses the account of DATABASE_URL (${message}): correct it, or let it in.`,
  };
  return new Problem(
    known[code] ??
      `The database ${name} at ${place} cannot be used (${message}): see to the server, or correct DATABASE_URL.`,
    { cause: error },
  );
}

/** Fails unless a database can be reached, is new enough and passes `further`; the message never holds the password. */
export async function checkDatabase(
  address: string,
  further?: (client: Client, address: string) => Promise<void>,
): Promise<void> {
  const url = new URL(address);
  const client = new Client({
    connectionString: address,
    connectionTimeoutMillis: 5000,
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    const version = Number.parseInt(rows[0]?.version ?? "", 10);
    if (version < OLDEST) {
      throw new Problem(
        `The database server is PostgreSQL ${version}, and Duizhao needs ${OLDEST} or newer: upgrade it, or leave DATABASE_URL empty to use the one that comes with Duizhao.`,
      );
    }
    await further?.(client, address);
  } catch (error) {
    throw error instanceof Problem ? error : explain(url, error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Starts the embedded database again when it ends by itself (out of memory, killed); what was committed is there. */
async function runEmbedded(folder: string): Promise<Database> {
  let current: EmbeddedPostgres = await startPostgres(folder);
  let isClosing = false;
  let restarting = Promise.resolve();
  const port = Number(new URL(current.url).port);
  const restart = async (): Promise<void> => {
    logError("The database ended unexpectedly and is started again.");
    current = await startPostgres(folder, { port });
    watch();
  };
  const fail = (error: unknown) => {
    logError(error instanceof Error ? error.message : error);
    if (!isClosing) process.kill(process.pid, "SIGTERM");
  };
  const watch = (): void => {
    void current.ended.then(() => {
      if (!isClosing) restarting = restart().catch(fail);
    });
  };
  watch();
  return {
    url: current.url,
    close: async (patience) => {
      isClosing = true;
      // What is just being started must run before it can be stopped.
      await restarting;
      await current.stop(patience);
    },
  };
}

/** The database that DATABASE_URL names, or the embedded one in the data folder. */
export async function openDatabase(
  given: string | undefined,
  folder: string,
): Promise<Database> {
  if (!given) return runEmbedded(folder);
  return { url: given, close: async () => undefined };
}
