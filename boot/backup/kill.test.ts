import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lockDatabase } from "@/boot/database-lock";
import { startPostgres } from "@/boot/embedded-postgres";
import { databaseUrl } from "@/server/env";
import { readContents, withClient } from "@/test/compare-databases";
import { createDatabase } from "@/test/database";
import { buildDocument, buildMembership } from "@/test/factories";
import { runBackupCommand, startBackupCommand } from "@/test/run-command";

let folder: string;
const fileOf = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-backup-"));
  const { projectId } = await buildDocument();
  await buildMembership({ projectId });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const WAITING =
  "SELECT count(*)::int AS count FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE NOT granted AND datname = current_database()";
const OTHERS =
  "SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

/** Asks a database until the count is this. */
async function untilCount(url: string, sql: string, wanted: number) {
  await expect
    .poll(
      () =>
        withClient(url, async (client) => {
          const { rows } = await client.query<{ count: number }>(sql);
          return rows[0]?.count;
        }),
      { timeout: 60_000 },
    )
    .toBe(wanted);
}

it("a killed backup leaves no file of that name, and the next one clears up", async () => {
  const url = databaseUrl();
  const file = fileOf("killed.gz");
  await withClient(url, async (client) => {
    await client.query(`BEGIN; LOCK TABLE "Project" IN ACCESS EXCLUSIVE MODE`);
    const command = startBackupCommand(["backup", file], { DATABASE_URL: url });
    await untilCount(url, WAITING, 1);
    command.kill("SIGKILL");
    await command.ended;
    await client.query("ROLLBACK");
  });
  expect(await readdir(folder)).toEqual([
    expect.stringMatching(/^killed\.gz\.\d+\.partial$/),
  ]);
  const again = await runBackupCommand(["backup", file], { DATABASE_URL: url });
  expect(again).toMatchObject({ code: 0 });
  expect(await readdir(folder)).toEqual(["killed.gz"]);
}, 120_000);

it("a restore that is killed behind the last row leaves an empty instance, which can be restored into", async () => {
  const file = fileOf("whole.gz");
  await runBackupCommand(["backup", file], { DATABASE_URL: databaseUrl() });
  const target = await createDatabase("migrated");
  const empty = await readContents(target.url);
  await withClient(target.url, async (client) => {
    // Every row is loaded when the first foreign key comes back: there it waits for us.
    await client.query("SELECT pg_advisory_lock(4711)");
    await client.query(`
      CREATE SCHEMA watch;
      CREATE FUNCTION watch.pause() RETURNS event_trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_regclass('public."Account"') IS NOT NULL THEN
          IF EXISTS (SELECT 1 FROM public."Account") THEN
            PERFORM pg_advisory_xact_lock(4711);
          END IF;
        END IF;
      END $$;
      CREATE EVENT TRIGGER pause ON ddl_command_end EXECUTE FUNCTION watch.pause()`);
    const command = startBackupCommand(["restore", file], {
      DATABASE_URL: target.url,
    });
    await untilCount(target.url, WAITING, 1);
    command.kill("SIGKILL");
    await command.ended;
    await client.query("DROP EVENT TRIGGER pause");
    await client.query("SELECT pg_advisory_unlock_all()");
  });
  await untilCount(target.url, OTHERS, 0);
  expect(await readContents(target.url)).toEqual(empty);
  const again = await runBackupCommand(["restore", file], {
    DATABASE_URL: target.url,
  });
  expect(again).toMatchObject({ code: 0 });
  const { rows } = await readContents(target.url);
  expect(rows.Membership).toHaveLength(2);
  await target.drop();
}, 120_000);

it("restores nothing while a server runs on the database, and backs up beside it", async () => {
  const url = databaseUrl();
  const file = fileOf("beside.gz");
  const home = "http://localhost:3999";
  const lock = await lockDatabase(url, home, () => undefined);
  const env = { DATABASE_URL: url };
  expect(await runBackupCommand(["backup", file], env)).toMatchObject({
    code: 0,
  });
  expect(await runBackupCommand(["restore", file], env)).toMatchObject({
    code: 1,
    output: expect.stringMatching(
      /localhost:3999.* runs on .*stop it first/,
    ) as string,
  });
  await lock.release();
}, 120_000);

it("goes from an outside database into the embedded one and back, with the commands", async () => {
  const outside = databaseUrl();
  const data = fileOf("data");
  const embedded = { DUIZHAO_DATA: data };
  const [first, second] = [fileOf("one.gz"), fileOf("two.gz")];
  const run = async (args: string[], env: Record<string, string>) => {
    const result = await runBackupCommand(args, env);
    expect(result.output).not.toMatch(/Error|error:/);
    return result;
  };
  await run(["backup", first], { DATABASE_URL: outside });
  expect(await run(["restore", first], embedded)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/Restored \d+ rows/) as string,
  });
  expect(await run(["restore", first], embedded)).toMatchObject({
    code: 1,
    output: expect.stringMatching(/is not empty/) as string,
  });
  // Stopped, and with its database running as it does below a server.
  expect(await run(["backup", second, "--quiet"], embedded)).toEqual({
    code: 0,
    output: "",
  });
  const postgres = await startPostgres(data);
  const inside = await readContents(postgres.url);
  await postgres.stop();
  const target = await createDatabase("empty");
  await run(["restore", second], { DATABASE_URL: target.url });
  const before = await readContents(outside);
  expect(inside).toEqual(before);
  expect(await readContents(target.url)).toEqual(before);
  await target.drop();
}, 120_000);

it("says how it is used", async () => {
  const none = await runBackupCommand(["backup"], {});
  expect(none).toMatchObject({ code: 2 });
  expect(none.output).toMatch(/^Usage: npm run backup -- FILE/);
  const help = await runBackupCommand(["restore", "--help"], {});
  expect(help).toMatchObject({ code: 0 });
  expect(help.output).toMatch(/^Usage: npm run restore -- FILE/);
  const wrong = await runBackupCommand(["restore", "a", "--overwrite"], {});
  expect(wrong).toMatchObject({ code: 2 });
  const missing = await runBackupCommand(["restore", fileOf("no.gz")], {});
  expect(missing).toMatchObject({
    code: 1,
    output: expect.stringMatching(/no\.gz does not exist/) as string,
  });
}, 60_000);
