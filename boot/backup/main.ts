import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { DatabaseError } from "pg";
import { openAlone, openBorrowed } from "@/boot/borrow-database";
import type { Database } from "@/boot/database";
import { Problem } from "@/boot/problem";
import { env, EnvError } from "@/server/env";
import { backUp, backUpInto, type BackedUp } from "./back-up";
import { checkReadable, explainReading, verifyBackup } from "./read-backup";
import { findMigrations, restore } from "./restore";
import { formatSize, formatTally, showProgress, startTally } from "./tally";

const BACKUP_USAGE = `Usage: npm run backup -- FILE [--overwrite] [--quiet]

Writes everything of this instance into FILE, as of one moment, while the server runs or not: accounts, projects,
histories, published editions with their files. FILE is compressed and readable by you only; keep it confidential.
- stands for standard output: npm run --silent backup -- - | ...

  --overwrite   replace FILE if it exists; the old one stays until the new one is complete
  --quiet       write nothing but errors, for cron
`;

const RESTORE_USAGE = `Usage: npm run restore -- FILE [--quiet]

Restores a backup of this or an older version into an empty instance: a new data folder (DUIZHAO_DATA) or an empty
database (DATABASE_URL). Stop the server first. The file is checked before anything is written, and the instance gets
all of it or nothing.

  --quiet       write nothing but errors
`;

/** Wrong arguments: the message is shown above the usage. */
class Misuse extends Error {}

type Given = {
  readonly file: string;
  readonly overwrite: boolean;
  readonly quiet: boolean;
  readonly signal: AbortSignal;
};

const say = (text: string) => process.stderr.write(`${text}\n`);

async function readProduct(): Promise<string> {
  const json = JSON.parse(await readFile("package.json", "utf8")) as {
    version: string;
  };
  return json.version;
}

/** Fails where the embedded database was never made: opening it would make one. */
function checkInstance(): void {
  const { DATABASE_URL, DUIZHAO_DATA } = env();
  const folder = path.resolve(DUIZHAO_DATA);
  if (DATABASE_URL || existsSync(path.join(folder, "postgres"))) return;
  throw new Problem(
    `There is nothing to back up: ${folder} holds no database. Name the data folder in DUIZHAO_DATA, or the database in DATABASE_URL.`,
  );
}

async function withDatabase<T>(
  open: () => Promise<Database>,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const database = await open();
  return work(database.url).finally(() => database.close());
}

async function runBackup(given: Given): Promise<void> {
  checkInstance();
  const { file, overwrite, signal } = given;
  const progress = showProgress("Backing up", given.quiet);
  const options = {
    product: await readProduct(),
    overwrite,
    onProgress: progress.update,
    warn: say,
    signal,
  };
  const result: BackedUp = await withDatabase(openBorrowed, (url) =>
    file === "-"
      ? backUpInto(url, process.stdout, options)
      : backUp(url, file, options),
  ).finally(progress.end);
  if (given.quiet) return;
  const place = file === "-" ? "standard output" : file;
  say(
    `Backed up ${formatTally(result)} into ${place} (${formatSize(result.size)}, SHA-256 ${result.sha256}).`,
  );
}

async function runRestore({ file, quiet, signal }: Given): Promise<void> {
  await checkReadable(file);
  const checking = showProgress("Checking the file", quiet);
  const header = await verifyBackup(file, startTally(checking.update), signal)
    .catch((error: unknown) => {
      throw explainReading(file, error);
    })
    .finally(checking.end);
  await findMigrations(file, header);
  const loading = showProgress("Restoring", quiet);
  const options = { onProgress: loading.update, signal };
  const result = await withDatabase(openAlone, (url) =>
    restore(url, file, header, options),
  ).finally(loading.end);
  if (quiet) return;
  say(`Restored ${formatTally(result)}, as of ${header.createdAt}.`);
  if (result.migrations.length > 0)
    say(`Brought the database up to date: ${result.migrations.join(", ")}.`);
  say("Start with npm start; everyone signs in with their own password.");
}

const COMMANDS = {
  backup: { usage: BACKUP_USAGE, run: runBackup, takesOverwrite: true },
  restore: { usage: RESTORE_USAGE, run: runRestore, takesOverwrite: false },
};

function readArguments(
  args: readonly string[],
  folder: string,
  takesOverwrite: boolean,
): Omit<Given, "signal"> | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      quiet: { type: "boolean" },
      ...(takesOverwrite ? { overwrite: { type: "boolean" } as const } : {}),
    },
  });
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new Misuse(file === undefined ? "" : "Name one file.");
  const isStream = file === "-" && takesOverwrite;
  return {
    file: isStream ? file : path.resolve(folder, file),
    overwrite: "overwrite" in values && values.overwrite === true,
    quiet: values.quiet === true,
  };
}

function describe(error: unknown): string | null {
  if (error instanceof Problem || error instanceof EnvError)
    return error.message;
  const isConnection =
    error instanceof DatabaseError ||
    (error instanceof Error &&
      /^(Connection terminated|connect )/.test(error.message));
  return isConnection
    ? `The database does not answer as it should (${error.message}): see to it, then try again. No file was written and no data were changed.`
    : null;
}

/** A signal that is given when the operator or the system asks the process to end. */
function listenForEnd(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(name, () =>
      controller.abort(new Problem("Stopped; nothing was written.")),
    );
  return controller.signal;
}

/** Runs one of the two commands; resolves to the exit code. `folder` is where relative names begin. */
export async function main(
  name: string,
  args: readonly string[],
  folder: string,
): Promise<number> {
  if (name !== "backup" && name !== "restore")
    throw new Error(`There is no command ${name}.`);
  const { usage, run, takesOverwrite } = COMMANDS[name];
  try {
    const given = readArguments(args, folder, takesOverwrite);
    if (given === null) {
      process.stdout.write(usage);
      return 0;
    }
    const signal = listenForEnd();
    try {
      await run({ ...given, signal });
      return 0;
    } catch (error) {
      throw signal.aborted ? signal.reason : error;
    }
  } catch (error) {
    const isMisuse =
      error instanceof Misuse ||
      (error instanceof TypeError &&
        "code" in error &&
        String(error.code).startsWith("ERR_PARSE_ARGS"));
    const text = isMisuse ? error.message : describe(error);
    if (text === null) throw error;
    if (text) say(text);
    if (isMisuse) process.stderr.write(usage);
    return isMisuse ? 2 : 1;
  }
}
