import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findRunningDatabase } from "@/boot/borrow-database";
import { expectAccessible } from "./accessibility";
import { expect, PASSWORD, test } from "./fixtures";
import { findPort, runStart, startServer, type StartedServer } from "./server";

// Whole servers start and end here, beside the tests of the other worker.
test.describe.configure({ timeout: 240_000 });

let folder: string;
let started: StartedServer[];
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "duizhao-start-"));
  started = [];
});
test.afterEach(async () => {
  await Promise.all(started.map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(
  data: string,
  settings?: Record<string, string>,
): Promise<StartedServer> {
  const server = await startServer(data, settings);
  started.push(server);
  return server;
}

test("the link of the first start makes the first account, opens the sample, and outlives a kill", async ({
  page,
}) => {
  const data = path.join(folder, "data");
  const first = await start(data);
  expect(first.output()).toMatch(/is ready at http:\S+ after [\d.]+ s\./);
  await page.goto(first.setupLink() ?? "");
  await expect(
    page.getByRole("heading", { name: "Make the first account" }),
  ).toBeVisible();
  await expectAccessible(page, "the page of the first account");
  await page.getByLabel("Name", { exact: true }).fill("林译");
  await page.getByLabel("E-mail address").fill("lin@example.org");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page).toHaveURL(/\/projects\/[0-9a-f-]{36}\/documents\//);
  await expect(
    page
      .getByText("中共衢州市委关于制定衢州市国民经济", { exact: false })
      .first(),
  ).toBeVisible();
  await expect(page.getByText("31 of 89 paragraphs")).toBeVisible();
  const workbench = page.url();
  await page.goto(`${first.url}/account`);
  await expect(page.getByText("You own this instance.")).toBeVisible();
  await page.goto(workbench);

  await first.kill();
  const second = await start(data, { PORT: new URL(first.url).port });
  expect(second.setupLink()).toBeNull();
  await page.reload();
  await expect(page).toHaveURL(/\/documents\//);

  const elsewhere = { PORT: String(await findPort()), DUIZHAO_DATA: data };
  const sameFolder = await runStart(elsewhere);
  expect(sameFolder.code).toBe(1);
  expect(sameFolder.output).toMatch(
    /^Duizhao already runs on the data in .* stop it first, or set DUIZHAO_DATA to another folder\.$/m,
  );
  const other = path.join(folder, "other");
  const sameDatabase = await runStart({
    PORT: String(await findPort()),
    DUIZHAO_DATA: other,
    DATABASE_URL: (await findRunningDatabase(data)) ?? "",
  });
  expect(sameDatabase.code).toBe(1);
  expect(sameDatabase.output).toMatch(
    /^Another Duizhao server, at http:\S+, runs on the database duizhao .* one database has one server\.$/m,
  );
  const samePort = await runStart({
    PORT: new URL(first.url).port,
    DUIZHAO_DATA: other,
  });
  expect(samePort.code).toBe(1);
  expect(samePort.output).toMatch(/^The port \d+ is taken.* set PORT/m);
  expect(await readdir(folder)).toEqual(["data"]);

  expect(await second.stop()).toBe(0);
  expect(await readdir(data)).not.toContain("lock");
});

test("what keeps it from starting is said in one sentence, before anything is made", async () => {
  await writeFile(path.join(folder, "file"), "");
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: "http" }, /^PORT must be a port number from 1 to 65535\.$/m],
    [
      { DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:9/duizhao" },
      /^No database answers at 127\.0\.0\.1:9 .*correct DATABASE_URL\.$/m,
    ],
    [
      { DUIZHAO_DATA: path.join(folder, "file", "below") },
      /^The data folder .* a file is in its place/m,
    ],
  ];
  const PORT = String(await findPort());
  const DUIZHAO_DATA = path.join(folder, "data");
  for (const [settings, sentence] of cases) {
    const refused = await runStart({ PORT, DUIZHAO_DATA, ...settings });
    expect(refused.code, refused.output).toBe(1);
    expect(refused.output).toMatch(sentence);
    expect(refused.output).not.toContain("secret");
  }
  expect(await readdir(folder)).toEqual(["file"]);
});
