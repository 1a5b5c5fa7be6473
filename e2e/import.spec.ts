import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from "docx";
import iconv from "iconv-lite";
import { expect, test } from "./fixtures";
import { expectSaved, outlineLine, row } from "./workbench";

const SOURCE = "samples/quzhou-15th-fyp/source.zh.txt";

async function openImport(page: Page) {
  await page.goto("/projects");
  await page.getByRole("button", { name: "New project" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("衢州“十五五”规划");
  await dialog.getByRole("button", { name: "Create the project" }).click();
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  await page.getByRole("link", { name: "Import a document" }).first().click();
  await page.waitForURL(/\/import$/);
}

const counts = (page: Page) =>
  page.getByRole("region", { name: "Paragraphs" }).getByRole("status");

const paragraph = (page: Page, words: string) =>
  page
    .getByRole("treegrid", { name: "Paragraphs" })
    .getByRole("row")
    .filter({ hasText: words })
    .first();

const choose = (page: Page, name: string, buffer: Buffer) =>
  page
    .getByLabel("Choose a file")
    .and(page.locator("input"))
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

test("the Quzhou document is pasted, understood, corrected with undo, stored, and opens in the workbench", async ({
  person: { page },
}) => {
  await openImport(page);
  const text = await readFile(SOURCE, "utf8");
  await page.getByLabel("Or paste the Chinese text").fill(text);
  await page.getByRole("button", { name: "Read its structure" }).click();

  const understood =
    /89 paragraphs.*1 title.*12 headings.*52 numbered.*7 items.*14 plain.*3 metadata/;
  await expect(counts(page)).toHaveText(understood);
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(
    "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
  );
  await expect(page.getByLabel("Date", { exact: true })).toHaveValue(
    "2025-12-08",
  );
  await expect(page.getByLabel("Source", { exact: true })).toHaveValue(
    "《衢州发布》",
  );
  await expect(page.getByLabel("Column", { exact: true })).toHaveValue(
    "政策法规",
  );

  const first = paragraph(page, "中国共产党衢州市第八届委员会");
  await first.click();
  await first.getByLabel("Kind").selectOption("Heading");
  await expect(counts(page)).toContainText("13 headings");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(counts(page)).toHaveText(understood);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(counts(page)).toContainText("13 headings");
  await page.keyboard.press("Control+z");
  await expect(counts(page)).toHaveText(understood);

  await first.click();
  await first.focus();
  await page.keyboard.press("j");
  await expect(counts(page)).toContainText("88 paragraphs");
  await page.keyboard.press("Control+z");
  await first.click();
  await first.focus();
  await page.keyboard.press("Delete");
  await expect(counts(page)).toContainText("13 plain");
  await page.keyboard.press("Control+z");
  await expect(counts(page)).toHaveText(understood);

  await page.getByRole("button", { name: "Store the document" }).click();
  await page.waitForURL(/\/documents\//);
  await expectSaved(page);
  await expect(
    page.getByRole("banner").getByText("0 of 89 paragraphs"),
  ).toBeVisible();
  await expect(row(page, 4)).toContainText("中国共产党衢州市第八届委员会");
  await expect(outlineLine(page, "着力构建具有衢州特色的")).toBeVisible();
});

test("corrections outlive a reload, and nothing is stored before one says so", async ({
  person: { page },
}) => {
  await openImport(page);
  const address = page.url();
  await page
    .getByLabel("Or paste the Chinese text")
    .fill("关于促进低空经济发展的意见\n一、总体要求\n坚持统筹发展和安全。");
  await page.getByRole("button", { name: "Read its structure" }).click();
  await expect(counts(page)).toContainText("3 paragraphs");
  await paragraph(page, "坚持统筹发展和安全").click();
  await page.getByLabel("Kind").selectOption("Item");
  await expect(counts(page)).toContainText("1 item");
  await page.reload();
  await expect(counts(page)).toContainText("1 item");
  await page.goto(address.replace("/import", ""));
  await expect(page.getByText("No document yet")).toBeVisible();
});

test("a Word document brings its headings, its numbering and its table", async ({
  person: { page },
}) => {
  await openImport(page);
  const cell = (text: string) =>
    new TableCell({ children: [new Paragraph(text)] });
  const numbered = (text: string) =>
    new Paragraph({ text, numbering: { reference: "zh", level: 0 } });
  const word = new Document({
    numbering: {
      config: [
        {
          reference: "zh",
          levels: [
            { level: 0, format: "chineseCounting", text: "%1、" } as const,
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            text: "关于促进低空经济发展的若干意见",
            heading: HeadingLevel.TITLE,
          }),
          numbered("总体要求"),
          new Paragraph("坚持统筹发展和安全,建设低空经济先行区。"),
          numbered("重点任务"),
          new Table({
            rows: [
              new TableRow({ children: [cell("指标"), cell("目标")] }),
              new TableRow({ children: [cell("航线"), cell("20条")] }),
            ],
          }),
        ],
      },
    ],
  });
  await choose(page, "低空经济.docx", await Packer.toBuffer(word));
  await expect(counts(page)).toContainText("1 title");
  await expect(counts(page)).toContainText("2 headings");
  await expect(counts(page)).toContainText("1 table");
  await expect(paragraph(page, "总体要求")).toContainText("一、");
  await page.getByRole("button", { name: "Store the document" }).click();
  await page.waitForURL(/\/documents\//);
  await expectSaved(page);
  await expect(
    page.getByRole("list", { name: "Paragraphs" }).getByRole("table").first(),
  ).toContainText("20条");
});

test("a text in GB18030 is read in its own encoding", async ({
  person: { page },
}) => {
  await openImport(page);
  const text = await readFile(SOURCE, "utf8");
  await choose(page, "衢州.txt", iconv.encode(text, "gb18030"));
  await expect(counts(page)).toHaveText(/12 headings.*52 numbered/);
  await expect(page.getByText(/衢州\.txt · GB/)).toBeVisible();
  await expect(page.getByLabel("Source", { exact: true })).toHaveValue(
    "《衢州发布》",
  );
});

test("files that cannot be read say why, and what was pasted stays", async ({
  person: { page },
}) => {
  await openImport(page);
  const field = page.getByLabel("Or paste the Chinese text");
  await page.getByRole("button", { name: "Read its structure" }).click();
  await expect(
    page.getByText("Paste the text, or choose a file."),
  ).toBeVisible();
  await field.fill("一、总体要求\n坚持统筹发展和安全。");
  const files: readonly (readonly [string, Buffer, RegExp])[] = [
    ["断.docx", Buffer.from("PK\u0003\u0004 not a zip"), /could not be read/],
    ["报告.docx", Buffer.from("%PDF-1.7\n"), /A PDF holds a picture of pages/],
    ["空.txt", Buffer.from(""), /There is no text in this/],
    [
      "术语.xlf",
      Buffer.from('<?xml version="1.0"?><xliff version="1.2"/>'),
      /holds data \(XML\).*Word \(\.docx\), saved web pages \(\.html\)/,
    ],
    ["图.png", Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"), /a picture/],
    [
      "页.html",
      Buffer.from("<script>alert(1)</script><nav>首页</nav>"),
      /There is no text in this|could not be read/,
    ],
  ];
  for (const [name, buffer, sentence] of files) {
    await choose(page, name, buffer);
    await expect(page.getByText(sentence), name).toBeVisible();
    await expect(field).toHaveValue("一、总体要求\n坚持统筹发展和安全。");
  }
  await page.getByRole("button", { name: "Read its structure" }).click();
  await expect(counts(page)).toContainText("1 heading");
});

test("what a page lost is said in one line, and each place can be reached by mouse and by key", async ({
  person: { page },
}) => {
  await openImport(page);
  const filler = Array.from(
    { length: 30 },
    (_, index) => `<p>第${index + 1}段，各级各部门要抓好贯彻落实。</p>`,
  ).join("");
  const html = `<html><body><h1>关于促进低空经济发展的意见</h1>${filler}
    <p>试点工作于<del>2025年</del><ins>2027年</ins>完成。</p>
    <p>卫星影像<img src="a.jpg" alt="青溪市">如上，<img src="b.jpg">如下。</p>
    <ol style="list-style-type: ethiopic-numeric"><li>建设起降场地，完善监管平台。</li></ol></body></html>`;
  await choose(page, "意见.html", Buffer.from(html));
  const list = page.getByRole("region", {
    name: "Left out: 2 pictures and 1 struck-out passage. Check 1 list number.",
  });
  await expect(list).toBeVisible();
  const struck = list.getByRole("button", { name: /Struck out.*2025年/ });
  await struck.click();
  const row = paragraph(page, "试点工作于2027年完成");
  await expect(row).toBeFocused();
  await expect(row).toHaveAttribute("aria-selected", "true");

  await list.getByRole("button", { name: "Show all 4" }).focus();
  await page.keyboard.press("Enter");
  await list.getByRole("button", { name: /List number/ }).focus();
  await page.keyboard.press("Enter");
  await expect(paragraph(page, "建设起降场地")).toBeFocused();

  // Joined to the paragraph above, the passage is still named and leads to what it became a part of.
  await struck.click();
  await page.keyboard.press("j");
  await struck.click();
  await expect(paragraph(page, "第30段")).toBeFocused();
});
