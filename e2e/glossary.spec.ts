import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  english,
  expectOpen,
  openEnglish,
  openWorkbench,
  row,
  selectSource,
  show,
} from "./workbench";

const FIRST = /Acting on the Double-Eight Strategy/;
const SECTION = /five-chain integration as the driving force/;

/** The places of a paragraph's Chinese in which a term is lit up. */
const lit = (page: Page, number: number, words: string) =>
  row(page, number)
    .locator("[data-text=source] [data-term]")
    .filter({ hasText: words });

test("a term added from words of a source lights up in every paragraph and every window at once", async ({
  join,
  person: owner,
  sample,
}) => {
  const { projectId, address } = sample;
  const member = await join("Wang Fang", { projectId, role: "translator" });
  const { page } = owner;
  for (const window of [page, member.page]) {
    await openWorkbench(window, address);
    await show(window, 7, FIRST);
  }
  await expect(lit(page, 7, "营商环境")).toHaveCount(0);

  await selectSource(page, 7, "营商环境");
  await page.keyboard.press("Alt+g");
  const box = page.getByRole("dialog", { name: "Add term" });
  await expect(box.getByLabel("Chinese")).toHaveValue("营商环境");
  await box.getByLabel("English").fill("business environment");
  await page.keyboard.press("Enter");
  await expect(box).toBeHidden();
  for (const window of [page, member.page])
    await expect(lit(window, 7, "营商环境")).toHaveCount(1);
  await show(page, 12, FIRST);
  await expect(lit(page, 12, "营商环境")).toHaveCount(1);

  await show(page, 7, FIRST);
  await selectSource(page, 7, "营商环境");
  await page.keyboard.press("Alt+g");
  await box.getByLabel("English").fill("business climate");
  await page.keyboard.press("Enter");
  await expect(
    box.getByText("This term is in the glossary already.").first(),
  ).toBeVisible();
  await expect(box.getByLabel("English")).toHaveValue("business climate");
});

test("a term shows its entry to the pointer and to the keyboard, and is written with one key", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await show(page, 19, SECTION);
  // Found though quotation marks stand inside of it; longer terms win over what they hold.
  const chains = lit(page, 19, "“五链”融合");
  await chains.first().hover();
  const card = page.getByRole("tooltip");
  await expect(card).toContainText("五链融合");
  await expect(card).toContainText("wǔ");
  await expect(card).toContainText(/five-chain/i);
  await page.mouse.move(5, 5);
  await expect(card).toBeHidden();

  const text = await openEnglish(page, 21, SECTION);
  await lit(page, 21, "两子文化").focus();
  await expect(card).toContainText("Two Zi culture");
  await text.click();
  await page.keyboard.type("Around the");
  await page.keyboard.press("Alt+1");
  await page.keyboard.type(", we will grow");
  await expect(text).toHaveText("Around the Two Zi culture, we will grow");
  await expect(page.getByRole("tabpanel", { name: /^Terms/ })).toContainText(
    "两子文化",
  );
  await page.keyboard.press("Alt+9");
  await expect(page.getByText("This paragraph has no term 9.")).toBeVisible();
  await expectOpen(page, 21);
  await expect(english(page, 21)).toHaveText(
    "Around the Two Zi culture, we will grow",
  );
});

test("the glossary is kept on its page: search, add, change, remove and take back", async ({
  person: { page },
  sample,
}) => {
  await page.goto(`/projects/${sample.projectId}/glossary`);
  const terms = page.getByRole("grid", { name: "Glossary" });
  const search = page.getByRole("searchbox", { name: "Search terms" });
  const entry = (words: string | RegExp) =>
    terms.getByRole("row").filter({ hasText: words });
  await expect(page.getByText("119 terms").first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("five-chain");
  await expect(entry("五链融合")).toHaveCount(1);

  await search.fill("营商环境");
  await page.getByRole("button", { name: "Add a term" }).click();
  const box = page.getByRole("dialog");
  await expect(box.getByLabel("Chinese")).toHaveValue("营商环境");
  await box.getByLabel("English").fill("business environment");
  await box.getByRole("button", { name: "Add", exact: true }).click();
  await expect(entry("营商环境")).toContainText("business environment");
  await expect(entry("营商环境")).toContainText("yíngshāng huánjìng");
  await expect(entry("营商环境")).toContainText("3");

  await page.getByRole("button", { name: "Change 营商环境" }).click();
  await box.getByLabel("English").fill("business climate");
  await box.getByLabel("Kind").selectOption("Place");
  await box.getByRole("button", { name: "Save" }).click();
  await expect(entry("营商环境")).toContainText("business climate");
  await expect(entry("营商环境")).toContainText("Place");

  await page.getByRole("button", { name: "Remove 营商环境" }).click();
  await expect(page.getByText("No term matches").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(entry("营商环境")).toContainText("business climate");
  await page.reload();
  await search.fill("营商环境");
  await expect(entry("营商环境")).toContainText("business climate");
});

test("the glossary leaves as CSV that a spreadsheet cannot run, and comes back changed", async ({
  person: { page },
  sample,
}) => {
  await page.goto(`/projects/${sample.projectId}/glossary`);
  await page.getByRole("button", { name: "Add a term" }).click();
  const box = page.getByRole("dialog");
  await box.getByLabel("Chinese").fill("营商环境");
  await box.getByLabel("English").fill("=1+1");
  await box.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("120 terms").first()).toBeVisible();

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const file = await readFile(await (await downloading).path());
  expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const csv = file.toString("utf8").slice(1);
  expect(csv).toMatch(/^source,target/);
  expect(csv).toContain("五链融合");
  expect(csv).not.toMatch(/(^|,)"?=/m);

  await page.getByRole("button", { name: "Import", exact: true }).click();
  const upload = async (text: string) => {
    await box.locator("input[type=file]").setInputFiles({
      name: "术语.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(text),
    });
  };
  await upload(file.toString("utf8"));
  await expect(box.getByText("There is nothing new in it.")).toBeVisible();
  await expect(box.getByText("120 as they are")).toBeVisible();

  await upload(
    'source,target\r\n营商环境,business environment\r\n未来社区,"future\r\n communities"\r\n人工智能,a,b,c\r\n',
  );
  await expect(box.getByText("1 new")).toBeVisible();
  await expect(box.getByText("1 changed")).toBeVisible();
  await expect(box.getByText("1 row not taken")).toBeVisible();
  await expect(box.getByText("More cells than columns.")).toBeVisible();
  await box.getByRole("button", { name: "Import 2 terms" }).click();
  await expect(page.getByText("121 terms").first()).toBeVisible();
  await page.getByRole("searchbox", { name: "Search terms" }).fill("营商环境");
  await expect(
    page.getByRole("row").filter({ hasText: "营商环境" }),
  ).toContainText("business environment");
});
