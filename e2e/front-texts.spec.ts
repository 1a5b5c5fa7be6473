import type { Page } from "@playwright/test";
import { expect, home, test, type SampleProject } from "./fixtures";
import { layNetwork } from "./network";

// What stands before a document in its editions is written on the page where these are made.
const INTRODUCTION = "Translator’s introduction";
const OFFLINE = "Offline, kept on this device";

const introduction = (page: Page) =>
  page.getByRole("textbox", { name: INTRODUCTION });

const saving = (page: Page) =>
  page.getByRole("group", { name: INTRODUCTION }).getByRole("status");

async function expectSaved(page: Page) {
  await expect(saving(page)).toHaveText("Saved");
}

async function open(page: Page, { address }: SampleProject, base = "") {
  await page.goto(`${base}${address}/publish`);
  await expect(introduction(page)).toContainText("a city’s proposal");
}

/** Puts the caret into a paragraph of its own at the end. */
async function writeAtEnd(page: Page, words: string) {
  await introduction(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
}

test("two write an introduction at once, see each other, and give it a list and a link", async ({
  join,
  person: owner,
  sample,
}) => {
  const translator = await join("Wang Fang", {
    projectId: sample.projectId,
    role: "translator",
  });
  const { page } = owner;
  const other = translator.page;
  await Promise.all([open(page, sample), open(other, sample)]);
  await writeAtEnd(page, "Thanks to all who helped.");
  await expectSaved(page);
  await expect(introduction(other)).toContainText("Thanks to all who helped.");
  await writeAtEnd(other, "衢州 is read Qúzhōu.");
  await expect(introduction(page)).toContainText("衢州 is read Qúzhōu.");
  await expect(
    introduction(page).locator(".live-caret-name", { hasText: "Wang Fang" }),
  ).toBeVisible();
  const tools = page
    .getByRole("group", { name: INTRODUCTION })
    .getByRole("toolbar");
  await introduction(page).click();
  await page.keyboard.press("Control+End");
  await tools.getByRole("button", { name: "Bullet list" }).click();
  await expect(
    introduction(other).getByRole("listitem").filter({ hasText: "Qúzhōu" }),
  ).toBeVisible();
  await expectSaved(page);
  await page.reload();
  await expect(
    introduction(page).getByRole("listitem").filter({ hasText: "Qúzhōu" }),
  ).toBeVisible();
});

test("what is written without a network is kept, said to be kept, and sent later", async ({
  person: { page },
  sample,
  signInAgain,
  person,
}) => {
  const network = await layNetwork(home());
  await open(page, sample, network.url);
  await writeAtEnd(page, "Before.");
  await expectSaved(page);
  network.cut();
  await page.keyboard.type(" And with");
  await expect(saving(page)).toHaveText(OFFLINE, {
    timeout: 30_000,
  });
  await page.keyboard.type("out a network.");
  network.mend();
  await expectSaved(page);
  const elsewhere = await signInAgain(person);
  await open(elsewhere.page, sample);
  await expect(introduction(elsewhere.page)).toContainText(
    "Before. And without a network.",
  );
  await network.close();
});

test("a reader reads it and has no tools for it", async ({ join, sample }) => {
  const { page } = await join("Zhou", {
    projectId: sample.projectId,
    role: "reader",
  });
  await open(page, sample);
  await expect(page.getByRole("toolbar")).toHaveCount(0);
  await introduction(page).click();
  await page.keyboard.type("by a reader");
  await expect(introduction(page)).not.toContainText("by a reader");
  await expect(introduction(page)).toHaveAttribute("contenteditable", "false");
});
