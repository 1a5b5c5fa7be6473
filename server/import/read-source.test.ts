import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { readPaste, readSource } from "./read-source";

const SAMPLE = readFileSync("samples/quzhou-15th-fyp/source.zh.txt");
const counts = (paragraphs: readonly { kind: string }[]) => {
  const result: Record<string, number> = {};
  for (const { kind } of paragraphs) result[kind] = (result[kind] ?? 0) + 1;
  return result;
};
const QUZHOU = {
  meta: 3,
  title: 1,
  body: 14,
  heading: 12,
  numbered: 52,
  item: 7,
};
const bytes = (text: string) => Buffer.from(text);
const refused = (data: Uint8Array, name: string, message: string) =>
  expect(readSource(data, name)).rejects.toMatchObject({ message });

describe("a text file", () => {
  it.each(["utf-8", "gb18030", "utf-16le", "utf-16be"])(
    "is read whole from %s",
    async (encoding) => {
      const source = await readSource(
        iconv.encode(SAMPLE.toString(), encoding),
        "source.zh.txt",
      );
      expect(source).toMatchObject({
        text: SAMPLE.toString(),
        encoding,
        mediaType: "text/plain",
      });
      expect(
        counts(parseSource(source.blocks, source.known).paragraphs),
      ).toEqual(QUZHOU);
    },
  );

  it("is read the same from a paste", () => {
    expect(
      counts(parseSource(readPaste(SAMPLE.toString()).blocks).paragraphs),
    ).toEqual(QUZHOU);
  });

  it("is Markdown or a page by its name, and a page by its content too", async () => {
    expect(
      await readSource(bytes("# 规划\n\n正文到此为止。"), "规划.md"),
    ).toMatchObject({ mediaType: "text/markdown" });
    expect(
      await readSource(bytes("<p>正文到此为止。</p>"), "规划.HTM"),
    ).toMatchObject({ mediaType: "text/html" });
    expect(
      await readSource(bytes("<!DOCTYPE html><p>正文到此为止。</p>"), "规划"),
    ).toMatchObject({ mediaType: "text/html", text: "正文到此为止。" });
  });

  it("shows characters that are none, and keeps the rest", async () => {
    expect(readPaste("甲\0乙\ud800丙\x0b丁").text).toBe(
      "甲\ufffd乙\ufffd丙\n丁",
    );
    const damaged = Buffer.concat([
      SAMPLE.subarray(0, 3000),
      Buffer.from([0xff, 0xfe, 0xff]),
      SAMPLE.subarray(3000),
    ]);
    const { text, encoding } = await readSource(damaged, "source.txt");
    expect(encoding).toBe("utf-8");
    expect(text).toContain("\ufffd");
    expect(text).toContain("《衢州发布》");
  });
});

describe("a file that is no source", () => {
  it.each([
    ["%PDF-1.7 …", "规划.pdf", "source_pdf"],
    ["%PDF-1.7 …", "规划.txt", "source_pdf"],
    ["{\\rtf1\\ansi …}", "规划.rtf", "source_rtf"],
    ["", "规划.txt", "source_empty"],
    [" \u3000\n\u00a0\n", "规划.txt", "source_empty"],
    ["<html><script>alert(1)</script></html>", "规划.html", "source_empty"],
  ])("is refused with what to do: %s as %s", (content, name, message) =>
    refused(bytes(content), name, message),
  );

  it("is refused where it is a picture, an old Word file or noise", async () => {
    await refused(
      Buffer.from("89504e470d0a1a0a0000", "hex"),
      "a.txt",
      "source_picture",
    );
    await refused(
      Buffer.concat([
        Buffer.from("d0cf11e0a1b11ae1", "hex"),
        Buffer.alloc(600),
      ]),
      "规划.doc",
      "source_doc",
    );
    const noise = Buffer.from(
      Array.from(
        { length: 100_000 },
        (_, index) => (index * 7919 + ((index * index) % 251)) % 256,
      ),
    );
    await expect(readSource(noise, "a.txt")).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(
      readSource(Buffer.alloc(10_000), "a.txt"),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("is refused where it is too large", async () => {
    await expect(
      readSource(Buffer.alloc(20 * 1024 * 1024 + 1, 97), "a.txt"),
    ).rejects.toMatchObject({ code: "too_large", message: "source_too_large" });
    expect(() => readPaste("字".repeat(20 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({ code: "too_large" }),
    );
  });
});

describe("hostile sizes", () => {
  it("reads a single line of 200,000 characters, and 20,000 paragraphs", async () => {
    const line = await readSource(bytes("衢".repeat(200_000)), "a.txt");
    expect(parseSource(line.blocks).paragraphs).toHaveLength(1);
    const many = await readSource(
      bytes("全市上下要深入学习领会。\n".repeat(20_000)),
      "a.txt",
    );
    expect(parseSource(many.blocks).paragraphs).toHaveLength(20_000);
  });

  it("reads 20 MB", async () => {
    const source = await readSource(
      bytes("全市上下要深入学习领会，结合实际抓好贯彻落实。\n".repeat(290_000)),
      "a.txt",
    );
    expect(parseSource(source.blocks).paragraphs).toHaveLength(290_000);
  });
});
