import type { Page } from "@playwright/test";
import { CHECKS } from "@/core/editions/finding";
import { findStyle, setStyle } from "@/server/services/project-style";
import { expect, test } from "./fixtures";
import { openPublishing, publish, saveDetails } from "./publishing";
import { editor, english, expectOpen, expectSaved } from "./workbench";

/** The name of a credit, by its place. */
const nameAt = (page: Page, name: string) =>
  page.getByRole("textbox", { name, exact: true });

test("what is checked leads to where it is put right", async ({
  person: { page },
  sample,
}) => {
  await page.goto(`${sample.address}/publish`);
  const untranslated = page.getByRole("group").filter({
    has: page.locator("summary", { hasText: "Not translated" }),
  });
  const line = untranslated.getByRole("link", { name: /^¶ 21 / });
  await expect(untranslated.locator("summary")).toContainText("58");
  await line.click();
  await expectOpen(page, 21);
  await expect(editor(page)).toBeFocused();
  await page.keyboard.type("6. We will develop modern services.");
  await expectSaved(page);
  await expect(page).toHaveURL(new RegExp(`${sample.address}$`));

  await page.goBack();
  await expect(untranslated.locator("summary")).toContainText("57");
  await expect(line).toHaveCount(0);

  await page.getByRole("link", { name: /^¶ 9 The national goal/ }).click();
  await expect(
    page
      .getByRole("complementary", { name: "On this paragraph" })
      .or(page.getByRole("region", { name: "On this paragraph" })),
  ).toContainText("The national goal");
  await expect(english(page, 9)).toBeInViewport();
});

test("details are checked field by field, and kept", async ({
  person: { page },
  sample,
}) => {
  const slug = await openPublishing(page, sample);
  await expect(page.getByText(`/e/${slug}/1`)).toBeVisible();
  await page.getByLabel("Address", { exact: true }).fill("Quzhou  Plan!");
  await page.getByLabel("Licence").selectOption("Another one");
  await page.getByRole("button", { name: "Add a name" }).click();
  await page.getByRole("button", { name: "Save details" }).click();
  await expect(page.getByText(/^Use small letters, digits/)).toBeVisible();
  await expect(page.getByText("This is needed.")).toHaveCount(2);
  await expect(page.getByLabel("Address", { exact: true })).toBeFocused();

  await page.getByLabel("Address", { exact: true }).fill(slug);
  await page.getByLabel("Name of the licence").fill("Free Art Licence 1.3");
  await nameAt(page, "Name 3").fill("林一凡");
  await page.getByLabel("Role of 林一凡").selectOption("Editor");
  // By keyboard to the top, the focus with it.
  await nameAt(page, "Name 3").press("Alt+ArrowUp");
  await nameAt(page, "Name 2").press("Alt+ArrowUp");
  await expect(nameAt(page, "Name 1")).toBeFocused();
  await expect(nameAt(page, "Name 1")).toHaveValue("林一凡");
  await page.getByRole("button", { name: "Remove 林一凡" }).click();
  await expect(nameAt(page, "Name 3")).toHaveCount(0);
  await page
    .getByRole("listitem")
    .filter({ hasText: "no longer credited" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(nameAt(page, "Name 1")).toHaveValue("林一凡");
  await saveDetails(page);

  await page.reload();
  await expect(nameAt(page, "Name 1")).toHaveValue("林一凡");
  await expect(page.getByLabel("Role of 林一凡")).toHaveValue("editor");
  await expect(page.getByLabel("Name of the licence")).toHaveValue(
    "Free Art Licence 1.3",
  );
});

test("an edition is published for everyone, then the next; one is withdrawn", async ({
  page: visitor,
  person: { page, name },
  sample,
}) => {
  await openPublishing(page, sample);
  await page
    .getByRole("textbox", { name: "Conventions of the translation" })
    .click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Places keep their names. ");
  const first = await publish(page, 1);
  const response = await visitor.goto(first);
  expect(response?.status()).toBe(200);
  await expect(visitor.getByText("Places keep their names.")).toBeVisible();
  await expect(page.getByLabel("Address", { exact: true })).not.toBeEditable();

  // The second says what changed.
  await page.getByRole("button", { name: "Publish edition 2" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Publish edition 2" }).click();
  await expect(dialog.getByText("This is needed.")).toBeVisible();
  await page.keyboard.press("Escape");
  await publish(page, 2, "Two terms are put right.");
  const list = page.getByRole("list", { name: "Editions" });
  const entry = list.getByRole("listitem").first();
  await expect(entry).toContainText("Two terms are put right.");
  await expect(entry).toContainText(name);
  const compare = entry.getByRole("link", { name: "Compare with 1" });
  await visitor.goto((await compare.getAttribute("href")) ?? "");
  await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Withdraw edition 1" }).click();
  await dialog.getByLabel("Reason").fill("A paragraph was missing.");
  await dialog.getByRole("button", { name: "Withdraw edition 1" }).click();
  await expect(list.getByText(/^Withdrawn on /)).toBeVisible();
  await expect(entry.getByRole("link", { name: "Compare with 1" })).toHaveCount(
    0,
  );
  // Without the browser's cache, which keeps pages of editions for a minute.
  const gone = await visitor.request.get(first);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain("A paragraph was missing.");
});

test("a draft is read by a link that is shown once, until it is taken back", async ({
  page: visitor,
  person: { page },
  sample,
}) => {
  await page.goto(`${sample.address}/publish`);
  await page.getByLabel("For whom").fill("Reading group");
  await page.getByLabel("Works for").selectOption("7 days");
  await page.getByRole("button", { name: "Make a link" }).click();
  const dialog = page.getByRole("dialog", { name: "Hand on this link" });
  const link = await dialog.getByLabel("Link to the draft").inputValue();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Reading group")).toBeVisible();
  expect(await page.content()).not.toContain(link);

  expect((await visitor.goto(link))?.status()).toBe(200);
  await expect(visitor.getByText(/draft/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Take back: Reading group" }).click();
  await expect(page.getByText("Reading group")).toHaveCount(0);
  expect((await visitor.goto(link))?.status()).toBe(404);
});

test("a project's rules hold an edition back", async ({
  person: { page, id, name },
  sample,
}) => {
  const { projectId } = sample;
  const actor = { accountId: id, name, instanceRole: "member" } as const;
  const style = await findStyle(actor, projectId);
  await setStyle(actor, {
    projectId,
    style: { ...style, blocking: [...CHECKS] },
  });
  await page.goto(`${sample.address}/publish`);
  await expect(page.getByText(/findings keep it from being/)).toBeVisible();
  await expect(
    page.getByRole("button", { name: "Publish edition 1" }),
  ).toBeDisabled();
  await page.getByRole("link", { name: "project’s rules" }).click();
  await expect(
    page.getByRole("heading", { name: "Style of editions" }),
  ).toBeInViewport();
});

test("who may only read sees where a document stands and changes nothing", async ({
  join,
  sample,
}) => {
  const { projectId, address } = sample;
  const { page } = await join("Zhou", { projectId, role: "reader" });
  await page.goto(`${address}/publish`);
  await expect(
    page.locator("summary", { hasText: "Not translated" }),
  ).toContainText("58");
  await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save details" })).toHaveCount(
    0,
  );
  await expect(page.getByText("Share the draft")).toHaveCount(0);
  await expect(page.getByText("CPC Quzhou Municipal Committee")).toBeVisible();
  await expect(page.getByRole("button", { name: "Export" })).toBeVisible();

  const stranger = await join("Nobody");
  const answer = await stranger.page.goto(`${address}/publish`);
  expect(answer?.status()).toBe(404);
});
