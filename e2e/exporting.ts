import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

// How tests find their way in the export dialog.

/** The dialog, once it was opened from the bar of the page or of the workbench. */
export async function openExport(page: Page): Promise<Locator> {
  await page
    .getByRole("button", { name: "Export", exact: true })
    .first()
    .click();
  const dialog = exportDialog(page);
  await expect(dialog).toBeVisible();
  return dialog;
}

export function exportDialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Export" });
}

/** Exports with the open dialog in a format, and in a layout where the format has one; returns the file. */
export async function exportAs(page: Page, format: string, layout?: string) {
  const dialog = exportDialog(page);
  await dialog.getByRole("radio", { name: format, exact: true }).check();
  if (layout !== undefined)
    await dialog.getByRole("radio", { name: layout, exact: true }).check();
  // A book takes its time where many others are made.
  const downloading = page.waitForEvent("download", { timeout: 90_000 });
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  const file = await downloading;
  const name = file.suggestedFilename();
  await expect(dialog.getByText(`${name} is in your downloads.`)).toBeVisible();
  return { name, bytes: await readFile(await file.path()) };
}
