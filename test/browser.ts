import { chromium, type Browser, type Page } from "@playwright/test";
import config from "@/playwright.config";

/** Starts the browser that journeys run in. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch(config.use?.launchOptions);

/** Shows a page of a given width, and asks it something. */
export async function showPage<T>(
  browser: Browser,
  html: string,
  width: number,
  ask: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  try {
    await page.setContent(html);
    return await ask(page);
  } finally {
    await page.close();
  }
}
