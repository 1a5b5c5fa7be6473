import { expectAccessible } from "./accessibility";
import { expect, test } from "./fixtures";
import {
  editor,
  expectSaved,
  openEnglish,
  openWorkbench,
  savingState,
} from "./workbench";

const SECTION = /five-chain integration as the driving force/;

test("a member who is removed loses the open window at once", async ({
  join,
  person: owner,
  sample,
}) => {
  const { projectId, address } = sample;
  const member = await join("Wang Fang", { projectId, role: "translator" });
  await openWorkbench(member.page, address);
  await openEnglish(member.page, 21, SECTION);
  await member.page.keyboard.type("While a member. ");
  await expectSaved(member.page);

  await owner.page.goto(`/projects/${projectId}/members`);
  await owner.page.getByRole("button", { name: "Remove Wang Fang" }).click();
  await owner.page
    .getByRole("dialog")
    .getByRole("button", { name: "Remove", exact: true })
    .click();
  await expect(
    owner.page.getByText("Wang Fang is no longer a member."),
  ).toBeVisible();
  await expect(editor(member.page)).toHaveAttribute("contenteditable", "false");
  const notice = member.page
    .getByRole("alert")
    .filter({ hasText: "You are no longer a member of this project." });
  await expect(notice).toBeVisible();
  await expectAccessible(member.page, "the notice of a removed member");
  await member.page.keyboard.type("Not any more.");
  await expect(editor(member.page)).not.toContainText("Not any more.");

  await openWorkbench(owner.page, address);
  await openEnglish(owner.page, 21, SECTION);
  await expect(editor(owner.page)).toHaveText("While a member. ");
  await owner.page.keyboard.type("Only the owner sees this.");
  await expectSaved(owner.page);
  await expect(editor(member.page)).not.toContainText("Only the owner");
  await expect(savingState(member.page)).not.toHaveText("Saving");
  await notice.getByRole("link", { name: "Go to your projects" }).click();
  await expect(member.page).toHaveURL(/\/projects$/);
  await member.page.goto(address);
  await expect(
    member.page.getByRole("heading", { name: "There is nothing here" }),
  ).toBeVisible();
});

test("someone who signs out in one window is told so in the other, and comes back to the document", async ({
  person: { name, page, context },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  const account = await context.newPage();
  await account.goto("/projects");
  await account.getByRole("button", { name: `Account of ${name}` }).click();
  await account.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(account).toHaveURL(/\/sign-in/);
  const notice = page
    .getByRole("alert")
    .filter({ hasText: "You have been signed out." });
  await expect(notice).toBeVisible();
  await expect(
    notice.getByRole("link", { name: "Sign in again" }),
  ).toHaveAttribute(
    "href",
    `/sign-in?next=${encodeURIComponent(sample.address)}`,
  );
});
