import { Client } from "pg";
import { disconnect } from "@/server/db/client";
import { env, EnvError, provideEnv } from "@/server/env";
import { startExportQueue } from "@/server/export/export-queue";
import { shareExportQueue } from "@/server/export/queue";
import { startThreads } from "@/server/threads/start-threads";
import { shareThreads } from "@/server/threads/thread-pool";
import { loadSamples } from "@/server/services/samples";
import { provideSetupToken } from "@/server/setup";
import { check } from "./check";
import { openDataFolder } from "./data-folder";
import { openDatabase } from "./database";
import { lockDatabase } from "./database-lock";
import { migrate } from "./migrate";
import { closeAll, END_WITHIN, endInTime, within, type Part } from "./ending";
import { endWithNpm } from "./npm-parent";
import { logError } from "./output.mjs";
import { Problem } from "./problem";
import { serve } from "./serve";

// What has been opened, closed in the reverse order.
const open: Part[] = [];

async function hasAccounts(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (
      (await client.query('SELECT 1 FROM "Account" LIMIT 1')).rowCount === 1
    );
  } finally {
    await client.end();
  }
}

let isEnding = false;

/** What parts of the end may take, in milliseconds. The database gets what is left: an orderly stop writes a checkpoint. */
const PATIENCE = { start: 2000, server: 4000, database: END_WITHIN };
/** Left over at the end, so that a database that stands still is killed in the last step and not by the deadline. */
const MARGIN = 1000;

async function start(): Promise<void> {
  const { HOST, PORT, NODE_ENV, NEXTAUTH_URL, ...given } = env();
  await check();
  const folder = await openDataFolder(given.DUIZHAO_DATA, NEXTAUTH_URL);
  open.push({
    name: "data folder",
    patience: 500,
    close: () => folder.release(),
  });
  const secret = given.NEXTAUTH_SECRET ?? (await folder.keepSecret("secret"));
  const database = await openDatabase(given.DATABASE_URL, folder.path);
  open.push({
    name: "database",
    patience: PATIENCE.database,
    close: (patience) => database.close(patience),
  });
  if (isEnding) return;
  const lock = await lockDatabase(database.url, NEXTAUTH_URL, (problem) => {
    logError(
      `${problem.message} This server ends; what was typed is kept by the browsers and sent again.`,
    );
    void end(1);
  });
  open.push({
    name: "database lock",
    patience: 500,
    close: () => lock.release(),
  });
  if (isEnding) return;

  const applied = await migrate(database.url);
  if (applied.length > 0)
    console.log(`Brought the database up to date: ${applied.join(", ")}.`);
  // next-auth reads its two from the environment itself.
  provideEnv({
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL,
  });
  open.push({ name: "connections", patience: 1000, close: disconnect });
  await loadSamples();
  if (isEnding) return;

  const isNew = !(await hasAccounts(database.url));
  const token = isNew ? await folder.keepSecret("setup-token") : null;
  if (!isNew) await folder.forgetSecret("setup-token");
  provideSetupToken(token);
  const isDevelopment = NODE_ENV === "development";
  // In development the code that is being changed answers, not a bundle of it.
  if (!isDevelopment) {
    const threads = startThreads();
    shareThreads(threads);
    open.push({
      name: "threads",
      patience: 1000,
      close: () => threads.close(),
    });
    await threads.warm();
  }
  const exports = startExportQueue();
  shareExportQueue(exports);
  open.push({ name: "exports", patience: 1000, close: () => exports.close() });
  const server = await serve({ host: HOST, port: PORT }, isDevelopment);
  open.push({
    name: "server",
    patience: PATIENCE.server,
    close: () => server.close(),
  });
  if (isEnding) return;

  const seconds = (performance.now() / 1000).toFixed(1);
  const link = `${NEXTAUTH_URL}/sign-up?setup=${token}`;
  const first = ` Make the first account and open the sample: ${link}`;
  console.log(
    `Duizhao is ready at ${NEXTAUTH_URL} after ${seconds} s.${token ? first : ""}`,
  );
}

async function startOrSay(): Promise<boolean> {
  try {
    await start();
    return true;
  } catch (error) {
    const isExpected = error instanceof Problem || error instanceof EnvError;
    logError(isExpected ? error.message : error);
    return false;
  }
}

/** Ends everything in order, within END_WITHIN whatever stands still. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  const deadline = Date.now() + END_WITHIN;
  endInTime();
  // What is just being opened must be open before it can be closed.
  await within(PATIENCE.start, starting);
  const isOrderly = await closeAll(open, deadline - MARGIN);
  process.exit(isOrderly ? code : code || 1);
}

let firstSignal = 0;

/** Ends in order; asked a second time, at once. */
function handleSignal(): void {
  const now = Date.now();
  // One Ctrl-C arrives twice below npm: from the terminal, and passed on by npm.
  if (firstSignal > 0 && now - firstSignal > 1000) process.exit(130);
  if (firstSignal > 0) return;
  firstSignal = now;
  logError("Stopping; what was typed is being stored.");
  void end(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, handleSignal);
endWithNpm(() => void end(0));

// One failed request or message must not end everyone's work; it is logged whole.
process.on("unhandledRejection", (reason) => logError(reason));
process.on("uncaughtException", (error: NodeJS.ErrnoException | null) => {
  logError(error);
  // A browser that went away in the middle of an upload ends its own request, not everyone's work.
  if (error?.code === "ECONNRESET" || error?.code === "EPIPE") return;
  void end(1);
});

const starting = startOrSay();
if (!(await starting)) void end(1);
