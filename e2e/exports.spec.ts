import { unzipSync } from "fflate";
import { DEFAULT_OPTIONS, type ExportFormat } from "@/core/export/options";
import { exportAs, exportDialog, openExport } from "./exporting";
import { expect, test } from "./fixtures";
import { openPublishing, publish } from "./publishing";

/** How each format is called in the dialog, and what its files begin with. */
const FORMATS: Readonly<
  Record<ExportFormat, { readonly name: string; readonly begins: RegExp }>
> = {
  pdf: { name: "PDF", begins: /^%PDF-1\.\d/ },
  docx: { name: "Word", begins: /^PK/ },
  epub: { name: "EPUB", begins: /^PK/ },
  html: { name: "Web page", begins: /^<!doctype html>/i },
  md: { name: "Markdown", begins: /Recommendations of the CPC Quzhou/ },
  txt: { name: "Plain text", begins: /Recommendations of the CPC Quzhou/i },
  tei: { name: "TEI", begins: /^<\?xml[^]*<TEI/ },
  xliff21: { name: "XLIFF 2.1", begins: /^<\?xml[^]*<xliff[^>]*2\.1/ },
  xliff12: { name: "XLIFF 1.2", begins: /^<\?xml[^]*<xliff[^>]*1\.2/ },
  tmx: { name: "TMX", begins: /^<\?xml[^]*<tmx/ },
  bundle: { name: "Bundle", begins: /"duizhao-bundle"/ },
};

test("the draft is exported in every format", async ({
  person: { page },
  sample,
}) => {
  await openPublishing(page, sample);
  await openExport(page);
  for (const { name, begins } of Object.values(FORMATS)) {
    const { bytes } = await exportAs(page, name);
    expect(bytes.toString("latin1", 0, 4000), name).toMatch(begins);
  }
});

test("a format asks for the options it looks at, and the choice is remembered", async ({
  person: { page },
  sample,
}) => {
  await openPublishing(page, sample);
  const dialog = await openExport(page);
  await dialog.getByRole("radio", { name: "Word" }).check();
  await dialog.getByLabel("Notes", { exact: true }).selectOption("At the end");
  await dialog.getByLabel("Paper").selectOption("US Letter");
  await expect(dialog.getByLabel(/^With the team’s doubts/)).toBeVisible();
  await dialog.getByRole("radio", { name: "Side by side" }).check();

  await dialog.getByRole("radio", { name: "Plain text" }).check();
  await expect(dialog.getByLabel("Paper")).toHaveCount(0);
  await expect(dialog.getByLabel("Notes", { exact: true })).toBeVisible();
  await dialog.getByRole("radio", { name: "TMX" }).check();
  await expect(dialog.getByRole("radio", { name: "Side by side" })).toHaveCount(
    0,
  );
  await expect(dialog.getByLabel("Notes", { exact: true })).toHaveCount(0);

  await dialog.getByRole("radio", { name: "Word" }).check();
  await page.reload();
  await openExport(page);
  await expect(dialog.getByRole("radio", { name: "Word" })).toBeChecked();
  await expect(dialog.getByLabel("Notes", { exact: true })).toHaveValue(
    "endnotes",
  );
  await expect(dialog.getByLabel("Paper")).toHaveValue("letter");
  const { bytes } = await exportAs(page, "Word", "Side by side");
  const parts = unzipSync(bytes);
  expect(Object.keys(parts)).toContain("word/endnotes.xml");
});

