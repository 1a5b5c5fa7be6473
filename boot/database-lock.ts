import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { logError } from "./output.mjs";
import { Problem } from "./problem";

/** Held by the server of a database while it runs; the number means nothing but this. */
const LOCK = 72_707_370;

/** When things happen, in milliseconds. */
export const LOCK_TIMES = {
  /** A server that is just ending gets a moment. */
  patience: 4_000,
  /** From one attempt to take the lock, or to reach the database, to the next. */
  retry: 250,
  /** How often the connection is used, so that no network in between forgets it. */
  beat: 10_000,
  /** A connection that answers nothing for so long is given up, and the lock taken again. */
  silence: 30_000,
} as const;

/** The right to be the only server of a database. */
export type DatabaseLock = { release(): Promise<void> };

type Holder = { readonly pid: number; readonly name: string };

const HOLDER = `SELECT activity.pid, coalesce(activity.application_name, '') AS name
  FROM pg_locks AS lock LEFT JOIN pg_stat_activity AS activity USING (pid)
  WHERE lock.locktype = 'advisory' AND lock.granted AND lock.objsubid = 1 AND lock.classid = 0 AND lock.objid = ${LOCK}
    AND lock.database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** Where a server is reached, as its connection's name says it to other servers and to whoever looks at the database. */
const nameOf = (id: string, home: string) =>
  `duizhao ${id} ${home}`.slice(0, 63);

async function findHolder(client: Client): Promise<Holder | null> {
  return (await client.query<Holder>(HOLDER)).rows[0] ?? null;
}

function taken(address: string, { name }: Holder): Problem {
  const url = new URL(address);
  const home = /^duizhao \S+ (\S+)$/.exec(name)?.[1];
  return new Problem(
    `Another Duizhao server${home ? `, at ${home},` : ""} runs on the database ${url.pathname.slice(1)} at ${url.hostname}:${url.port || 5432}: stop it first, or name another database in DATABASE_URL; one database has one server.`,
  );
}

const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Fails where another server runs on the database this connection leads to; changes nothing. */
export async function checkAlone(
  client: Client,
  address: string,
): Promise<void> {
  for (const deadline = Date.now() + LOCK_TIMES.patience; ;) {
    const holder = await findHolder(client);
    if (holder === null) return;
    if (Date.now() > deadline) throw taken(address, holder);
    await pause(LOCK_TIMES.retry);
  }
}

async function connect(address: string, name: string): Promise<Client> {
  const client = new Client({
    connectionString: address,
    application_name: name,
    connectionTimeoutMillis: 5_000,
    query_timeout: LOCK_TIMES.silence,
    keepAlive: true,
  });
  // An error of an idle connection is followed by its end, which is what counts.
  client.on("error", () => undefined);
  await client.connect();
  // Without a word from us for a minute, the database lets go of the lock: a computer that vanished keeps nobody out.
  await client.query(
    `SELECT set_config(name, CASE name WHEN 'tcp_keepalives_count' THEN '3' WHEN 'tcp_keepalives_idle' THEN '30' WHEN 'tcp_keepalives_interval' THEN '10' ELSE '0' END, false)
     FROM pg_settings WHERE name IN ('tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count', 'idle_session_timeout')`,
  );
  return client;
}

/** Takes the lock on a new connection; a Problem where another server has it. */
async function take(
  address: string,
  id: string,
  home: string,
): Promise<Client> {
  const client = await connect(address, nameOf(id, home));
  try {
    for (const deadline = Date.now() + LOCK_TIMES.patience; ;) {
      const { rows } = await client.query<{ ours: boolean }>(
        `SELECT pg_try_advisory_lock(${LOCK}) AS ours`,
      );
      if (rows[0]?.ours) return client;
      const holder = await findHolder(client);
      // A connection of ours that the database has not noticed the loss of.
      if (holder?.name.startsWith(`duizhao ${id} `))
        await client.query("SELECT pg_terminate_backend($1)", [holder.pid]);
      else if (holder !== null && Date.now() > deadline)
        throw taken(address, holder);
      await pause(LOCK_TIMES.retry);
    }
  } catch (error) {
    void client.end().catch(() => undefined);
    throw error;
  }
}

/** Resolves when a connection is lost. */
async function untilLost(client: Client): Promise<void> {
  const ended = new Promise<void>((resolve) => client.once("end", resolve));
  const beat = setInterval(() => {
    client.query("SELECT 1").catch(() => cut(client));
  }, LOCK_TIMES.beat);
  beat.unref();
  await ended;
  clearInterval(beat);
}

/** Ends a connection at once, whether or not the other side answers. */
function cut(client: Client): void {
  const { stream } = (
    client as unknown as { connection: { stream: { destroy(): void } } }
  ).connection;
  stream.destroy();
}

/**
 * Makes this process the only server of a database for as long as it runs, by an advisory lock on a connection of its own. A
 * lost connection (the database was restarted) is opened again with the lock; `onTaken` is called where another server has
 * the lock by then. Commands beside the server take no lock.
 */
export async function lockDatabase(
  address: string,
  home: string,
  onTaken: (problem: Problem) => void,
): Promise<DatabaseLock> {
  const id = randomUUID().slice(0, 8);
  let current = await take(address, id, home);
  let isReleased = false;
  const retake = async (): Promise<Client | null> => {
    while (!isReleased) {
      try {
        return await take(address, id, home);
      } catch (error) {
        if (!(error instanceof Problem)) await pause(LOCK_TIMES.retry);
        else if (!isReleased) return (onTaken(error), null);
      }
    }
    return null;
  };
  const keep = async (): Promise<void> => {
    for (;;) {
      await untilLost(current);
      if (isReleased) return;
      const next = await retake();
      if (next === null) return;
      current = next;
      if (isReleased) return cut(current);
    }
  };
  void keep().catch(logError);
  return {
    release: async () => {
      isReleased = true;
      await current.end();
    },
  };
}
