import { prisma } from "@/server/db/client";
import { expect, test } from "./fixtures";
import {
  editor,
  english,
  expectOpen,
  expectSaved,
  openEnglish,
  openWorkbench,
  outlineLine,
  row,
  show,
} from "./workbench";

const SECTION = /five-chain integration as the driving force/;

test("an owner adds a translator, and both write in one paragraph and see each other do it", async ({
  join,
  person: owner,
  sample,
}) => {
  const translator = await join("Wang Fang");
  const { page } = owner;
  await page.goto(`/projects/${sample.projectId}/members`);
  await page.getByLabel("E-mail address").fill(translator.email);
  await page.getByLabel("Role", { exact: true }).selectOption("Translator");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Wang Fang is a member now.")).toBeVisible();
  await expect(
    page.getByRole("list", { name: "Members of this project" }),
  ).toContainText("Wang Fang");

  const other = translator.page;
  await Promise.all([
    openWorkbench(page, sample.address),
    openWorkbench(other, sample.address),
  ]);
  const text = await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Modern services will grow.");
  const otherText = await openEnglish(other, 21, SECTION);
  await expect(otherText).toContainText("Modern services will grow.");

  // Carets carry names; their letters are no part of the text.
  const caretOf = (at: typeof text, name: string) =>
    at.locator(".live-caret-name", { hasText: name });
  await expect(caretOf(otherText, owner.name)).toBeVisible();
  await expect(caretOf(text, "Wang Fang")).toBeVisible();
  await expect(
    page.getByRole("button", { name: "Go to Wang Fang" }),
  ).toBeVisible();

  await other.keyboard.press("Control+Home");
  await Promise.all([
    other.keyboard.type("现代服务业: ", { delay: 20 }),
    page.keyboard.type(" So will farming.", { delay: 20 }),
  ]);
  await Promise.all([expectSaved(page), expectSaved(other)]);
  const words = "现代服务业: Modern services will grow. So will farming.";
  for (const window of [page, other]) {
    await window.keyboard.press("Escape");
  }
  await Promise.all(
    [page, other].map((window) =>
      expect
        .poll(() =>
          editor(window).evaluate((element) => {
            const copy = element.cloneNode(true) as HTMLElement;
            for (const caret of copy.querySelectorAll(".live-caret"))
              caret.remove();
            return copy.textContent;
          }),
        )
        .toBe(words),
    ),
  );
});

test("a row that nobody here has open follows what others write and confirm in it", async ({
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
  await Promise.all([
    openWorkbench(page, sample.address),
    openWorkbench(other, sample.address),
  ]);
  await show(page, 21, SECTION);
  await openEnglish(other, 21, SECTION);
  await other.keyboard.type("Modern services 现代服务业");
  await expect(english(page, 21)).toHaveText("Modern services 现代服务业");
  await expect(
    row(page, 21).getByRole("img", { name: "Wang Fang is here" }),
  ).toBeVisible();
  await other.keyboard.press("Control+Enter");
  await expectOpen(other, 22);
  await expect(
    row(page, 21).getByRole("img", { name: "Translated" }),
  ).toBeVisible();
  await expect(outlineLine(page, SECTION)).toContainText("4 of 6 translated");
  await expect(
    row(page, 22).getByRole("img", { name: "Wang Fang is here" }),
  ).toBeVisible();
});

test("a reader sees what is written as it is written", async ({
  join,
  person: owner,
  sample,
}) => {
  const { projectId, address } = sample;
  const reader = await join("Zhou Reader", { projectId, role: "reader" });
  await Promise.all([
    openWorkbench(owner.page, address),
    openWorkbench(reader.page, address),
  ]);
  await show(reader.page, 21, SECTION);
  await english(reader.page, 21).click();
  await expect(
    reader.page.getByText("You may read this document."),
  ).toBeVisible();
  await openEnglish(owner.page, 21, SECTION);
  await owner.page.keyboard.type("Modern services 现代服务业");
  await expect(english(reader.page, 21)).toHaveText(
    "Modern services 现代服务业",
  );
  await expect(
    reader.page.getByRole("button", { name: `Go to ${owner.name}` }),
  ).toBeVisible();
});

test("characters that are still being composed are nobody else's: neither shown to others nor stored", async ({
  person,
  signInAgain,
  sample,
}) => {
  const other = (await signInAgain(person)).page;
  const { page, context } = person;
  await Promise.all([
    openWorkbench(page, sample.address),
    openWorkbench(other, sample.address),
  ]);
  const text = await openEnglish(page, 21, SECTION);
  const otherText = await openEnglish(other, 21, SECTION);
  await page.keyboard.type("Services ");
  // The name at the other's caret stands in the editor, too.
  await expect(otherText).toContainText("Services ");
  const seen = await otherText.evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(element.textContent ?? "")).observe(
      element,
      { subtree: true, childList: true, characterData: true },
    );
    return texts;
  });

  const device = await context.newCDPSession(page);
  for (const typed of ["z", "zhong", "zhong guo"]) {
    await device.send("Input.imeSetComposition", {
      text: typed,
      selectionStart: typed.length,
      selectionEnd: typed.length,
    });
    await expect(text).toContainText(`Services ${typed}`);
  }
  await device.send("Input.insertText", { text: "中国" });
  await page.keyboard.type(" first");
  await expect(otherText).toContainText("Services 中国 first");
  await expectSaved(page);

  expect((await seen.jsonValue()).join("\n")).not.toMatch(/Services z/);
  const ofProject = { text: { projectId: sample.projectId } };
  const updates = await prisma.liveUpdate.findMany({ where: ofProject });
  const written = updates.map(({ update }) => Buffer.from(update).toString());
  expect(written.join("\n")).toContain("中国");
  expect(written.join("\n")).not.toContain("zhong");
});
