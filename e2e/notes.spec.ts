import { expect } from "./fixtures";
import { test } from "./plain-sample";
import {
  caretBehind,
  editor,
  english,
  expectSaved,
  notesTab,
  noteText,
  expectNumbers,
  openEnglish,
  openNote,
  openWorkbench,
  row,
  selectSource,
  show,
} from "./workbench";

// Paragraph 4 opens the text; paragraph 21 has no English in the sample.
const SECTION = /five-chain integration as the driving force/;
const OPENING = "The 11th plenary session";

test("a note is written from Chinese words, placed, cut and pasted, and undone, and someone else sees each step", async ({
  join,
  person: owner,
  sample,
}) => {
  const { page } = owner;
  const reader = await join("Zhou Reader", {
    projectId: sample.projectId,
    role: "reader",
  });
  const other = reader.page;
  await Promise.all([
    openWorkbench(page, sample.address),
    openWorkbench(other, sample.address),
  ]);
  await row(other, 4).locator(".row-source").click();
  await notesTab(other).click();

  await selectSource(page, 4, "中国共产党衢州市第八届委员会");
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("The city’s Party committee, elected in 2022. 市委");
  await expect(noteText(page)).toBeFocused();
  await expect(noteText(page)).toHaveText(
    "The city’s Party committee, elected in 2022. 市委",
  );
  await expect(openNote(page)).toContainText("It has no place in the English");
  await expectSaved(page);
  await expect(other.getByText("elected in 2022. 市委")).toBeVisible();
  await expectNumbers(other, 4, "source", []);

  await openEnglish(page, 4);
  await caretBehind(page, OPENING);
  await page.keyboard.press("Alt+Shift+N");
  await expectNumbers(page, 4, "target", ["1"]);
  await expectNumbers(page, 4, "source", ["1"]);
  await expectNumbers(other, 4, "target", ["1"]);
  await expectNumbers(other, 4, "source", ["1"]);
  await expect(openNote(page)).toContainText("Stands in this paragraph.");

  // All of the paragraph, cut and pasted into one far below.
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+X");
  await expectNumbers(page, 4, "source", []);
  await expectNumbers(other, 4, "source", []);
  await openEnglish(page, 21, SECTION);
  await page.keyboard.press("Control+V");
  await expect(editor(page)).toContainText(OPENING);
  await expectNumbers(page, 21, "target", ["1"]);
  await expectSaved(page);
  await show(other, 21, SECTION);
  await expectNumbers(other, 21, "target", ["1"]);

  await page.keyboard.press("Control+Z");
  await expectNumbers(page, 21, "target", []);
  await expect(editor(page)).not.toContainText(OPENING);
  await expectNumbers(other, 21, "target", []);
  await page.keyboard.press("Control+Shift+Z");
  await expectNumbers(other, 21, "target", ["1"]);
});

test("what is selected in both texts becomes one note, and what was selected in the Chinese is held meanwhile", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await row(page, 4).locator(".row-source").click();
  await selectSource(page, 4, "衢州市");
  await expect(english(page, 4)).toBeVisible();
  await english(page, 4).click();
  await caretBehind(page, OPENING);
  await page.keyboard.press("Alt+N");
  await expect(noteText(page)).toBeFocused();
  await page.keyboard.type("A city in the west of Zhejiang.");
  await expectNumbers(page, 4, "source", ["1"]);
  await expectNumbers(page, 4, "target", ["1"]);
  await expect(openNote(page)).toContainText("衢州市");

  // Undo in the English takes the mark, not the note; redo brings it back under its number.
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("Control+Z");
  await expectNumbers(page, 4, "source", []);
  await expect(openNote(page)).toContainText("It has no place in the English");
  await page.keyboard.press("Control+Shift+Z");
  await expectNumbers(page, 4, "source", ["1"]);
});

