import { expect, type Page } from "@playwright/test";
import { newId } from "@/server/ids";
import type { SampleProject } from "./fixtures";

// How tests find their way on the page where a document is published.

/** Opens the page, and gives the document an address of its own: all tests share one server. */
export async function openPublishing(
  page: Page,
  { address }: Pick<SampleProject, "address">,
): Promise<string> {
  await page.goto(`${address}/publish`);
  const slug = `quzhou-${newId().slice(-12)}`;
  // What is typed before the page's scripts are there is not known to them.
  await expect(async () => {
    await page.getByLabel("Address", { exact: true }).fill(slug);
    await expect(page.getByText(slug)).toBeVisible({ timeout: 500 });
  }).toPass();
  await saveDetails(page);
  return slug;
}

/** Stores the details as they are. */
export async function saveDetails(page: Page) {
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText("The details are stored.").last()).toBeVisible();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
}

/** Publishes the next edition, with what changed; returns its whole address. */
export async function publish(
  page: Page,
  number: number,
  changes?: string,
): Promise<string> {
  const button = `Publish edition ${number}`;
  await page.getByRole("button", { name: button }).click();
  const dialog = page.getByRole("dialog");
  if (changes !== undefined)
    await dialog.getByLabel(/^What changed since/).fill(changes);
  await dialog.getByRole("button", { name: button }).click();
  await expect(
    page.getByRole("dialog", { name: `Edition ${number} is published` }),
  ).toBeVisible();
  const address = await dialog
    .getByLabel("Address of the edition")
    .inputValue();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  return address;
}
