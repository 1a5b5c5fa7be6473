import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

/** What is measured of an open document. */
export const MEASURES = [
  { name: "text", label: "first text, ms", digits: 0 },
  { name: "typing", label: "one can type, ms", digits: 0 },
  { name: "key", label: "key to paint p95, ms", digits: 1 },
  { name: "frame", label: "scroll frame p95, ms", digits: 1 },
  { name: "heap", label: "heap, MB", digits: 1 },
  { name: "elements", label: "elements in the page", digits: 0 },
] as const;

export type Measured = Readonly<
  Record<(typeof MEASURES)[number]["name"], number>
>;

const KEYS = 80;
const WHEELS = 60;

const WATCH = new URL("./watch-page.mjs", import.meta.url);

type Bench = { text: number; keys: number[]; frames: number[] };
type BenchWindow = Window & { bench: Bench };

/** Opens a document in a fresh window and measures it: text, typing, keys, scrolling, heap. */
export async function measureDocument(
  browser: Browser,
  storageState: BrowserContextOptions["storageState"],
  url: string,
): Promise<Measured> {
  const context = await browser.newContext({
    storageState,
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript({ path: fileURLToPath(WATCH) });
    await page.goto(url, { waitUntil: "commit", timeout: 120_000 });
    const typing = await untilTyping(page);
    const text = await page.evaluate(
      () => (window as unknown as BenchWindow).bench.text,
    );
    const key = await typeKeys(page);
    const frame = await scroll(page);
    const heap = await heapOf(page);
    const elements = await page.evaluate(
      () => document.querySelectorAll("*").length,
    );
    return { text, typing, key, frame, heap, elements };
  } finally {
    await context.close();
  }
}

/** Clicks into the English of the document's title as soon as it is there; returns when the caret stands in it. */
async function untilTyping(page: Page): Promise<number> {
  const english = page.locator("[data-row] [data-text=target]").nth(1);
  await english.waitFor({ timeout: 120_000 });
  const handle = await page.waitForFunction(
    () => {
      const active = document.activeElement;
      if (active?.classList.contains("ProseMirror")) return performance.now();
      // Before the page is alive a click does nothing; a person would click again.
      const target = document.querySelectorAll<HTMLElement>(
        "[data-row] [data-text=target][tabindex]",
      )[1];
      if (document.querySelector(".live-text") === null) target?.click();
      return false;
    },
    null,
    { polling: "raf", timeout: 120_000 },
  );
  return Number(await handle.jsonValue());
}

async function typeKeys(page: Page): Promise<number> {
  await page.evaluate(() => {
    (window as unknown as BenchWindow).bench.keys = [];
  });
  await page.keyboard.type("the quick brown fox ".repeat(KEYS / 20), {
    delay: 30,
  });
  const keys = await page.evaluate(
    () => (window as unknown as BenchWindow).bench.keys,
  );
  return percentile(keys, 0.95);
}

async function scroll(page: Page): Promise<number> {
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    (window as unknown as BenchWindow).bench.frames = [];
  });
  for (let turn = 0; turn < WHEELS; turn += 1) await page.mouse.wheel(0, 240);
  const frames = await page.evaluate(
    () => (window as unknown as BenchWindow).bench.frames,
  );
  return percentile(frames, 0.95);
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
}
