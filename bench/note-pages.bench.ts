import type { BrowserContextOptions, Browser, Page } from "@playwright/test";
import { addNotes } from "./add-notes";
import { measureDocument, MEASURES } from "./measure-document";
import { median, withProduct } from "./product";
import { readSample, repeatDocument } from "./repeat-document";

/** Each page is opened this often, in turns; the median of each figure counts. */
const RUNS = 3;

/** The sample as it is, a long document with as few notes, and one with a note to each paragraph. */
const CASES = [
  { label: "89, 18 notes", paragraphs: 89, notes: null },
  { label: "5000, 18 notes", paragraphs: 5000, notes: null },
  { label: "5000, 5000 notes", paragraphs: 5000, notes: 5000 },
] as const;

type Figures = Readonly<Record<string, number>>;

/** Runs in a fresh window, as long as it takes. */
async function inWindow<T>(
  browser: Browser,
  storageState: BrowserContextOptions["storageState"],
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    storageState,
    viewport: { width: 1440, height: 900 },
    // What is waited for is handed over as text.
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const done = await work(page);
  await context.close();
  return done;
}

/** Waits in the page until something is so and painted; returns the moment since the page was asked for. */
async function untilPainted(page: Page, isSo: string): Promise<number> {
  const moment = await page.waitForFunction(
    `(() => {
      if (!(${isSo})) return false;
      return new Promise((resolve) =>
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
    })()`,
    null,
    { polling: "raf" },
  );
  return Number(await moment.jsonValue());
}

const ROW = `document.querySelector("[role=grid] [role=row]") !== null`;
const AWAKE = `(() => {
  document.dispatchEvent(new KeyboardEvent("keydown", { code: "Slash", bubbles: true }));
  return document.activeElement?.type === "search";
})()`;

/** The page of all notes: from the request to the first notes, to typing, and from a key to what it finds. */
async function measureNotes(page: Page, address: string): Promise<Figures> {
  await page.goto(`${address}/notes`, { waitUntil: "commit" });
  const notes = await untilPainted(page, ROW);
  const awake = await untilPainted(page, AWAKE);
  const count = () => page.locator("[role=grid]").getAttribute("aria-rowcount");
  const all = await count();
  const begun = await page.evaluate(() => performance.now());
  // A word of the first note alone: all others go.
  await page.keyboard.insertText("adopted the Central");
  const found = await untilPainted(
    page,
    `document.querySelector("[role=grid]")?.ariaRowCount !== "${all}" &&
     document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") !== "${all}"`,
  );
  const elements = await page.evaluate(
    () => document.querySelectorAll("*").length,
  );
  return { notes, awake, find: found - begun, elements };
}

/** The readers' view: from the key to the text that is read. */
async function measureReading(page: Page, address: string): Promise<Figures> {
  await page.goto(address);
  await page.locator("[data-row] [data-text=target]").first().waitFor();
  await untilPainted(
    page,
    `/^Saved$/.test(document.querySelector("[data-saving]")?.textContent ?? "")`,
  );
  const begun = await page.evaluate(() => performance.now());
  await page.keyboard.press("Alt+r");
  const text = await untilPainted(
    page,
    `document.querySelector(".reading-part .reading-en") !== null`,
  );
  return { reading: text - begun };
}

const LABELS: readonly (readonly [string, string])[] = [
  ["notes", "all notes: first notes, ms"],
  ["awake", "all notes: one can type, ms"],
  ["find", "all notes: key to found, ms"],
  ["elements", "all notes: elements"],
  ["reading", "readers' view, ms"],
  ...MEASURES.map(
    ({ name, label }) => [`open ${name}`, `workbench: ${label}`] as const,
  ),
];

function printTable(results: readonly (readonly Figures[])[]): void {
  console.log(
    `\nNotes on the screen: median of ${RUNS}, production build, Chromium\n`,
  );
  const lines = LABELS.map(([name, label]) => [
    label,
    ...results.map((runs) =>
      median(runs.map((run) => run[name] ?? 0)).toFixed(
        /key|frame|heap/.test(name) ? 1 : 0,
      ),
    ),
  ]);
  for (const cells of [["", ...CASES.map(({ label }) => label)], ...lines])
    console.log(
      cells
        .map((cell, at) => (at === 0 ? cell.padEnd(36) : cell.padStart(18)))
        .join(""),
    );
}

await withProduct(async ({ browser, state, store }) => {
  const sample = readSample();
  const [document] = sample.documents;
  if (document === undefined) throw new Error("The sample is empty.");
  const addresses: string[] = [];
  for (const { label, paragraphs, notes } of CASES) {
    const repeated = repeatDocument(document, paragraphs);
    const noted = notes === null ? repeated : addNotes(repeated, notes);
    const title = `${document.title} · ${label}`;
    // Each in a project of its own: together they are more than a bundle may hold.
    addresses.push(...(await store(sample, [{ ...noted, title }])));
  }
  const results: Figures[][] = CASES.map(() => []);
  // The first opening of each warms the server and is not counted.
  for (let run = 0; run <= RUNS; run += 1) {
    for (const [at, address] of addresses.entries()) {
      const list = await inWindow(browser, state, (page) =>
        measureNotes(page, address),
      );
      const reading = await inWindow(browser, state, (page) =>
        measureReading(page, address),
      );
      const open = await measureDocument(browser, state, address);
      const opened = Object.entries(open).map(
        ([name, value]) => [`open ${name}`, value] as const,
      );
      if (run > 0)
        results[at]?.push({
          ...list,
          ...reading,
          ...Object.fromEntries(opened),
        });
    }
  }
  printTable(results);
});
