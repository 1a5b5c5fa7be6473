import { buildNote } from "@/test/factories";
import { openSocket, openText, until } from "@/test/live-client";
import { expect, filesOf, home, test } from "./fixtures";
import { cookiesOf, findText, knock, live } from "./live-door";
import { holdBackCalls, replay } from "./replay";
import {
  editor,
  english,
  expectSaved,
  openEnglish,
  openWorkbench,
  row,
  selectSource,
  show,
} from "./workbench";

const SECTION = /five-chain integration as the driving force/;

test("a reader finds no way to write in the workbench", async ({
  join,
  sample,
}) => {
  const { projectId, address } = sample;
  const { page } = await join("Zhou", { projectId, role: "reader" });
  await openWorkbench(page, address);
  await show(page, 20, SECTION);
  await english(page, 20).click();
  await expect(page.getByText("You may read this document.")).toBeVisible();
  await expect(english(page, 20)).toHaveAttribute("aria-readonly", "true");
  // Numbers of notes stand in the text as soon as the notes are here.
  await expect(
    english(page, 20)
      .getByRole("button", { name: /^Note / })
      .first(),
  ).toBeVisible();
  const before = await english(page, 20).textContent();
  await page.keyboard.type("by a reader");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Alt+1");
  await selectSource(page, 20, "人工智能");
  await page.keyboard.press("Alt+g");
  await expect(editor(page)).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Add term/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Status/ })).toHaveCount(0);
  await expect(english(page, 20)).toHaveText(before ?? "");
  await page.goto(`/projects/${projectId}`);
  await expect(page.getByRole("link", { name: /中共衢州市委/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Import/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Delete/ })).toHaveCount(0);
  await page.goto(`/projects/${projectId}/members`);
  await expect(page.getByText("Zhou").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Add" })).toHaveCount(0);
});

