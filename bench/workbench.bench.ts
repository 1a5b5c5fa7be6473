import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser } from "@playwright/test";
import { openDatabase } from "@/boot/database";
import { migrate } from "@/boot/migrate";
import { prisma, disconnect } from "@/server/db/client";
import { importBundle } from "@/server/services/bundles/import-bundle";
import { measureDocument, MEASURES, type Measured } from "./measure-document";
import { readSample, repeatDocument } from "./repeat-document";

/** Each document is opened this often, in turns; the median of each figure counts. */
const RUNS = 3;

const SIZES = [89, 5000] as const;

const CHROMIUM = "/usr/bin/chromium";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string")
    throw new Error("There is no free port.");
  return address.port;
}

/** Starts the product as its users do; resolves with the link that makes the first account. */
function startProduct(
  environment: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess; readonly link: string }> {
  const child = spawn(process.execPath, ["boot/start.mjs"], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data: Buffer) => {
      said += data.toString();
      const link = /http\S+setup=\S+/.exec(said)?.[0];
      if (link !== undefined) resolve({ child, link });
    });
    child.once("exit", () => reject(new Error(`It did not start: ${said}`)));
  });
}

async function signUp(browser: Browser, link: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link, { timeout: 120_000 });
  await page.getByLabel("Name", { exact: true }).fill("Bench");
  await page.getByLabel("E-mail address").fill("bench@example.org");
  await page
    .getByLabel("Password", { exact: true })
    .fill("quiet river paper lantern");
  await page.locator("button[type=submit]").click();
  await page.waitForURL(/\/projects/, { timeout: 120_000 });
  const state = await context.storageState();
  await context.close();
  return state;
}

/** Stores a document of each size; returns their addresses. */
async function storeDocuments(): Promise<readonly string[]> {
  const account = await prisma.account.findFirstOrThrow();
  const sample = readSample();
  const [document] = sample.documents;
  if (document === undefined) throw new Error("The sample is empty.");
  const documents = SIZES.map((size) => repeatDocument(document, size));
  const { projectId } = await importBundle(
    { accountId: account.id, name: account.name, instanceRole: "owner" },
    {
      text: JSON.stringify({
        ...sample,
        project: { ...sample.project, name: "Bench" },
        documents,
      }),
    },
  );
  const stored = await prisma.document.findMany({ where: { projectId } });
  return SIZES.map((size) => {
    const found = stored.find(({ title }) => title.endsWith(`· ${size}`));
    return `/projects/${projectId}/documents/${found?.id}`;
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function printTable(results: readonly (readonly Measured[])[]): void {
  console.log(`\nWorkbench: median of ${RUNS}, production build, Chromium\n`);
  const heads = ["", ...SIZES.map((size) => `${size} paragraphs`), "ratio"];
  const lines = MEASURES.map(({ name, label, digits }) => {
    const [base = 0, long = 0] = results.map((runs) =>
      median(runs.map((run) => run[name])),
    );
    const ratio = base === 0 ? "" : `${(long / base).toFixed(2)}x`;
    return [label, base.toFixed(digits), long.toFixed(digits), ratio];
  });
  for (const cells of [heads, ...lines])
    console.log(
      cells
        .map((cell, at) => cell.padStart(at === 0 ? 0 : 16))
        .map((cell, at) => (at === 0 ? cell.padEnd(34) : cell))
        .join(""),
    );
}

const folder = mkdtempSync(join(tmpdir(), "duizhao-bench-"));
const database = await openDatabase(undefined, folder);
await migrate(database.url);
process.env["DATABASE_URL"] = database.url;
const port = await freePort();
const { child, link } = await startProduct({
  PORT: String(port),
  DATABASE_URL: database.url,
  DUIZHAO_DATA: join(folder, "data"),
  NEXTAUTH_URL: `http://localhost:${port}`,
});
const browser = await chromium.launch({
  ...(existsSync(CHROMIUM) && { executablePath: CHROMIUM }),
  args: ["--no-sandbox", "--disable-gpu", "--js-flags=--expose-gc"],
});
try {
  const state = await signUp(browser, link);
  const addresses = await storeDocuments();
  const results: Measured[][] = SIZES.map(() => []);
  // The first opening of each warms the server and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [at, address] of addresses.entries()) {
      const url = `http://localhost:${port}${address}`;
      const measured = await measureDocument(browser, state, url);
      if (run > 0) results[at]?.push(measured);
    }
  }
  printTable(results);
} finally {
  await browser.close();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  await disconnect();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
}