test("two people write in one note and see each other do it, and a restored state is there for both", async ({
  join,
  person: owner,
  sample,
}) => {
  const { page } = owner;
  const translator = await join("Wang Fang", {
    projectId: sample.projectId,
    role: "translator",
  });
  const other = translator.page;
  await Promise.all([
    openWorkbench(page, sample.address),
    openWorkbench(other, sample.address),
  ]);
  await openEnglish(page, 4);
  await caretBehind(page, OPENING);
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("Held in Quzhou.");
  await expectSaved(page);
  await row(other, 4)
    .getByRole("button", { name: "Note 1" })
    .first()
    .click({ timeout: 20_000 });
  await noteText(other).click();
  await expect(noteText(other)).toContainText("Held in Quzhou.");
  await other.keyboard.press("Control+End");
  await other.keyboard.type(" 全会 2025");
  await expect(noteText(page)).toContainText("Held in Quzhou. 全会 2025");
  await expect(
    noteText(page).locator(".live-caret-name", { hasText: "Wang Fang" }),
  ).toBeVisible();
  await expectSaved(other);

  await openNote(page).getByRole("button", { name: "History" }).click();
  const history = openNote(page).getByRole("list", { name: "History" });
  await expect(history.getByRole("listitem")).toHaveCount(2);
  await expect(history.locator("ins").first()).toHaveText("全会 2025");
  await history.getByRole("button", { name: /^Restore the text/ }).click();
  await expect(noteText(other)).toHaveText(/^Held in Quzhou\.( ?Owner.*)?$/);
});

test("a note that someone deletes while it is written in is told of, and comes back with every word", async ({
  join,
  person: owner,
  sample,
}) => {
  const { page } = owner;
  const translator = await join("Wang Fang", {
    projectId: sample.projectId,
    role: "translator",
  });
  const other = translator.page;
  await Promise.all([
    openWorkbench(page, sample.address),
    openWorkbench(other, sample.address),
  ]);
  await openEnglish(page, 4);
  await caretBehind(page, OPENING);
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("Written before.");
  await expectSaved(page);
  await row(other, 4).getByRole("button", { name: "Note 1" }).first().click();
  await openNote(other)
    .getByRole("button", { name: "Delete the note" })
    .click();
  await expect(openNote(page)).toContainText("This note has been deleted.");
  await expectNumbers(page, 4, "target", [""]);
  await expect(noteText(page)).toContainText("Written before.");

  await openNote(page).getByRole("button", { name: "Restore" }).click();
  await expectNumbers(page, 4, "target", ["1"]);
  await noteText(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(" And after.");
  await expectSaved(page);
  await expect(noteText(page)).toHaveText("Written before. And after.");
  await expectNumbers(other, 4, "target", ["1"]);

  // Who deletes takes it back at once.
  await page.keyboard.press("Escape");
  await openNote(page).getByRole("button", { name: "Delete the note" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "The note is deleted." })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(openNote(page)).toContainText("Written before. And after.");
});

test("a note is made, filled, reviewed and left with the keyboard alone", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 4);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("With keys alone.");
  await expectNumbers(page, 4, "target", ["1"]);
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press("Alt+Shift+P");
  await expect(notesTab(page, 1)).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("tab", { name: /^Terms/ })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await expect(
    openNote(page).getByRole("combobox", { name: "Kind of note" }),
  ).toBeFocused();
  await page.keyboard.press("b");
  await expect(
    openNote(page).getByRole("combobox", { name: "Kind of note" }),
  ).toHaveValue("background");
  const review = openNote(page).getByRole("button", { name: "Mark reviewed" });
  await review.focus();
  await page.keyboard.press("Enter");
  await expect(
    openNote(page).getByRole("button", { name: "Reviewed" }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor(page)).toBeFocused();
  await expect(openNote(page)).toBeHidden();
});

test("what is typed before a note is stored is kept, also for who leaves at once", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 4);
  await page.keyboard.press("Control+End");
  let release = () => undefined as void;
  const stored = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**${sample.address}*`, async (route) => {
    if (route.request().method() === "POST") await stored;
    await route.continue();
  });
  await page.keyboard.press("Alt+N");
  await expect(openNote(page).locator("textarea").first()).toBeFocused();
  await page.keyboard.type("Quick words.");
  await page.keyboard.press("Escape");
  release();
  await expect(noteText(page)).toContainText("Quick words.");
  await expect(editor(page)).toBeFocused();
});

test("while an input method composes, Alt+N belongs to it", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 4);
  await caretBehind(page, OPENING);
  await editor(page).evaluate((element) => {
    const composing = { key: "n", code: "KeyN", altKey: true, bubbles: true };
    element.dispatchEvent(
      new KeyboardEvent("keydown", { ...composing, isComposing: true }),
    );
  });
  await expect(notesTab(page, 0)).toBeVisible();
  await expect(openNote(page)).toBeHidden();
  await page.keyboard.press("Alt+N");
  await expect(notesTab(page, 1)).toBeVisible();
});
