import { expectAccessible } from "./accessibility";
import { expect } from "./fixtures";
import { test } from "./plain-sample";
import {
  caretBehind,
  expectNumbers,
  expectSaved,
  noteText,
  openEnglish,
  openNote,
  openWorkbench,
  row,
  selectSource,
} from "./workbench";

const SECTION = /five-chain integration as the driving force/;
const OPENING = "The 11th plenary session";

test("a source is kept in fields, and what is wrong stands at its field", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 4);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("See there.");
  const card = openNote(page);
  await card.getByRole("button", { name: "Add a source" }).click();
  await card.getByLabel("Title").fill("Work report");
  await card.getByLabel("Date").fill("2003-07-10");
  await card.getByLabel("Address", { exact: true }).fill("javascript:alert(1)");
  await card.getByRole("button", { name: "Done" }).click();
  await expect(card.getByRole("alert")).toContainText("http://");
  await expect(card.getByLabel("Address", { exact: true })).toHaveValue(
    "javascript:alert(1)",
  );
  await card
    .getByLabel("Address", { exact: true })
    .fill("https://www.zj.gov.cn/");
  await card.getByRole("button", { name: "Done" }).click();
  await expect(
    card.getByRole("link", { name: "https://www.zj.gov.cn/" }),
  ).toBeVisible();
  await page.reload();
  await expectSaved(page);
  await row(page, 4).getByRole("button", { name: "Note 1" }).first().click();
  await expect(openNote(page)).toContainText("Work report");
  await expect(openNote(page)).toContainText("10 July 2003");
});

test("a note's link opens it at its paragraph; one that leads nowhere says so", async ({
  person: { page, context },
  sample,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openWorkbench(page, sample.address);
  await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Modern services");
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("Services for industry.");
  await expectSaved(page);
  await openNote(page)
    .getByRole("button", { name: "Copy a link to this note" })
    .click();
  await expect(page.getByText("The link is copied.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto(link);
  await expect(openNote(page)).toContainText("Services for industry.");
  await expect(row(page, 21)).toHaveAttribute("aria-current", "true");
  await page.goto(
    `${sample.address}?note=00000000-0000-4000-8000-000000000000`,
  );
  await expect(
    page.getByText("The note of this link is not in this document"),
  ).toBeVisible();
});

test("a term is explained once and stands by itself at its first use; a document can leave it out, or set it elsewhere", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 4);
  await page.getByRole("tab", { name: /^Terms/ }).click();
  const terms = page.getByRole("tabpanel", { name: /^Terms/ });
  await terms
    .getByRole("listitem")
    .filter({ hasText: "十五五规划" })
    .getByRole("button", { name: "Explain at first use" })
    .click();
  await expect(noteText(page)).toBeFocused();
  await page.keyboard.type("Explained once.");
  await expectNumbers(page, 4, "target", ["1"]);
  await expectNumbers(page, 4, "source", ["1"]);
  await expect(openNote(page)).toContainText("Stands by itself in paragraph 4");

  await openNote(page)
    .getByRole("button", { name: "Leave it out of this document" })
    .click();
  await expectNumbers(page, 4, "target", []);
  await expectNumbers(page, 4, "source", []);
  await openNote(page)
    .getByRole("button", { name: "Show it in this document" })
    .click();
  await expectNumbers(page, 4, "target", ["1"]);

  await caretBehind(page, OPENING);
  await page.keyboard.press("Alt+Shift+N");
  await expect(openNote(page)).toContainText("Stands in this paragraph.");
  await expectNumbers(page, 4, "target", ["1"]);
  await openNote(page)
    .getByRole("button", { name: "Remove from the English" })
    .click();
  await expect(openNote(page)).toContainText("Stands by itself in paragraph 4");
  await expectNumbers(page, 4, "target", ["1"]);
});

test("the margin with an open note breaks no rule of accessibility", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await selectSource(page, 4, "衢州市");
  await page.keyboard.press("Alt+N");
  await page.keyboard.type("A city.");
  await openNote(page).getByRole("button", { name: "Add a source" }).click();
  await expectAccessible(page, "an open note without a place");
  await openEnglish(page, 4);
  await caretBehind(page, OPENING);
  await page.keyboard.press("Alt+Shift+N");
  await expectNumbers(page, 4, "source", ["1"]);
  await expectAccessible(page, "a note in both texts");
});
