import type { Page } from "@playwright/test";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { publishEdition } from "@/server/services/editions/publish-edition";
import { expectAccessible, expectNoSidewaysScrolling } from "./accessibility";
import { buildSample, expect, test } from "./fixtures";

/** Publishes the sample at an address of its own; returns the path of its first edition. */
async function publishSample(accountId: string): Promise<string> {
  const { projectId, documentId } = await buildSample(accountId);
  const { style } = await prisma.project.findUniqueOrThrow({
    where: { id: projectId },
  });
  await prisma.project.update({
    where: { id: projectId },
    data: { style: { ...(style as object), blocking: [] } },
  });
  const document = await prisma.document.findUniqueOrThrow({
    where: { id: documentId },
  });
  const slug = `quzhou-${newId().slice(-12)}`;
  await prisma.document.update({
    where: { id: documentId },
    data: {
      slug,
      publication: { ...(document.publication as object), slug },
    },
  });
  await publishEdition(
    { accountId, name: "Reader test", instanceRole: "member" },
    { documentId, number: 1, changes: "" },
  );
  return `/e/${slug}/1`;
}

const number = (page: Page, at: number) => page.locator(`#p${at}`);

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an edition is read in all its modes", async ({ browser, person }) => {
    const path = await publishSample(person.id);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "Recommendations of the CPC Quzhou Municipal Committee",
    );
    const pair = number(page, 6);
    await expect(pair.locator(".zh")).toBeVisible();
    await expect(pair.locator(".en")).toBeVisible();

    await page.getByRole("radio", { name: "English" }).check();
    await expect(pair.locator(".zh")).toBeHidden();
    await expect(pair.locator(".en")).toBeVisible();
    await page.getByRole("radio", { name: "中文" }).check();
    await expect(pair.locator(".zh")).toBeVisible();
    await expect(pair.locator(".en")).toBeHidden();
    await page.getByRole("radio", { name: "Interleaved" }).check();
    const [above, below] = await Promise.all([
      pair.locator(".zh").boundingBox(),
      pair.locator(".en").boundingBox(),
    ]);
    expect(below?.y).toBeGreaterThan(above?.y ?? Infinity);

    await page.getByRole("radio", { name: "Side by side" }).check();
    await page.getByText("Display", { exact: true }).click();
    const note = page.locator("#n4");
    const beside = await note.boundingBox();
    await page.getByRole("radio", { name: "At the end" }).check();
    const end = await note.boundingBox();
    expect(end?.y).toBeGreaterThan((beside?.y ?? 0) + 1000);
    await page.getByRole("radio", { name: "Dark" }).check();
    await expect(page.locator("body")).toHaveCSS(
      "background-color",
      "rgb(26, 24, 21)",
    );
    await page.goto(`${path}?mode=chinese#p6`);
    await expect(pair.locator(".en")).toBeHidden();
    await expect(pair).toBeInViewport();
    await context.close();
  });
});

