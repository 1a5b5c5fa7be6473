import { readFile } from "node:fs/promises";
import mammoth from "mammoth";
import { readBundle } from "@/core/bundle/read-bundle";
import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import { exportAs, openExport } from "./exporting";
import { expect, test } from "./fixtures";
import { expectOpen, openEnglish, openWorkbench } from "./workbench";

const TITLE =
  /Recommendations of the CPC Quzhou Municipal Committee for Formulating the 15th Five-Year Plan/;
const HEADING = /II\. Taking five-chain integration as the driving force/;
const HEADINGS = 12;

/** The notes of the sample, as an edition numbers them. */
async function sampleNotes() {
  const bundle = readBundle(
    await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8"),
  );
  const [document] = bundle.documents;
  if (document === undefined) throw new Error("The sample holds no document.");
  const moment = { asOf: new Date().toISOString(), sha256: "0".repeat(64) };
  return editionOfBundle(bundle, document, moment).notes;
}

test("an edition is exported in every format, after its dialog has said what is missing", async ({
  person: { page },
  sample,
}) => {
  const notes = await sampleNotes();
  await openWorkbench(page, sample.address);
  // One more than the sample has: what was just written is in the edition.
  await openEnglish(page, 21, /five-chain integration as the driving force/);
  await page.keyboard.type("6. Growing modern services: ");
  await page.keyboard.press("Alt+[");
  await page.keyboard.type("the city’s");
  await page.keyboard.press("Alt+[");
  await page.keyboard.type(" next step.");
  await page.keyboard.press("Control+Enter");
  await expectOpen(page, 22);

  const dialog = await openExport(page);
  await expect(
    dialog.getByText(/^57 of 89 paragraphs are not translated yet\./),
  ).toBeVisible();
  const drafts = notes.filter(({ status }) => status === "draft").length;
  await expect(
    dialog.getByRole("link", { name: `${drafts} of ${notes.length} notes` }),
  ).toHaveAttribute("href", `${sample.address}/notes?show=draft`);

  const markdown = await exportAs(page, "Markdown", "English only");
  expect(markdown.name).toMatch(/\(draft, English\)\.md$/);
  const text = markdown.bytes.toString("utf8");
  expect(text).toMatch(new RegExp(`^# .*${TITLE.source}`, "m"));
  expect(text.match(/^## .*\b[IVX]+\. /gm)).toHaveLength(HEADINGS);
  expect(text).toMatch(new RegExp(`^## .*${HEADING.source}`, "m"));
  expect(text).toContain("Growing modern services");
  expect(text.replaceAll("\\", "")).toContain("[the city’s] next step.");
  // Once in the notice at the top, then once for each.
  expect(text.match(/Untranslated/g)).toHaveLength(1 + 57);
  expect(text).toContain("Quzhou Release");
  expect(text.match(/^\[\^\d+\]: \S/gm)).toHaveLength(notes.length);

  const html = await exportAs(page, "Web page", "Side by side");
  expect(html.name).toMatch(/\(draft, Chinese and English\)\.html$/);
  const file = html.bytes.toString("utf8");
  // One file: nothing of it is fetched.
  expect(file).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]+src/i);
  const reader = await page.context().newPage();
  await reader.setContent(file);
  await expect(reader.getByRole("heading", { level: 1 })).toContainText(TITLE);
  await expect(
    reader.getByRole("heading", { level: 2, name: /^(?:\[.*\] )?[IVX]+\. / }),
  ).toHaveCount(HEADINGS);
  await expect(
    reader.getByText("全市上下要更加紧密地团结").first(),
  ).toBeVisible();
  // Its number stands in both texts, and its note leads back to each.
  await expect(reader.locator("[role=doc-footnote]")).toHaveCount(notes.length);
  const first = reader
    .locator("a[role=doc-noteref]")
    .getByText("1", { exact: true });
  const back = reader.locator("#n1 a[role=doc-backlink]");
  await expect(back).toHaveCount(await first.count());
  await reader.close();

  const word = await exportAs(page, "Word", "English only");
  expect(word.name).toMatch(/\(draft, English\)\.docx$/);
  const { value } = await mammoth.convertToHtml({ buffer: word.bytes });
  await page.goto("about:blank");
  await page.setContent(value);
  await expect(page.getByRole("heading", { name: HEADING })).toBeVisible();
  await expect(page.getByText(TITLE).first()).toBeVisible();
  await expect(page.getByText("[the city’s] next step.")).toBeVisible();
  expect(value.match(/\[Untranslated\]/g)?.length).toBeGreaterThanOrEqual(57);
  await expect(page.locator("[id^=footnote-ref-]")).toHaveCount(notes.length);
});

test("an export says first which notes have no place, and leads to them", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 4);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  const dialog = await openExport(page);
  const unplaced = dialog.getByRole("link", {
    name: /^1 of \d+ notes has no place in the English$/,
  });
  // A term that was used there only needs its note no more: it is not counted.
  const all = Number(/of (\d+)/.exec(await unplaced.innerText())?.[1]);
  const markdown = await exportAs(page, "Markdown", "Side by side");
  const text = markdown.bytes.toString("utf8");
  expect(text.match(/^\[\^\d+\]: \S/gm)).toHaveLength(all - 1);
  await unplaced.click();
  await expect(page).toHaveURL(/\/notes\?show=unplaced$/);
});

test("an export that fails says so and can be tried again", async ({
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  const dialog = await openExport(page);
  await page.route("**/exports", (route) => route.abort());
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(
    dialog.getByText("The server can't be reached. Nothing is lost"),
  ).toBeVisible();
  await page.unroute("**/exports");
  const { name } = await exportAs(page, "Markdown", "Side by side");
  expect(name).toMatch(/\(draft, Chinese and English\)\.md$/);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
