import { Client } from "pg";
import { disconnect } from "@/server/db/client";
import { env, EnvError, provideEnv } from "@/server/env";
import { startExportQueue } from "@/server/export/export-queue";
import { shareExportQueue } from "@/server/export/queue";
import { loadSamples } from "@/server/services/samples";
import { provideSetupToken } from "@/server/setup";
import { check } from "./check";
import { openDataFolder } from "./data-folder";
import { openDatabase } from "./database";
import { migrate } from "./migrate";
import { endWithNpm } from "./npm-parent";
import { Problem } from "./problem";
import { serve } from "./serve";

// What has been opened, closed in the reverse order.
const open: { readonly name: string; close(): Promise<void> }[] = [];

async function closeAll(): Promise<void> {
  for (const part of open.splice(0).reverse()) {
    await part.close().catch((error: unknown) => {
      console.error(`Closing the ${part.name} failed:`, error);
    });
  }
}

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

async function start(): Promise<void> {
  const { HOST, PORT, NODE_ENV, NEXTAUTH_URL, ...given } = env();
  await check();
  const folder = await openDataFolder(given.DUIZHAO_DATA, NEXTAUTH_URL);
  open.push({ name: "data folder", close: () => folder.release() });
  const secret = given.NEXTAUTH_SECRET ?? (await folder.keepSecret("secret"));
  const database = await openDatabase(given.DATABASE_URL, folder.path);
  open.push({ name: "database", close: () => database.close() });
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
  open.push({ name: "connections", close: disconnect });
  await loadSamples();
  if (isEnding) return;

  const isNew = !(await hasAccounts(database.url));
  const token = isNew ? await folder.keepSecret("setup-token") : null;
  if (!isNew) await folder.forgetSecret("setup-token");
  provideSetupToken(token);
  const exports = startExportQueue();
  shareExportQueue(exports);
  open.push({ name: "exports", close: () => exports.close() });
  const isDevelopment = NODE_ENV === "development";
  const server = await serve({ host: HOST, port: PORT }, isDevelopment);
  open.push({ name: "server", close: () => server.close() });
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
    console.error(isExpected ? error.message : error);
    return false;
  }
}

/** Ends everything in order. */
async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  // What is just being opened must be open before it can be closed.
  await starting;
  await closeAll();
  process.exit(code);
}

let firstSignal = 0;

/** Ends in order; asked a second time, at once. */
function handleSignal(): void {
  const now = Date.now();
  // One Ctrl-C arrives twice below npm: from the terminal, and passed on by npm.
  if (firstSignal > 0 && now - firstSignal > 1000) process.exit(130);
  if (firstSignal > 0) return;
  firstSignal = now;
  console.log("Stopping; what was typed is being stored.");
  void end(0);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, handleSignal);
endWithNpm(() => void end(0));

// One failed request or message must not end everyone's work; it is logged whole.
process.on("unhandledRejection", (reason) => console.error(reason));
process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
  console.error(error);
  // A browser that went away in the middle of an upload ends its own request, not everyone's work.
  if (error.code === "ECONNRESET" || error.code === "EPIPE") return;
  void end(1);
});

const starting = startOrSay();
if (!(await starting)) void end(1);
