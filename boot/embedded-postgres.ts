import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chown,
  mkdir,
  open,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import path from "node:path";
import { Client } from "pg";
import { endOrphan, endServer } from "./end-postgres";
import {
  findBinaries,
  POSTGRES_VERSION,
  type Binaries,
} from "./postgres-binaries";
import { checkRoom, explainLog } from "./postgres-log";
import { findRunner, run, type Runner } from "./postgres-user";
import { Problem } from "./problem";

const ACCOUNT = "duizhao";
// Where LANG is unset the default would be SQL_ASCII, in which pg_trgm finds nothing in Chinese.
const LOCALE = ["--locale=C.UTF-8", "--encoding=UTF8"];

/** A running embedded PostgreSQL. */
export type EmbeddedPostgres = {
  readonly url: string;
  /** Resolves when the server ended without being asked to. */
  readonly ended: Promise<void>;
  /** Ends it within so many milliseconds, in order if that is enough. */
  stop(patience?: number): Promise<void>;
};

type Files = {
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
};

const filesIn = (folder: string): Files => ({
  cluster: path.resolve(folder, "postgres"),
  password: path.resolve(folder, "postgres-password"),
  log: path.resolve(folder, "postgres.log"),
});

async function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const ending = (child: ChildProcess) =>
  new Promise<number | null>((resolve, reject) =>
    child.once("error", reject).once("exit", resolve),
  );

async function createCluster(
  files: Files,
  { initdb }: Binaries,
  runner: Runner,
): Promise<void> {
  // Made beside its place and moved there when complete: an interrupted first start leaves nothing half-made.
  const draft = `${files.cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  await checkRoom(path.dirname(draft));
  await mkdir(draft, { mode: 0o700 });
  const secret = `${files.password}.new`;
  await writeFile(secret, `${randomBytes(24).toString("hex")}\n`, {
    mode: 0o600,
  });
  if (runner.owner) {
    await chown(draft, runner.owner.uid, runner.owner.gid);
    await chown(secret, runner.owner.uid, runner.owner.gid);
  }
  const log = await open(files.log, "a", 0o600);
  const { size: before } = await log.stat();
  const args = [
    `--pgdata=${draft}`,
    `--username=${ACCOUNT}`,
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    ...LOCALE,
  ];
  const code = await ending(run(runner, initdb, args, log.fd)).finally(() =>
    log.close(),
  );
  if (code !== 0) {
    const reason = await explainLog(files.log, before);
    await rm(draft, { recursive: true, force: true });
    throw new Problem(
      `The database could not be made in ${files.cluster}: ${reason}`,
    );
  }
  await rename(secret, files.password);
  await rename(draft, files.cluster);
}

async function checkCluster(files: Files): Promise<void> {
  const version = await readFile(
    path.join(files.cluster, "PG_VERSION"),
    "utf8",
  ).catch(() => "");
  if (
    !version ||
    !existsSync(path.join(files.cluster, "global", "pg_control")) ||
    !existsSync(files.password)
  ) {
    throw new Problem(
      `The database in ${files.cluster} is damaged (files are missing): put its folder back from a backup, or move it away to begin with an empty one.`,
    );
  }
  if (version.trim() === POSTGRES_VERSION) return;
  throw new Problem(
    `The database in ${files.cluster} was made by PostgreSQL ${version.trim()} and Duizhao comes with ${POSTGRES_VERSION}: move it over with pg_dump and psql of those versions.`,
  );
}

async function waitUntilReady(
  child: ChildProcess,
  files: Files,
): Promise<void> {
  const status = path.join(files.cluster, "postmaster.pid");
  let exited = false;
  void ending(child).then(
    () => (exited = true),
    () => (exited = true),
  );
  // Recovery after a kill replays the log first; that takes as long as it takes.
  for (;;) {
    const lines = (await readFile(status, "utf8").catch(() => "")).split("\n");
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return;
    if (exited)
      throw new Problem(
        `The database in ${files.cluster} does not start: ${await explainLog(files.log)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

/** The address of the database of a cluster that listens on a port. */
export async function addressOf(folder: string, port: number): Promise<string> {
  const password = (await readFile(filesIn(folder).password, "utf8")).trim();
  return `postgresql://${ACCOUNT}:${password}@127.0.0.1:${port}/${ACCOUNT}`;
}

async function createDatabase(address: string): Promise<void> {
  const url = new URL(address);
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      "SELECT 1 FROM pg_database WHERE datname = $1",
      [ACCOUNT],
    );
    if (!rowCount)
      await client.query(`CREATE DATABASE ${ACCOUNT} TEMPLATE template0`);
  } finally {
    await client.end();
  }
}

async function stop(child: ChildProcess, patience: number): Promise<void> {
  if (child.pid === undefined) return;
  if (child.exitCode !== null || child.signalCode !== null) return;
  await endServer(child.pid, patience);
}

/**
 * Starts the PostgreSQL that comes with the product on its data in `folder`, making them at the
 * first start. It listens on this computer only, on a free port, with a password of its own.
 */
export async function startPostgres(
  folder: string,
  options: { settings?: readonly string[]; port?: number } = {},
): Promise<EmbeddedPostgres> {
  const files = filesIn(folder);
  const binaries = await findBinaries();
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const runner = findRunner([files.cluster, binaries.postgres]);
  if (existsSync(files.cluster)) await checkCluster(files);
  else await createCluster(files, binaries, runner);
  await endOrphan(files.cluster);
  const port = options.port ?? (await findPort());
  const log = await open(files.log, "w", 0o600);
  const fixed = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "jit=off",
  ];
  const settings = [...fixed, ...(options.settings ?? [])];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  const child = run(
    runner,
    binaries.postgres,
    ["-D", files.cluster, ...flags],
    log.fd,
  );
  await waitUntilReady(child, files).finally(() => log.close());
  const url = await addressOf(folder, port);
  await createDatabase(url);
  let asked = false;
  return {
    url,
    ended: new Promise((resolve) =>
      child.once("exit", () => asked || resolve()),
    ),
    stop: (patience = 30_000) => {
      asked = true;
      return stop(child, patience);
    },
  };
}