test("keys lead through an edition, and it remembers the place and the choices", async ({
  person,
  browser,
}) => {
  const path = await publishSample(person.id);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(path);
  await page.keyboard.press("n");
  const first = page.locator(".ref a:focus");
  await expect(first).toHaveText(/^\d+$/);
  await page.keyboard.press("n");
  await page.keyboard.press("Shift+n");
  await expect(first).toBeInViewport();
  await page.keyboard.press("m");
  await expect(page.getByRole("radio", { name: "Interleaved" })).toBeChecked();
  await expect(page).toHaveURL(/mode=interleaved/);
  await page.keyboard.press("c");
  const contents = page.getByRole("dialog", { name: "Contents" });
  await contents.getByRole("link", { name: /^II\. / }).click();
  await expect(contents).toBeHidden();
  await expect(page).toHaveURL(/#p18$/);
  await expect(number(page, 18)).toBeInViewport();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await page.keyboard.press("Escape");

  // Chinese is found as the glossary folds it: the text has quotation marks within.
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("五链融合");
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await page.keyboard.press("Escape");

  await number(page, 20).scrollIntoViewIfNeeded();
  await page.goto(`${path}#p20`);
  await page.reload();
  await expect
    .poll(() =>
      page.evaluate(() =>
        Object.keys(localStorage).some((key) => key.includes("place.")),
      ),
    )
    .toBe(true);
  await page.goto("about:blank");
  await page.goto(path);
  await expect(page.getByRole("radio", { name: "Interleaved" })).toBeChecked();
  await page.getByRole("link", { name: /^Go on at paragraph \d+$/ }).click();
  await expect(page).toHaveURL(/#p\d+$/);
  await context.close();
});

test("a note at the side stands beside the line of its mark", async ({
  person,
  browser,
}) => {
  const path = await publishSample(person.id);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${path}#p6`);
  const top = async (selector: string) =>
    (await page.locator(selector).boundingBox())?.y ?? 0;
  for (const number of [3, 4, 5])
    await expect
      .poll(async () =>
        Math.abs((await top(`#n${number}`)) - (await top(`#r${number}`))),
      )
      .toBeLessThan(200);
  expect(await top("#n3")).toBeLessThan(await top("#n4"));
  expect(Math.abs((await top("#n3")) - (await top("#r3")))).toBeLessThan(30);
  await page.context().close();
});

test("a paragraph is cited with its own address", async ({
  person,
  browser,
}) => {
  const path = await publishSample(person.id);
  const context = await browser.newContext({
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  await page.goto(path);
  await page.getByRole("link", { name: "Paragraph 6", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${path}#p6$`));
  await page.getByRole("button", { name: "Copy citation" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`${path}#p6`);
  expect(copied).toMatch(/Para\. 6\.$/);
  await context.close();
});

test("terms show their characters and pinyin on hover and on focus", async ({
  person,
  browser,
}) => {
  const path = await publishSample(person.id);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${path}#p6`);
  const term = number(page, 6).locator(".en .term").first();
  const shown = () =>
    term.evaluate((element) => getComputedStyle(element, "::after").content);
  expect(await shown()).toBe("none");
  await term.hover();
  await expect.poll(shown).toMatch(/\p{Script=Han}.* · /u);
  await page.mouse.move(0, 0);
  await expect.poll(shown).toBe("none");
  // Focus by way of the keyboard.
  await term.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect.poll(shown).toMatch(/ · /u);
  await page.context().close();
});

for (const [width, colorScheme] of [
  [1440, "light"],
  [1440, "dark"],
  [390, "light"],
  [390, "dark"],
] as const) {
  test(`public pages are accessible, ${width} wide and ${colorScheme}, and load nothing from elsewhere`, async ({
    person,
    browser,
  }) => {
    const path = await publishSample(person.id);
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
    });
    const page = await context.newPage();
    const hosts = new Set<string>();
    const broken: string[] = [];
    page.on("request", (request) => hosts.add(new URL(request.url()).host));
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(message.text());
    });
    for (const at of [path, "/e", "/e?q=innovation"]) {
      await page.goto(at);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectNoSidewaysScrolling(page, at);
      await expectAccessible(page, at);
    }
    expect([...hosts]).toEqual([new URL(page.url()).host]);
    expect(broken).toEqual([]);
    await context.close();
  });
}

test("what is searched for leads to its paragraph", async ({
  person,
  browser,
}) => {
  await publishSample(person.id);
  const page = await (await browser.newContext()).newPage();
  await page.goto("/e");
  await page.getByRole("searchbox").fill("五链融合");
  await page.getByRole("button", { name: "Search" }).click();
  // Only so many passages are listed, and all copies of the sample have the same.
  const hit = page
    .locator('.passage a[href^="/e/quzhou-"][href*="#p"]')
    .first();
  await expect(hit.locator("mark")).toHaveText(/五链.*融合/);
  await hit.click();
  await expect(page.locator(".pair:target")).toBeInViewport();
  await page.context().close();
});
