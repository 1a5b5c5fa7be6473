import type { Page } from "@playwright/test";
import { buildNote } from "@/test/factories";
import { expectAccessible, expectNoSidewaysScrolling } from "./accessibility";
import { expect, test } from "./fixtures";
import {
  expectOpen,
  expectSaved,
  openEnglish,
  openWorkbench,
  row,
} from "./workbench";

// Of the sample: paragraph 4 has notes 1 and 2, paragraph 6 has the first use of 五链融合.
const OPENING = "The 11th plenary session";

const list = (page: Page) => page.getByRole("grid", { name: "Notes" });
const entry = (page: Page, words: string | RegExp) =>
  list(page).getByRole("row").filter({ hasText: words });
/** Opens a page of notes and waits until it takes keys and clicks. */
async function openNotes(page: Page, address: string) {
  await page.goto(address);
  await isAwake(page);
}

async function isAwake(page: Page) {
  const search = page.getByRole("searchbox");
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
}

const choice = (page: Page, name: string) =>
  page.getByRole("combobox", { name, exact: true });
const reader = (page: Page) =>
  page.getByRole("region", { name: "Readers’ view" });

test("all notes of a document are found and filtered, and the address keeps the filter", async ({
  person: { page },
  sample,
}) => {
  await page.goto(`/projects/${sample.projectId}`);
  await page.getByRole("link", { name: "Notes", exact: true }).click();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "18");
  const first = list(page).getByRole("row").first();
  await expect(first).toContainText("Note 1");
  await expect(first).toContainText("¶ 4");
  await expect(first).toContainText("党的二十届四中全会");
  await expect(first).toContainText("20th CPC Central Committee");

  await isAwake(page);
  await page.keyboard.type("ＤＯＵＢＬＥ-eight");
  await expect(entry(page, "Double-Eight Strategy")).not.toHaveCount(0);
  await expect(list(page).locator("mark").first()).toHaveText(/double.eight/i);
  await expect(page).toHaveURL(/find=/);
  await page.getByRole("searchbox").fill("八八战略");
  await expect(entry(page, "八八战略").first()).toBeVisible();

  await page.getByRole("searchbox").fill("");
  await choice(page, "Show").selectOption("draft");
  await expect(list(page)).toHaveAttribute("aria-rowcount", "3");
  await choice(page, "Kind").selectOption("doubt");
  await expect(list(page)).toHaveAttribute("aria-rowcount", "1");
  await expect(page).toHaveURL(/show=draft&kind=doubt/);
  await page.reload();
  await isAwake(page);
  await expect(list(page)).toHaveAttribute("aria-rowcount", "1");
  await expect(choice(page, "Kind")).toHaveValue("doubt");

  await choice(page, "Show").selectOption("reviewed");
  await expect(page.getByText("No note matches").first()).toBeVisible();
  await page.getByRole("button", { name: "Show all notes" }).click();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "18");
  await expect(page).toHaveURL(/\/notes$/);
});

test("many notes are reviewed at once, refused with a way on, and taken back", async ({
  person: { page },
  sample,
}) => {
  await buildNote({ documentId: sample.documentId, body: "" });
  await openNotes(page, `${sample.address}/notes?show=draft`);
  await expect(list(page)).toHaveAttribute("aria-rowcount", "4");
  await page
    .getByRole("checkbox", { name: "Select all 4 notes shown" })
    .check();
  await expect(page.getByText("4 of 4 selected")).toBeVisible();
  await page.getByRole("button", { name: "Mark as reviewed" }).click();
  const refusal = page.getByRole("main").getByRole("alert");
  await expect(refusal).toContainText("A note without words");
  await expect(list(page)).toHaveAttribute("aria-rowcount", "4");

  await page.getByRole("button", { name: "Leave out the one" }).click();
  await expect(refusal).toBeHidden();
  await page.getByRole("button", { name: "Mark as reviewed" }).click();
  await expect(page.getByText("3 notes marked as reviewed")).toBeVisible();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "1");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "4");
  await page.reload();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "4");
});

