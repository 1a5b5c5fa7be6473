import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { block, run } from "@/core/export/fixtures/edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import { drawCard } from "./card";

/** How much of a picture is dark. */
async function inkOf(png: Uint8Array): Promise<number> {
  const { channels } = await sharp(png).greyscale().stats();
  return 255 - (channels[0]?.mean ?? 255);
}

describe("the card of an edition", () => {
  it("is a picture of the size that pages which link to it expect", async () => {
    const card = await drawCard(PUBLISHED);
    const { width, height, format } = await sharp(card).metadata();
    expect({ width, height, format }).toEqual({
      width: 1200,
      height: 630,
      format: "png",
    });
  });

  it("has the title on it, and is drawn for one that has none", async () => {
    const title = { ...PUBLISHED.title, source: "", target: null };
    const bare = await drawCard({ ...PUBLISHED, title });
    expect(await inkOf(await drawCard(PUBLISHED))).toBeGreaterThan(
      (await inkOf(bare)) + 1,
    );
  });

  it("holds a title of any length and any signs", async () => {
    const words = '😀 <b>&"#[\\] '.repeat(400);
    const target = { version: 2 as const, blocks: [block(run(words))] };
    const title = { ...PUBLISHED.title, source: words, target };
    await expect(drawCard({ ...PUBLISHED, title })).resolves.toBeDefined();
  });
});
