import { AxeBuilder } from "@axe-core/playwright";
import {
  test as base,
  expect,
  type Browser,
  type Locator,
  type Page,
} from "@playwright/test";

/** Someone with an account, as the tests know them. */
export type Person = {
  readonly name: string;
  readonly email: string;
  readonly password: string;
};

export const PASSWORD = "a lantern over 衢江 at dusk";

let made = 0;

/** A person nobody else is. */
export function person(name: string): Person {
  made += 1;
  const unique = `${process.pid}-${made}-${Math.random().toString(36).slice(2, 8)}`;
  return {
    name,
    email: `${name.toLowerCase().replace(/[^a-z]/g, "")}.${unique}@example.org`,
    password: PASSWORD,
  };
}

/** Fills in the page for a new account and lands in the list of projects. */
export async function signUp(
  page: Page,
  who: Person,
  path = "/sign-up",
): Promise<void> {
  await page.goto(path);
  await page.getByLabel("Name", { exact: true }).fill(who.name);
  const email = page.getByLabel("E-mail address");
  if (await email.isEditable()) await email.fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Create the account" }).click();
  await page.waitForURL(/\/projects/);
}

/** Signs in and lands in the list of projects. */
export async function signIn(page: Page, who: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/projects/);
}

/** A second person in a browser of their own, signed up. */
export async function join(
  browser: Browser,
  name: string,
): Promise<{ page: Page; who: Person }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const who = person(name);
  await signUp(page, who);
  return { page, who };
}

/** Opens the sample's bundle as a project of this person's own, and its document in the workbench. */
export async function openSampleCopy(page: Page): Promise<void> {
  await page.goto("/projects");
  await page.getByRole("button", { name: "Open a bundle" }).click();
  const dialog = page.getByRole("dialog", { name: "Open a bundle" });
  await dialog
    .getByLabel("Bundle")
    .setInputFiles("samples/quzhou-15th-fyp/bundle.json");
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await page
    .getByRole("link", { name: /Recommendations of the CPC Quzhou/ })
    .click();
  await expectWorkbench(page);
}

/** Waits until the workbench is there and connected. */
export async function expectWorkbench(page: Page): Promise<void> {
  await page.waitForURL(/\/documents\//);
  await expect(page.getByRole("list", { name: "Paragraphs" })).toBeVisible();
  await expectSaved(page);
}

/** Waits for the header to say that everything is in the database. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(savingState(page)).toHaveText("Saved");
}

/** The words of the header about saving. */
export function savingState(page: Page): Locator {
  return page.getByRole("banner").getByRole("status");
}

/** The row of a paragraph. */
export function row(page: Page, number: number): Locator {
  return page
    .getByRole("listitem", { name: `Paragraph ${number}`, exact: true })
    .first();
}

/** Jumps to an outline entry and waits for its row. */
export async function jumpTo(
  page: Page,
  entry: string | RegExp,
): Promise<void> {
  await page
    .getByRole("navigation", { name: "Contents" })
    .getByRole("link", { name: entry })
    .click();
}

/** Opens the English of a paragraph that is in view and returns the field. */
export async function openEnglish(
  page: Page,
  number: number,
): Promise<Locator> {
  const field = page.getByRole("textbox", {
    name: `English of paragraph ${number}`,
    exact: true,
  });
  await row(page, number).locator("[data-text=target]").click();
  await expect(field).toBeFocused();
  return field;
}

/** Fails with what axe finds wrong on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const findings = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n  ${nodes.map((node) => node.html.slice(0, 200)).join("\n  ")}`,
  );
  expect(findings).toEqual([]);
}

type Fixtures = {
  /** Someone signed in on `page`. */
  readonly translator: Person;
};

export const test = base.extend<Fixtures>({
  translator: async ({ page }, use) => {
    const who = person("Li Wei");
    await signUp(page, who);
    await use(who);
  },
});

export { expect };
