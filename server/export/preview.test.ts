import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { readBundle } from "@/core/bundle/read-bundle";
import type { Edition } from "@/core/editions/edition";
import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import { DEFAULT_OPTIONS, type ExportFormat } from "@/core/export/options";
import { previewEdition } from "./preview";

let edition: Edition;

beforeAll(async () => {
  const bundle = readBundle(
    await readFile("samples/quzhou-15th-fyp/bundle.json", "utf8"),
  );
  const [document] = bundle.documents;
  if (document === undefined) throw new Error("The sample holds no document.");
  const moment = { asOf: "2026-11-22T08:00:00.000Z", sha256: "0".repeat(64) };
  edition = editionOfBundle(bundle, document, moment);
});

const preview = (format: ExportFormat) =>
  previewEdition(edition, { format, options: DEFAULT_OPTIONS });

/** How much of a picture is not white, 0 to 1. */
async function inkOf(svg: string): Promise<number> {
  const { channels } = await sharp(Buffer.from(svg))
    .resize(300)
    .flatten({ background: "#fff" })
    .greyscale()
    .stats();
  return 1 - (channels[0]?.mean ?? 255) / 255;
}

describe("how an export will look", () => {
  it("is a picture of each of its first pages, with letters on it, for what has pages", async () => {
    const shown = await preview("pdf");
    if (shown.kind !== "pages") throw new Error("No pages.");
    expect(shown.pages.length).toBeGreaterThan(4);
    const sizes = shown.pages.map((page) => page.length);
    expect(Math.max(...sizes)).toBeLessThan(1_500_000);
    for (const page of shown.pages) {
      expect(/<(?:script|image|foreignObject)/.test(page)).toBe(false);
      expect(await inkOf(page)).toBeGreaterThan(0.001);
    }
    // A page of running text is darker than the title's.
    const last = shown.pages.at(-1) ?? "";
    expect(await inkOf(last)).toBeGreaterThan(
      await inkOf(shown.pages[0] ?? ""),
    );
    await expect(preview("docx")).resolves.toMatchObject({ kind: "pages" });
  });

  it("is a page for a window, or words, for what has no pages", async () => {
    for (const format of ["html", "epub"] as const) {
      const shown = await preview(format);
      if (shown.kind !== "html") throw new Error(`${format} has no page.`);
      expect(shown.html).toContain("Recommendations of the CPC Quzhou");
    }
    for (const format of ["md", "txt", "tei", "tmx"] as const) {
      const shown = await preview(format);
      if (shown.kind !== "text") throw new Error(`${format} has no words.`);
      expect(shown.text).toMatch(/Quzhou/i);
    }
  });
});
