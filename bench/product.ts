import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
} from "@playwright/test";
import { openDatabase } from "@/boot/database";
import { migrate } from "@/boot/migrate";
import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { disconnect, prisma, transaction } from "@/server/db/client";
import { storeBundle } from "@/server/services/bundles/store-bundle";

const CHROMIUM = "/usr/bin/chromium";

/** The product as its users have it, with somebody signed in. */
export type Product = {
  readonly browser: Browser;
  readonly state: BrowserContextOptions["storageState"];
  /** Stores documents in a project like the sample; returns their whole addresses. */
  readonly store: (
    sample: Bundle,
    documents: readonly BundleDocument[],
  ) => Promise<readonly string[]>;
};

/** Starts the product on a database of its own, hands it over, and takes all of it away again. */
export async function withProduct(
  work: (product: Product) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "duizhao-bench-"));
  const database = await openDatabase(undefined, folder);
  await migrate(database.url);
  process.env["DATABASE_URL"] = database.url;
  const home = `http://localhost:${await freePort()}`;
  const { child, link } = await startProduct({
    PORT: new URL(home).port,
    DATABASE_URL: database.url,
    DUIZHAO_DATA: join(folder, "data"),
    NEXTAUTH_URL: home,
  });
  const browser = await chromium.launch({
    ...(existsSync(CHROMIUM) && { executablePath: CHROMIUM }),
    args: ["--no-sandbox", "--disable-gpu", "--js-flags=--expose-gc"],
  });
  try {
    const state = await signUp(browser, link);
    await work({
      browser,
      state,
      store: async (sample, documents) =>
        (await storeDocuments(sample, documents)).map(
          (address) => `${home}${address}`,
        ),
    });
  } finally {
    await browser.close();
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    await disconnect();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function storeDocuments(
  sample: Bundle,
  documents: readonly BundleDocument[],
): Promise<readonly string[]> {
  const account = await prisma.account.findFirstOrThrow();
  const project = { ...sample.project, name: "Bench" };
  const bundle = { ...sample, project, documents };
  const { projectId } = await transaction((db) =>
    storeBundle(bundle, account.id, db),
  );
  const stored = await prisma.document.findMany({ where: { projectId } });
  return documents.map(({ title }) => {
    const found = stored.find((document) => document.title === title);
    return `/projects/${projectId}/documents/${found?.id}`;
  });
}

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

/** The median of a few measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