test("notes are deleted and brought back by keyboard, and their numbers follow", async ({
  person: { page },
  sample,
}) => {
  await openNotes(page, `${sample.address}/notes`);
  const first = list(page).getByRole("row").first();
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.getByText("1 note deleted")).toBeVisible();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "17");
  await expect(first).toContainText("十五五规划");
  await expect(first).toContainText("Note 1");

  await choice(page, "Show").selectOption("deleted");
  await expect(list(page)).toHaveAttribute("aria-rowcount", "1");
  await first.getByRole("button", { name: /^Bring back/ }).click();
  await expect(page.getByText("1 note is back")).toBeVisible();
  await choice(page, "Show").selectOption("all");
  await expect(list(page)).toHaveAttribute("aria-rowcount", "18");
  await expect(first).toContainText("党的二十届四中全会");
});

test("a note leads to where it is written", async ({
  person: { page },
  sample,
}) => {
  await openNotes(page, `${sample.address}/notes`);
  await list(page).getByRole("row").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?note=/);
  await expect(row(page, 4)).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "All notes" }).click();
  await expect(list(page)).toHaveAttribute("aria-rowcount", "18");
});

test("who may not review or write is not offered it, and strangers find nothing", async ({
  join,
  sample,
}) => {
  const { projectId, address } = sample;
  const translator = await join("Wang Fang", { projectId, role: "translator" });
  await openNotes(translator.page, `${address}/notes`);
  const box = translator.page.getByRole("checkbox", { name: /^Select all/ });
  await box.check();
  await expect(
    translator.page.getByRole("button", { name: "Delete", exact: true }),
  ).toBeVisible();
  await expect(
    translator.page.getByRole("button", { name: "Mark as reviewed" }),
  ).toBeHidden();

  const guest = await join("Zhou Reader", { projectId, role: "reader" });
  await guest.page.goto(`${address}/notes?show=deleted`);
  await expect(guest.page.getByText("No note matches").first()).toBeVisible();
  await guest.page.goto(`${address}/notes`);
  await expect(list(guest.page)).toHaveAttribute("aria-rowcount", "18");
  await expect(guest.page.getByRole("checkbox")).toHaveCount(0);
  await expect(guest.page.getByRole("button", { name: /^Delete/ })).toHaveCount(
    0,
  );

  const stranger = await join("Stranger");
  for (const path of [`${address}/notes`, `${address}/edition`]) {
    const response = await stranger.page.request.get(path);
    expect(response.status(), path).toBe(404);
  }
});

test("the document is read as it would be published, with notes beside it, and others' words arrive", async ({
  join,
  person: { page },
  sample,
}) => {
  const { projectId, address } = sample;
  const other = await join("Wang Fang", { projectId, role: "translator" });
  await openWorkbench(page, address);
  await page.keyboard.press("Alt+r");
  const text = reader(page);
  await expect(text).toContainText(OPENING);
  await expect(text).toContainText("58 of 85 paragraphs not translated yet");

  const note = text.getByRole("note", { name: "Note 1", exact: true });
  const number = text.getByRole("button", { name: "Note 1", exact: true });
  await expect(note).toContainText("The session met in Beijing");
  await number.click();
  await expect(note).toBeFocused();
  await note.getByRole("button", { name: "Back to note 1" }).click();
  await expect(number).toBeFocused();
  await expect(note).toHaveAttribute("data-lit", "");
  const [mark, words] = [await number.boundingBox(), await note.boundingBox()];
  expect(Math.abs((mark?.y ?? 0) - (words?.y ?? 999))).toBeLessThan(20);
  expect(await overlaps(page)).toBe(0);

  await text.getByText("Side by side").click();
  await expect(text.getByText("中国共产党衢州市第八届委员会")).toBeVisible();
  await expect(number).toHaveCount(2);
  expect(await overlaps(page)).toBe(0);
  await expectAccessible(page, "the readers' view");

  await openWorkbench(other.page, address);
  const writing = await openEnglish(other.page, 4);
  await writing.press("Control+End");
  await other.page.keyboard.type(" So it was said.");
  await expectSaved(other.page);
  await expect(text).toContainText("So it was said.");

  await text
    .getByRole("button", { name: "Write in paragraph 4", exact: true })
    .click();
  await expectOpen(page, 4);
  await page.keyboard.press("Alt+r");
  await expect(text).toContainText(OPENING);
  await page.keyboard.press("Escape");
  await expect(row(page, 4)).toBeInViewport();
});

