import type { Page } from "@playwright/test";
import { richTextFromPlain } from "@/core/text/rich-text";
import { prisma } from "@/server/db/client";
import { newId } from "@/server/ids";
import { buildNote } from "@/test/factories";
import { openSocket, openText, until } from "@/test/live-client";
import { expect, home, test } from "./fixtures";
import { cookiesOf, live } from "./live-door";
import { holdBackCalls, replay, type Call } from "./replay";
import { english, openWorkbench, selectSource, show } from "./workbench";

const SECTION = /five-chain integration as the driving force/;
const FORBIDDEN = '"ok":false,"error":{"code":"forbidden"';
const NOT_FOUND = '"ok":false,"error":{"code":"not_found"';

const card = (page: Page) => page.getByRole("article", { name: "Open note" });

/** A note whose text was written twice. */
async function buildWritten(documentId: string) {
  const note = await buildNote({ documentId, body: "As it is now." });
  for (const [minute, words] of ["As it was.", "As it is now."].entries()) {
    const at = new Date(Date.UTC(2026, 0, 1, 8, minute));
    await prisma.textRevision.create({
      data: {
        id: newId(),
        textId: note.textId,
        richText: richTextFromPlain(words),
        plainText: words,
        createdAt: at,
        updatedAt: at,
      },
    });
  }
  return note;
}

test("calls of the actions on notes and on the style of editions in the name of anyone else are refused", async ({
  page: nobody,
  join,
  person: owner,
  sample,
}) => {
  const { projectId, documentId, address } = sample;
  const reader = await join("Zhou", { projectId, role: "reader" });
  const commenter = await join("Chen", { projectId, role: "commenter" });
  const translator = await join("Wang Fang", { projectId, role: "translator" });
  const stranger = await join("Nobody");
  const note = await buildWritten(documentId);
  const explanation = await prisma.note.findFirstOrThrow({
    where: { projectId, termSource: "五链融合" },
  });
  const { page } = owner;
  let calls: Call[] = [];
  const held = async (what: () => Promise<unknown>) => {
    const before = calls.length;
    await what();
    await expect.poll(() => calls.length).toBe(before + 1);
  };

  await openWorkbench(page, `${address}?note=${note.id}`);
  await expect(card(page)).toContainText("As it is now.");
  calls = await holdBackCalls(page);
  const button = (name: string | RegExp) =>
    card(page).getByRole("button", { name });
  await held(() =>
    card(page).getByLabel("Kind of note").selectOption("Doubt (internal)"),
  );
  await held(() => button("Mark reviewed").click());
  await button("History").click();
  await held(() => button(/^Restore the text of/).click());
  await show(page, 20, SECTION);
  await english(page, 20).click();
  await page.getByRole("tab", { name: /^Terms/ }).click();
  await held(() =>
    page.getByRole("button", { name: "Explain at first use" }).first().click(),
  );
  await selectSource(page, 20, "人工智能");
  await held(() => page.keyboard.press("Alt+n"));

  await openWorkbench(page, `${address}?note=${explanation.id}`);
  await held(() => button("Leave it out of this document").click());
  await page.goto(`${address}/notes?show=unplaced`);
  const line = page.getByRole("row").filter({ hasText: "As it is now." });
  await held(() => line.getByRole("button", { name: /^Delete / }).click());
  const deletedAt = new Date();
  await prisma.note.update({ where: { id: note.id }, data: { deletedAt } });
  await page.goto(`${address}/notes?show=deleted`);
  await held(() => line.getByRole("button", { name: /^Bring back / }).click());
  await prisma.note.update({
    where: { id: note.id },
    data: { deletedAt: null },
  });
  await page.goto(`/projects/${projectId}`);
  await page.getByLabel("With pinyin and characters").check();
  await held(() => page.getByRole("button", { name: "Save" }).click());
  expect(calls).toHaveLength(9);

  for (const call of calls) {
    for (const { page } of [reader, commenter])
      expect(await replay(page.request, call)).toBe(FORBIDDEN);
    expect(await replay(stranger.page.request, call)).toBe(NOT_FOUND);
    expect(await replay(nobody.request, call)).toBe(
      '"ok":false,"error":{"code":"unauthenticated"',
    );
    const headers = { ...call.headers, origin: "https://evil.example" };
    expect(
      await replay(owner.page.request, { ...call, headers }),
    ).not.toContain('"ok":true');
  }
  // Reviewing is for reviewers, and the style of editions for owners.
  for (const call of [calls[1], calls[8]]) {
    if (call === undefined) throw new Error("Nothing was held back.");
    expect(await replay(translator.page.request, call)).toBe(FORBIDDEN);
  }
  // The same calls do what they say when the owner makes them: it was the name that was refused.
  for (const call of calls)
    expect(await replay(owner.page.request, call)).toBe('"ok":true');
});

test("a reader's own client can read a note live, and writes nothing", async ({
  join,
  sample,
}) => {
  const { projectId, documentId } = sample;
  const reader = await join("Zhou", { projectId, role: "reader" });
  const note = await buildNote({ documentId, body: "By the owner." });
  const origin = home();
  const socket = openSocket(live(), {
    cookie: await cookiesOf(reader),
    origin,
  });
  const text = openText(socket, `text:${note.textId}`);
  await text.synced();
  await until(() => text.text() === "By the owner.");
  text.type("By the reader.");
  expect(await text.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  socket.destroy();
  expect(
    await prisma.liveText.findUnique({ where: { id: note.textId } }),
  ).toMatchObject({ plainText: "By the owner." });
});
