import { readFile } from "node:fs/promises";
import type { Bundle } from "@/core/bundle/bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import { expect, test } from "./fixtures";
import {
  english,
  expectSaved,
  openEnglish,
  openWorkbench,
  show,
} from "./workbench";

const SECTION = /five-chain integration as the driving force/;

/** A bundle with its ids numbered in the order of their appearance. */
function renumber(bundle: string): string {
  const seen = new Map<string, number>();
  return bundle.replace(
    /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g,
    (id) => `#${seen.get(id) ?? seen.set(id, seen.size).size - 1}`,
  );
}

/** The ids of all notes of a bundle, those of terms too. */
function notesIn({ documents, terms }: Bundle): readonly string[] {
  const notes = documents.flatMap((document) => document.notes);
  return [...notes, ...terms.flatMap((term) => term.explanation ?? [])].map(
    ({ id }) => id,
  );
}

test("a project is downloaded as a bundle and opened again as another project, with all that is in it", async ({
  join,
  person: { page },
  sample,
}) => {
  await openWorkbench(page, sample.address);
  await openEnglish(page, 21, SECTION);
  await page.keyboard.type("6. Growing modern services 现代服务业.");
  await expectSaved(page);
  await page.goto(`/projects/${sample.projectId}`);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download bundle" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/\.duizhao\.json$/);
  const first = await readFile(await download.path(), "utf8");

  const other = await join("Wang Fang");
  await other.page.goto("/projects");
  await other.page.getByRole("button", { name: "Open a bundle" }).click();
  const dialog = other.page.getByRole("dialog", { name: "Open a bundle" });
  await dialog.getByLabel("Bundle").setInputFiles(await download.path());
  await dialog.getByRole("button", { name: "Open", exact: true }).click();
  await other.page.waitForURL(/\/projects\/[0-9a-f-]{36}$/);
  expect(other.page.url()).not.toContain(sample.projectId);
  await expect(other.page.getByText("119 terms")).toBeVisible();

  const again = other.page.waitForEvent("download");
  await other.page.getByRole("link", { name: "Download bundle" }).click();
  const second = await readFile(await (await again).path(), "utf8");
  // On one server the copy has ids of its own; all else is the same, byte for byte.
  expect(renumber(second)).toBe(renumber(first));
  const [one, copy] = [readBundle(first), readBundle(second)];
  expect(notesIn(one)).toHaveLength(14 + 4);
  expect(notesIn(copy)).toHaveLength(14 + 4);
  expect(notesIn(one).filter((id) => notesIn(copy).includes(id))).toEqual([]);

  await other.page.getByRole("link", { name: /Recommendations/ }).click();
  await other.page.waitForURL(/\/documents\//);
  await expectSaved(other.page);
  await show(other.page, 21, SECTION);
  await expect(english(other.page, 21)).toHaveText(
    "6. Growing modern services 现代服务业.",
  );
});

test("a file that is no bundle, or a damaged one, makes no project", async ({
  person: { page },
}) => {
  await page.goto("/projects");
  await page.getByRole("button", { name: "Open a bundle" }).click();
  const dialog = page.getByRole("dialog", { name: "Open a bundle" });
  const open = dialog.getByRole("button", { name: "Open", exact: true });
  await open.click();
  await expect(dialog.getByText("Choose a bundle's file first.")).toBeVisible();

  const whole = await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8");
  const files: readonly (readonly [string, string | Buffer])[] = [
    ["This is not a Duizhao bundle.", whole.slice(0, whole.length / 2)],
    ["This is not a Duizhao bundle.", Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    [
      "This bundle was written by another version of Duizhao.",
      JSON.stringify({ ...(JSON.parse(whole) as object), version: 9 }),
    ],
    [
      "Something in this bundle does not fit together, at",
      whole
        .replace('"status":"approved"', '"status":"perfect"')
        .replace('"status": "approved"', '"status": "perfect"'),
    ],
  ];
  for (const [sentence, body] of files) {
    await dialog.getByLabel("Bundle").setInputFiles({
      name: "衢州.duizhao.json",
      mimeType: "application/json",
      buffer: Buffer.from(body),
    });
    await open.click();
    await expect(dialog.getByText(sentence)).toBeVisible();
  }
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByText("No project yet")).toBeVisible();
});
