import path from "node:path";
import { Client } from "pg";
import { disconnect } from "@/server/db/client";
import { env, EnvError, provideEnv } from "@/server/env";
import { loadSamples } from "@/server/services/samples";
import { provideSetupToken } from "@/server/setup";
import { checkUnused, openDataFolder } from "./data-folder";
import { openDatabase } from "./database";
import { migrate } from "./migrate";
import { endWithNpm } from "./npm-parent";
import { Problem } from "./problem";
import { checkPort, serve } from "./serve";

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

async function start(): Promise<void> {
  const {
    HOST,
    PORT,
    DUIZHAO_DATA,
    DATABASE_URL,
    NEXTAUTH_SECRET,
    NEXTAUTH_URL,
    NODE_ENV,
  } = env();
  // All that can be found out without changing anything comes first.
  await checkUnused(path.resolve(DUIZHAO_DATA));
  await checkPort({ host: HOST, port: PORT });

  const folder = await openDataFolder(DUIZHAO_DATA, NEXTAUTH_URL);
  open.push({ name: "data folder", close: () => folder.release() });
  const secret = NEXTAUTH_SECRET ?? (await folder.keepSecret("secret"));
  const database = await openDatabase(DATABASE_URL, folder.path);
  open.push({ name: "database", close: () => database.close() });
  // next-auth reads its two from the environment itself.
  provideEnv({
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL,
  });
  const applied = await migrate(database.url);
  if (applied.length > 0)
    console.log(`Applied ${applied.length} migration(s) to the database.`);
  open.push({ name: "connections", close: disconnect });
  await loadSamples();

  const isNew = !(await hasAccounts(database.url));
  const token = isNew ? await folder.keepSecret("setup-token") : null;
  if (!isNew) await folder.forgetSecret("setup-token");
  provideSetupToken(token);
  const server = await serve(
    { host: HOST, port: PORT },
    NODE_ENV === "development",
  );
  open.push({ name: "server", close: () => server.close() });

  const seconds = (performance.now() / 1000).toFixed(1);
  const invitation = token
    ? ` Make the first account and open the sample: ${NEXTAUTH_URL}/sign-up?setup=${token}`
    : "";
  console.log(
    `Duizhao is ready at ${NEXTAUTH_URL} after ${seconds} s.${invitation}`,
  );
}

let isEnding = false;

/** Ends everything in order; a second request ends it at once. */
async function end(code: number): Promise<void> {
  if (isEnding) process.exit(130);
  isEnding = true;
  await closeAll();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!isEnding) console.log("Stopping. Everything typed is being stored.");
    void end(0);
  });
}
endWithNpm(() => void end(0));

// One failed request or message must not end everyone's work; it is logged whole.
process.on("unhandledRejection", (reason) => console.error(reason));
process.on("uncaughtException", (error) => {
  console.error(error);
  void end(1);
});

start().catch((error: unknown) => {
  const isExpected = error instanceof Problem || error instanceof EnvError;
  console.error(isExpected ? error.message : error);
  void end(1);
});
