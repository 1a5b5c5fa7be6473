import type { ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { listTree } from "@/boot/kill-tree.mjs";
import { isAlive } from "@/boot/processes";
import { expect, test } from "./fixtures";
import { ending, findPort, launch, startServer } from "./server";

// Whole servers start and end here, beside the tests of the other worker.
test.describe.configure({ timeout: 240_000 });

/** What supervisors wait before they kill. */
const PATIENCE = 10_000;

let folder: string;
let settings: { PORT: string; DUIZHAO_DATA: string };
let started: ChildProcess[];
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-end-"));
  settings = { PORT: String(await findPort()), DUIZHAO_DATA: folder };
  started = [];
});
test.afterEach(async () => {
  for (const child of started) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

type Launched = {
  readonly child: ChildProcess;
  /** The process of the server, whatever started it. */
  readonly server: number;
};

/** Starts the server by a command, reads its output until it is ready, and finds its process. */
async function start(
  ...command: readonly [string, ...string[]]
): Promise<Launched> {
  const { child, output } = launch(settings, command);
  started.push(child);
  await expect.poll(output, { timeout: 120_000 }).toContain("is ready at");
  const holder = await readFile(path.join(folder, "lock"), "utf8");
  return { child, server: (JSON.parse(holder) as { pid: number }).pid };
}

async function postmaster(): Promise<number> {
  const status = path.join(folder, "postgres", "postmaster.pid");
  return Number((await readFile(status, "utf8")).split("\n")[0]);
}

/** Expects all of these processes to be gone within the time a supervisor gives, and that the next start works. */
async function expectEnd(processes: readonly number[]): Promise<void> {
  await expect
    .poll(() => processes.filter(isAlive), { timeout: PATIENCE })
    .toEqual([]);
  const next = await startServer(folder, settings);
  expect((await fetch(`${next.url}/sign-in`)).status).toBe(200);
  expect(await next.stop()).toBe(0);
}

test("a terminal that is closed ends the server and all it started", async () => {
  // The terminal goes away with the program that holds its other side.
  const { child, server } = await start(
    "script",
    "-qefc",
    `${process.execPath} boot/start.mjs`,
    "/dev/null",
  );
  const all = [...listTree(server), ...listTree(await postmaster())];
  child.kill("SIGKILL");
  await expectEnd(all);
});

test("a reader of the log that goes away changes nothing", async () => {
  const { child, server } = await start(process.execPath, "boot/start.mjs");
  child.stdout?.destroy();
  child.stderr?.destroy();
  // Has the server say something: the database has ended, and is started again.
  const before = await postmaster();
  process.kill(before, "SIGKILL");
  await expect.poll(postmaster).not.toBe(before);
  await expect
    .poll(() => statusOf("/sign-in"), { timeout: PATIENCE })
    .toBe(200);
  const all = [...listTree(server), ...listTree(await postmaster())];
  child.kill("SIGTERM");
  expect(await ending(child)).toBe(0);
  await expectEnd(all);
});

const statusOf = (place: string) =>
  fetch(`http://localhost:${settings.PORT}${place}`).then(
    ({ status }) => status,
    () => 0,
  );

test("npm start, read by a program that stops reading, ends when it is hung up", async () => {
  const { child, server } = await start(
    "bash",
    "-c",
    "npm start 2>&1 | grep -m1 --line-buffered 'is ready at'",
  );
  expect(await statusOf("/sign-in")).toBe(200);
  const all = [...listTree(server), ...listTree(await postmaster())];
  process.kill(server, "SIGHUP");
  await expectEnd(all);
  await ending(child);
});

test("a database that stands still does not keep the server from ending", async () => {
  const { child, server } = await start(process.execPath, "boot/start.mjs");
  const database = listTree(await postmaster());
  for (const pid of database) process.kill(pid, "SIGSTOP");
  // A page waits for the database at that moment.
  const waiting = statusOf("/projects");
  child.kill("SIGTERM");
  await expectEnd([server, ...database]);
  await waiting;
});
