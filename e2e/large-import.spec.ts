import type { Page } from "@playwright/test";
import { Document, Packer, Paragraph } from "docx";
import { MAX_SOURCE_BYTES } from "@/core/documents/body-limits.mjs";
import { expect, test } from "./fixtures";

// Reading, sending back and storing 20 MB takes a while on a slow machine.
test.describe.configure({ timeout: 600_000 });

/** A slow machine takes minutes for what takes seconds elsewhere. */
const PATIENCE = { timeout: 300_000 };

async function openImport(page: Page) {
  await page.goto("/projects");
  await page.getByRole("button", { name: "New project" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("长篇");
  await dialog.getByRole("button", { name: "Create the project" }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: "Import a document" }).first().click();
  await page.waitForURL(/\/import$/);
}

const choose = (page: Page, name: string, buffer: Buffer) =>
  page
    .getByLabel("Choose a file")
    .and(page.locator("input"))
    .setInputFiles(
      { name, mimeType: "application/octet-stream", buffer },
      PATIENCE,
    );

const SENTENCE = "全市上下要深入贯彻落实党的二十大精神，推动高质量发展。";

/** Paragraphs of about 1,200 characters, numbered so that no two are the same. */
function* writeParagraphs(bytes: number): Generator<string> {
  for (let written = 0, count = 1; ; count += 1) {
    const text = `${count}号段落：${SENTENCE.repeat(45)}`;
    written += Buffer.byteLength(text) + 1;
    if (written > bytes) return;
    yield text;
  }
}

const writeText = (bytes: number) =>
  Buffer.from([...writeParagraphs(bytes)].join("\n"));

async function writeWord(bytes: number): Promise<Buffer> {
  const children = [...writeParagraphs(bytes)].map(
    (text) => new Paragraph(text),
  );
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

for (const [name, make] of [
  ["a text of 12 MB", async () => writeText(12_000_000)],
  ["a text of nearly 20 MB", async () => writeText(MAX_SOURCE_BYTES - 5_000)],
  ["a Word file with 12 MB of text", async () => writeWord(12_000_000)],
] as const)
  test(`${name} is read, sent back and stored`, async ({
    person: { page },
  }) => {
    await openImport(page);
    const isWord = name.includes("Word");
    await choose(page, isWord ? "长篇.docx" : "长篇.txt", await make());
    const store = page.getByRole("button", { name: "Store the document" });
    await expect(store).toBeVisible(PATIENCE);
    await store.click(PATIENCE);
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}/, PATIENCE);
    await expect(
      page.getByText("1号段落：", { exact: false }).first(),
    ).toBeVisible(PATIENCE);
  });

test("a text above the limit is refused with what can be done", async ({
  person: { page },
}) => {
  await openImport(page);
  await choose(page, "长篇.txt", writeText(MAX_SOURCE_BYTES + 10_000));
  await expect(
    page.getByText("divide it and import the parts", { exact: false }),
  ).toBeVisible(PATIENCE);
});