/** How many notes in the margin stand over each other. */
async function overlaps(page: Page): Promise<number> {
  return page.locator(".notes-beside > .side-note").evaluateAll((notes) => {
    const boxes = notes
      .map((note) => note.getBoundingClientRect())
      .sort((a, b) => a.top - b.top);
    return boxes.filter(
      (box, at) => at > 0 && box.top < (boxes[at - 1]?.bottom ?? 0) - 1,
    ).length;
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("a note unfolds below its paragraph and folds again", async ({
    person: { page },
    sample,
  }) => {
    await page.goto(sample.address);
    await page.getByRole("button", { name: "Readers’ view" }).click();
    const number = reader(page).getByRole("button", {
      name: "Note 1",
      exact: true,
    });
    const note = reader(page).getByRole("note", {
      name: "Note 1",
      exact: true,
    });
    await expect(number).toHaveAttribute("aria-expanded", "false");
    await number.click();
    await expect(note).toContainText("The session met in Beijing");
    await expectAccessible(page, "an unfolded note");
    await expectNoSidewaysScrolling(page, "the readers' view");
    await number.click();
    await expect(note).toBeHidden();
  });
});

test("owners decide how terms appear at first use, and readers see it", async ({
  join,
  person: { page },
  sample,
}) => {
  const { projectId, address } = sample;
  await page.goto(`/projects/${projectId}`);
  await page.getByRole("radio", { name: "With pinyin" }).check();
  await page.getByLabel("Yuan for one dollar").fill("seven");
  const save = page.getByRole("button", { name: "Save" });
  await save.click();
  await expect(page.getByText("Give a number, such as 7.08.")).toBeVisible();
  await page.getByLabel("Yuan for one dollar").fill("7.08");
  await page.getByLabel("On", { exact: true }).fill("2025-12-08");
  await page.getByLabel("Published by").fill("People’s Bank of China");
  await save.click();
  await expect(page.getByText("The style is stored.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "With pinyin" })).toBeChecked();
  await expect(page.getByLabel("Yuan for one dollar")).toHaveValue("7.08");

  await openWorkbench(page, address);
  await page.keyboard.press("Alt+r");
  await expect(reader(page)).toContainText(/\(wǔ\s?liàn róng\s?hé, 五链融合\)/);

  const member = await join("Wang Fang", { projectId, role: "reviewer" });
  await member.page.goto(`/projects/${projectId}`);
  await expect(member.page.getByText("Lately")).toBeVisible();
  await expect(member.page.getByText("Style of editions")).toBeHidden();
});

test("a term is explained from the glossary, once for all documents", async ({
  person: { page },
  sample,
}) => {
  await page.goto(`/projects/${sample.projectId}/glossary`);
  await page.getByRole("searchbox").fill("营商环境");
  await page.getByRole("button", { name: "Add a term" }).click();
  const adding = page.getByRole("dialog");
  await adding.getByLabel("English").fill("plenary session");
  await adding.getByRole("button", { name: "Add", exact: true }).click();
  const explain = page.getByRole("button", {
    name: "Explain 营商环境 at first use",
  });
  await explain.click();
  const dialog = page.getByRole("dialog", { name: "Note on 营商环境" });
  const words = dialog.locator(".ProseMirror");
  await words.click();
  await page.keyboard.type("How easy it is to do business.");
  await expect(words).toContainText("How easy it is to do business.");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Explained by a note · draft")).toBeVisible();
  await page
    .getByRole("button", { name: "Edit the explanation of 营商环境" })
    .click();
  await expect(words).toContainText("How easy it is to do business.");
});