test("a page is shown as it will look, and nothing of it can run", async ({
  person: { page },
  sample,
}) => {
  await openPublishing(page, sample);
  const dialog = await openExport(page);
  const preview = dialog.getByRole("region", {
    name: "A page as it will look",
  });
  await dialog.getByRole("radio", { name: "PDF" }).check();
  const picture = preview.getByRole("img", { name: "Picture of page 1" });
  // The first picture waits for the process that sets pages to start.
  await expect(picture).toHaveAttribute("src", /^data:image\/svg\+xml/, {
    timeout: 90_000,
  });
  // A picture that the browser could not read has no size.
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(100);
  await preview.getByRole("button", { name: "Next page" }).click();
  await expect(preview.getByRole("img", { name: /page 2/ })).toBeVisible();

  await dialog.getByRole("radio", { name: "Web page" }).check();
  const frame = preview.locator("iframe");
  await expect(frame).toHaveAttribute("sandbox", "");
  await expect(
    frame.contentFrame().getByRole("heading", { level: 1 }),
  ).toContainText("Recommendations of the CPC Quzhou");

  await dialog.getByRole("radio", { name: "Markdown" }).check();
  await expect(preview.getByLabel("Beginning of the file")).toContainText(
    "Recommendations of the CPC Quzhou",
  );
});

test("an edition gives the same bytes each time, and says which it is", async ({
  person: { page },
  sample,
}) => {
  await openPublishing(page, sample);
  await publish(page, 1);
  await page.getByRole("button", { name: "Export Edition 1" }).click();
  const dialog = exportDialog(page);
  await expect(dialog.getByLabel("What")).toContainText("Edition 1");
  const once = await exportAs(page, "PDF", "Side by side");
  expect(once.name).toMatch(/\(edition 1, Chinese and English\)\.pdf$/);
  const again = await exportAs(page, "PDF", "Side by side");
  expect(again.bytes.equals(once.bytes)).toBe(true);
  await dialog
    .getByLabel("What")
    .selectOption("The document as it is now, as a draft");
  const draft = await exportAs(page, "Markdown", "English only");
  expect(draft.name).toMatch(/\(draft, English\)\.md$/);
  expect(draft.bytes.toString()).toMatch(/Draft translation/i);
});

test("an export says how far it is, and can be stopped", async ({
  person: { page },
  sample,
}) => {
  await openPublishing(page, sample);
  const dialog = await openExport(page);
  await dialog.getByRole("radio", { name: "PDF" }).check();
  // Held where it is: what is shown of it is ours to prove, not how fast the machine is.
  await page.route("**/exports/*", async (route) => {
    if (route.request().method() !== "GET") return route.continue();
    const response = await route.fetch();
    const job = (await response.json()) as Record<string, unknown>;
    await route.fulfill({
      response,
      json: { ...job, state: "working", progress: 0.42 },
    });
  });
  await dialog.getByRole("button", { name: "Export", exact: true }).click();
  await expect(dialog.getByText("42% written")).toBeVisible();
  await expect(dialog.getByRole("progressbar")).toHaveAttribute(
    "aria-valuetext",
    "42%",
  );
  const givenUp = page.waitForRequest(
    (request) => request.method() === "DELETE",
  );
  await dialog.getByRole("button", { name: "Stop writing" }).click();
  expect((await givenUp).url()).toMatch(/\/exports\//);
  await expect(dialog.getByText("Stopped. No file was made.")).toBeVisible();
  await page.unroute("**/exports/*");
  const { name } = await exportAs(page, "Markdown", "English only");
  expect(name).toMatch(/\.md$/);
});

test("nobody exports what they may not read, and nobody follows another's export", async ({
  person: { page },
  join,
  sample,
}) => {
  const stranger = await join("Nobody");
  const order = {
    choice: { format: "md", options: DEFAULT_OPTIONS },
    editionId: null,
  };
  for (const path of ["exports", "exports/preview"]) {
    const refused = await stranger.page.request.post(
      `${sample.address}/${path}`,
      { data: order },
    );
    expect(refused.status(), path).toBe(404);
  }
  const started = await page.request.post(`${sample.address}/exports`, {
    data: order,
  });
  const { jobId } = (await started.json()) as { readonly jobId: string };
  for (const path of [`/exports/${jobId}`, `/exports/${jobId}/file`])
    expect((await stranger.page.request.get(path)).status(), path).toBe(404);
  await stranger.page.request.delete(`/exports/${jobId}`);
  expect((await page.request.get(`/exports/${jobId}`)).status()).toBe(200);
});
