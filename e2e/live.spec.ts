import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, home, PASSWORD, test } from "./fixtures";
import { layNetwork } from "./network";
import { startServer } from "./server";
import {
  english,
  expectSaved,
  openEnglish,
  openWorkbench,
  savingState,
  show,
} from "./workbench";

// Nothing that was typed is ever lost. Paragraph 21 has no English in the sample.
const SECTION = /five-chain integration as the driving force/;
const OFFLINE = "Offline, kept on this device";

test("closing the tab in the middle of a word loses nothing", async ({
  person,
  sample,
  signInAgain,
}) => {
  const { page, context } = person;
  await openWorkbench(page, sample.address);
  await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Modern services 现代服务业 will acceler");
  await page.close();

  const again = await context.newPage();
  await openWorkbench(again, sample.address);
  await show(again, 21, SECTION);
  const words = "Modern services 现代服务业 will acceler";
  await expect(english(again, 21)).toHaveText(words);
  const elsewhere = await signInAgain(person);
  await openWorkbench(elsewhere.page, sample.address);
  await show(elsewhere.page, 21, SECTION);
  await expect(english(elsewhere.page, 21)).toHaveText(words);
});

test("a server killed while someone types has lost nothing when it is back", async ({
  page,
  browser,
}) => {
  test.slow();
  const folder = await mkdtemp(path.join(tmpdir(), "duizhao-kill-"));
  let server = await startServer(folder);
  try {
    await page.goto(server.setupLink() ?? "");
    await page.getByLabel("Name", { exact: true }).fill("林译");
    await page.getByLabel("E-mail address").fill("lin@example.org");
    await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Create the account" }).click();
    await page.waitForURL(/\/documents\//);
    await expectSaved(page);
    const address = page.url();
    const text = await openEnglish(page, 21, SECTION);
    await page.keyboard.type("Saved before. ");
    await expectSaved(page);

    await page.keyboard.type("Typed as it die");
    await server.kill();
    await page.keyboard.type("d, and after. ");
    await expect(savingState(page)).toHaveText(OFFLINE);
    await page.keyboard.type("现代服务业.");
    const words = "Saved before. Typed as it died, and after. 现代服务业.";
    await expect(text).toHaveText(words);

    server = await startServer(folder, { PORT: new URL(server.url).port });
    await expectSaved(page);
    await expect(text).toHaveText(words);

    // A second kill, and nobody's browser to help: what was called saved is in the database.
    await server.kill();
    await page.close();
    server = await startServer(folder, { PORT: new URL(server.url).port });
    const other = await browser.newPage();
    await other.goto(`${server.url}/sign-in`);
    await other.getByLabel("E-mail address").fill("lin@example.org");
    await other.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await other.getByRole("button", { name: "Sign in" }).click();
    await other.waitForURL(/\/projects/);
    await openWorkbench(other, address);
    await show(other, 21, SECTION);
    await expect(english(other, 21)).toHaveText(words);
    await other.close();
    expect(await server.stop()).toBe(0);
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
});

for (const failure of ["cut", "swallow"] as const) {
  const how = failure === "cut" ? "breaks" : "falls silent";
  test(`a network that ${how} in the middle of a word loses nothing`, async ({
    person,
    sample,
    signInAgain,
  }) => {
    const network = await layNetwork(home());
    const { page } = person;
    await openWorkbench(page, network.url + sample.address);
    const text = await openEnglish(page, 21, SECTION);
    await page.keyboard.type("Modern ser");
    network[failure]();
    await page.keyboard.type("vices");
    await expect(savingState(page)).toHaveText(OFFLINE, { timeout: 30_000 });
    await page.keyboard.type(" 现代服务业");
    await expect(text).toHaveText("Modern services 现代服务业");

    network.mend();
    await expectSaved(page);
    await expect(text).toHaveText("Modern services 现代服务业");
    const elsewhere = await signInAgain(person);
    await openWorkbench(elsewhere.page, sample.address);
    await show(elsewhere.page, 21, SECTION);
    await expect(english(elsewhere.page, 21)).toHaveText(
      "Modern services 现代服务业",
    );
    await network.close();
  });
}

test("what was typed offline is sent by the next window, though nobody goes to its paragraph", async ({
  person,
  sample,
  signInAgain,
}) => {
  const network = await layNetwork(home());
  const { page, context } = person;
  const address = network.url + sample.address;
  await openWorkbench(page, address);
  await openEnglish(page, 21, SECTION);
  await page.keyboard.type("Before. ");
  await expectSaved(page);
  network.cut();
  await page.keyboard.type("On the train, 现代服务业 with");
  await expect(savingState(page)).toHaveText(OFFLINE);
  await page.close();

  network.mend();
  const again = await context.newPage();
  await openWorkbench(again, address);
  const elsewhere = await signInAgain(person);
  await openWorkbench(elsewhere.page, sample.address);
  await show(elsewhere.page, 21, SECTION);
  await expect(english(elsewhere.page, 21)).toHaveText(
    "Before. On the train, 现代服务业 with",
  );
  await network.close();
});