test("calls of the owner's actions in the name of anyone else are refused", async ({
  page: nobody,
  join,
  person: owner,
  sample,
}) => {
  const { projectId, address } = sample;
  const reader = await join("Zhou", { projectId, role: "reader" });
  await join("Wang Fang", { projectId, role: "translator" });
  const stranger = await join("Nobody");
  const { page } = owner;
  await openWorkbench(page, address);
  await show(page, 20, SECTION);
  await english(page, 20).click();
  await expect(editor(page)).toBeFocused();
  const calls = await holdBackCalls(page);
  const held = (count: number) =>
    expect.poll(() => calls.length).toBeGreaterThanOrEqual(count);

  await row(page, 20)
    .getByRole("button", { name: /^Status/ })
    .click();
  await page.getByRole("menuitemradio", { name: "Approved" }).click();
  await held(1);
  await selectSource(page, 20, "人工智能");
  await page.keyboard.press("Alt+g");
  const box = page.getByRole("dialog", { name: "Add term" });
  await box.getByLabel("English").fill("artificial intelligence");
  await box.getByRole("button", { name: "Add", exact: true }).click();
  await held(2);

  await page.goto(`/projects/${projectId}/members`);
  await page.getByLabel("E-mail address").fill(stranger.email);
  await page.getByLabel("Role", { exact: true }).selectOption("Owner");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await held(3);
  await page.getByLabel("Role of Zhou").selectOption("Owner");
  await held(4);
  await page.reload();
  await page.getByRole("button", { name: "Remove Wang Fang" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Remove", exact: true })
    .click();
  await held(5);

  await page.goto(`/projects/${projectId}`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("Taken over");
  await page.getByRole("button", { name: "Rename" }).click();
  await held(6);
  await page.getByRole("button", { name: /^Delete “/ }).click();
  const sure = page.getByRole("dialog");
  await sure.getByRole("button", { name: "Delete", exact: true }).click();
  await held(7);
  await page.reload();
  await page.getByRole("button", { name: "Delete the project" }).click();
  await sure.getByLabel("Type the project's name").fill("Taken over");
  await sure.getByRole("button", { name: "Delete the project" }).click();
  await held(8);
  expect(calls).toHaveLength(8);

  for (const call of calls) {
    expect(await replay(reader.page.request, call)).toBe(
      '"ok":false,"error":{"code":"forbidden"',
    );
    expect(await replay(stranger.page.request, call)).toBe(
      '"ok":false,"error":{"code":"not_found"',
    );
    expect(await replay(nobody.request, call)).toBe(
      '"ok":false,"error":{"code":"unauthenticated"',
    );
    const elsewhere = {
      ...call,
      headers: { ...call.headers, origin: "https://evil.example" },
    };
    expect(await replay(owner.page.request, elsewhere)).not.toContain(
      '"ok":true',
    );
  }
  // The same calls do what they say when the owner makes them: it was the name that was refused.
  for (const call of calls)
    expect(await replay(owner.page.request, call)).toBe('"ok":true');
});

test("a reader's own client can read live, and writes nothing", async ({
  join,
  person: owner,
  sample,
}) => {
  const { projectId, address } = sample;
  const reader = await join("Zhou", { projectId, role: "reader" });
  await openWorkbench(owner.page, address);
  await openEnglish(owner.page, 21, SECTION);
  await owner.page.keyboard.type("By the owner. ");
  await expectSaved(owner.page);

  const socket = openSocket(live(), {
    cookie: await cookiesOf(reader),
    origin: home(),
  });
  const text = openText(socket, await findText(reader, sample));
  await text.synced();
  expect(text.text()).toBe("By the owner. ");
  text.type("By the reader.");
  expect(await text.flush()).toMatchObject({
    type: "unsaved",
    reason: "read_only",
  });
  await owner.page.keyboard.type("Again by the owner.");
  await until(() => text.text().includes("Again by the owner."));
  socket.destroy();
  await expect(editor(owner.page)).toHaveText(
    "By the owner. Again by the owner.",
  );
  await expectSaved(owner.page);
  await reader.page.goto(address);
  await show(reader.page, 21, SECTION);
  await expect(english(reader.page, 21)).toHaveText(
    "By the owner. Again by the owner.",
  );
});

test("a project is not there for a stranger, by any address", async ({
  join,
  person: owner,
  sample,
}) => {
  const stranger = await join("Nobody");
  const { projectId, documentId, address } = sample;
  const project = `/projects/${projectId}`;
  const note = await buildNote({ documentId, body: "中共衢州市委 decides." });
  const pages = [
    project,
    address,
    `${address}?note=${note.id}`,
    `${address}/notes`,
    `${address}/publish`,
    `${project}/members`,
    `${project}/glossary`,
    `${project}/import`,
  ];
  for (const path of [...pages, ...filesOf(sample, note.id)]) {
    const own = await owner.page.request.get(path);
    expect(own.status(), `${path} of the owner`).toBe(200);
    const answer = await stranger.page.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toMatch(/中共衢州市委|Quzhou: 15th/);
  }
  // A document under the address of one's own project is not there either.
  const mine = await join("Somebody");
  await mine.page.goto("/projects");
  await mine.page.getByRole("button", { name: "New project" }).click();
  await mine.page.getByLabel("Name", { exact: true }).fill("Mine");
  await mine.page.getByRole("button", { name: "Create the project" }).click();
  await mine.page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  const smuggled = `${mine.page.url()}/documents/${documentId}`;
  for (const path of [
    smuggled,
    `${smuggled}/export/summary`,
    `${smuggled}/notes`,
    `${smuggled}/notes/all`,
    `${smuggled}/publish`,
    `${smuggled}/edition`,
    `${mine.page.url()}/notes/${note.id}/revisions`,
  ]) {
    const answer = await mine.page.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
  await stranger.page.goto(address);
  await expect(
    stranger.page.getByRole("heading", { name: "There is nothing here" }),
  ).toBeVisible();

  const socket = openSocket(live(), {
    cookie: await cookiesOf(stranger),
    origin: home(),
  });
  const names = [
    await findText(owner, sample),
    `text:${note.textId}`,
    `document:${documentId}`,
  ];
  for (const name of names) {
    const text = openText(socket, name);
    await until(() => text.refusals.length > 0);
    expect(text.refusals).toEqual(["not_found"]);
    expect(text.text()).toBe("");
  }
  socket.destroy();
});

test("without a session pages lead to signing in, and files and the live server refuse", async ({
  page,
  sample,
}) => {
  const project = `/projects/${sample.projectId}`;
  for (const path of ["/projects", "/account", project, sample.address]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
  }
  for (const path of filesOf(sample, sample.documentId)) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(401);
  }
});

test("the live server talks to pages of this instance only, and to nobody without a session", async ({
  person,
}) => {
  const cookie = await cookiesOf(person);
  expect(await knock({ cookie, origin: home() })).toBe(101);
  for (const origin of [
    "https://evil.example",
    "null",
    "http://localhost:1",
    `${home()}.evil.example`,
  ]) {
    expect(await knock({ cookie, origin }), origin).toBe(403);
  }
  expect(await knock({ cookie })).toBe(403);
  expect(await knock({ origin: home() })).toBe(401);
  expect(await knock({ cookie: `${cookie}x`, origin: home() })).toBe(401);
});
