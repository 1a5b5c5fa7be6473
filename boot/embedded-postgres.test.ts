import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { startPostgres } from "./embedded-postgres";
import { listTree } from "./kill-tree.mjs";
import { isAlive, waitForEnd } from "./processes";

// One cluster for the file: its tests go on from what the one before left.
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-postgres-"));
  return () => rm(folder, { recursive: true, force: true });
});

const cluster = (name: string) => path.join(folder, "postgres", name);

async function postmaster(): Promise<number> {
  return Number(
    (await readFile(cluster("postmaster.pid"), "utf8")).split("\n")[0],
  );
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

test("keeps what was stored over an orderly stop", async () => {
  const first = await startPostgres(folder);
  await query(
    first.url,
    "CREATE TABLE kept (text text); INSERT INTO kept VALUES ('衢州')",
  );
  await first.stop();
  const second = await startPostgres(folder);
  expect(await query(second.url, "SELECT text FROM kept")).toEqual([
    { text: "衢州" },
  ]);
  await second.stop();
});

test("listens on this computer only and asks for its password", async () => {
  const server = await startPostgres(folder);
  const { url } = server;
  const [addresses] = await query(url, "SHOW listen_addresses");
  expect(addresses).toEqual({ listen_addresses: "127.0.0.1" });
  const wrong = new URL(url);
  wrong.password = "wrong";
  await expect(query(wrong.href, "SELECT 1")).rejects.toThrow(/password/);
  await server.stop();
});

test("ends a server that an earlier start left running, and starts anew", async () => {
  const left = await startPostgres(folder);
  const pid = await postmaster();
  const next = await startPostgres(folder);
  expect(await waitForEnd(pid, 0)).toBe(true);
  await expect(left.ended).resolves.toBeUndefined();
  await expect(query(next.url, "SELECT text FROM kept")).resolves.toHaveLength(
    1,
  );
  await next.stop();
});

test("starts after its server was killed, and loses nothing", async () => {
  const killed = await startPostgres(folder);
  await query(killed.url, "INSERT INTO kept VALUES ('杭州')");
  process.kill(await postmaster(), "SIGKILL");
  await killed.ended;
  const next = await startPostgres(folder);
  expect(await query(next.url, "SELECT text FROM kept")).toHaveLength(2);
  await next.stop();
});

test("ends a server that stands still in the time it is given, and loses nothing", async () => {
  const still = await startPostgres(folder);
  await query(still.url, "INSERT INTO kept VALUES ('宁波')");
  const processes = listTree(await postmaster());
  for (const pid of processes) process.kill(pid, "SIGSTOP");
  // Without an end of the patience this would wait for ever.
  await still.stop(2500);
  await expect.poll(() => processes.filter(isAlive)).toEqual([]);
  const next = await startPostgres(folder);
  expect(await query(next.url, "SELECT text FROM kept")).toHaveLength(3);
  await next.stop();
});

test("starts beside processes that stand still and whose server was killed", async () => {
  const killed = await startPostgres(folder);
  const [server = 0, ...others] = listTree(await postmaster());
  for (const pid of others) process.kill(pid, "SIGSTOP");
  process.kill(server, "SIGKILL");
  await killed.ended;
  const next = await startPostgres(folder);
  expect(others.filter(isAlive)).toEqual([]);
  expect(await query(next.url, "SELECT text FROM kept")).toHaveLength(3);
  await next.stop();
});

test("starts when the number of a killed server belongs to another program by now", async () => {
  await writeFile(
    cluster("postmaster.pid"),
    `${process.pid}\n${folder}\n1\n5432\n`,
  );
  const next = await startPostgres(folder);
  expect(await postmaster()).not.toBe(process.pid);
  await next.stop();
});

test("refuses data of another PostgreSQL version and leaves them as they are", async () => {
  await writeFile(cluster("PG_VERSION"), "17\n");
  await expect(startPostgres(folder)).rejects.toThrow(
    /made by PostgreSQL 17 and Duizhao comes with 18/,
  );
  await writeFile(cluster("PG_VERSION"), "18\n");
});

test("says that data are damaged, and leaves them as they are", async () => {
  const control = cluster("global/pg_control");
  const whole = await readFile(control);
  await rm(control);
  await expect(startPostgres(folder)).rejects.toThrow(/damaged.*backup/);
  await writeFile(control, Buffer.alloc(whole.length));
  await chmod(control, 0o666);
  await expect(startPostgres(folder)).rejects.toThrow(/does not start/);
});
