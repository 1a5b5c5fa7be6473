import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { createDatabase } from "@/test/database";
import { checkDatabase } from "./database";
import { checkAlone, lockDatabase } from "./database-lock";
import type { Problem } from "./problem";

const HOME = "http://localhost:3000";
const ELSEWHERE = "http://localhost:3001";

let url: string;
beforeAll(async () => {
  const database = await createDatabase("empty");
  url = database.url;
  return () => database.drop();
});

const never = (problem: Problem) => {
  throw problem;
};

async function query<T extends object>(sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const cutOf = (home: string) =>
  query<{ pid: number }>(
    `SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'duizhao % ${home}'`,
  );

async function holders(): Promise<number> {
  const rows = await query(
    "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
  );
  return rows.length;
}

test("a second server is told where the first one runs, and starts once that has ended", async () => {
  const first = await lockDatabase(url, HOME, never);
  const sentence =
    /^Another Duizhao server, at http:\/\/localhost:3000, runs on the database test_\w+ at \S+: .*DATABASE_URL; one database has one server\.$/;
  await Promise.all([
    expect(lockDatabase(url, ELSEWHERE, never)).rejects.toThrow(sentence),
    expect(checkDatabase(url, checkAlone)).rejects.toThrow(sentence),
  ]);
  await first.release();
  await checkDatabase(url, checkAlone);
  const second = await lockDatabase(url, ELSEWHERE, never);
  await second.release();
});

test("another database of the same PostgreSQL has a server of its own", async () => {
  const other = await createDatabase("empty");
  const locks = await Promise.all([
    lockDatabase(url, HOME, never),
    lockDatabase(other.url, ELSEWHERE, never),
  ]);
  await Promise.all(locks.map((lock) => lock.release()));
  await other.drop();
});

test("a lock whose connection was lost is taken again, and released for good", async () => {
  const lock = await lockDatabase(url, HOME, never);
  for (const _ of [1, 2]) {
    const [before] = await cutOf(HOME);
    await expect
      .poll(async () =>
        (await listHomes(HOME)).filter((pid) => pid !== before?.pid),
      )
      .toHaveLength(1);
    await expect.poll(holders).toBe(1);
  }
  await lock.release();
  await expect.poll(holders).toBe(0);
});

const listHomes = async (home: string) =>
  (
    await query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'duizhao % ${home}'`,
    )
  ).map(({ pid }) => pid);

test("a server that finds another one in its place after a loss says so", async () => {
  let said = "";
  const first = await lockDatabase(url, HOME, ({ message }) => {
    said = message;
  });
  // The other one waits in line, and is there first.
  const other = new Client({
    connectionString: url,
    application_name: `duizhao 12345678 ${ELSEWHERE}`,
  });
  await other.connect();
  const locking = other.query("SELECT pg_advisory_lock(72707370)");
  await cutOf(HOME);
  await locking;
  await expect
    .poll(() => said, { timeout: 10_000 })
    .toContain(`at ${ELSEWHERE},`);
  await first.release();
  await other.end();
});
