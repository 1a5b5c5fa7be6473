import { describe, expect, it } from "vitest";
import { readSource } from "./read-source";

const NAMES = ["a.xlf", "规划.txt", "规划.md", "规划.docx", "规划.html", "a"];
const XLIFF = `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file><body><trans-unit id="1"><source>湿地</source></trans-unit></body></file></xliff>`;

describe("a file of data", () => {
  it.each([
    ["XLIFF", XLIFF, "XML"],
    ["XLIFF without declaration", XLIFF.split("\n")[1] ?? "", "XML"],
    [
      "TMX",
      '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><body/></tmx>',
      "XML",
    ],
    [
      "TBX",
      '<!-- 术语 -->\n<martif type="TBX" xml:lang="zh"><text/></martif>',
      "XML",
    ],
    [
      "flat Word",
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="a"/>',
      "XML",
    ],
    [
      "SVG",
      '<svg xmlns="http://www.w3.org/2000/svg"><text>湿地</text></svg>',
      "XML",
    ],
    ["JSON", '{\n  "湿地": "wetland"\n}', "JSON"],
    ["a bundle", '{"format":"duizhao-bundle","version":1}', "JSON"],
    ["lines of JSON", '{"source":"湿地"}\n{"source":"公园"}\n', "JSON"],
    [
      "PO",
      '# 译者\nmsgid ""\nmsgstr "Language: zh"\n\nmsgid "湿地"\nmsgstr "wetland"\n',
      "PO",
    ],
    [
      "CSV",
      "原文,译文,备注\n湿地,wetland,\n公园,park,\n滨河,riverside,\n",
      "CSV",
    ],
    ["CSV of Excel", "sep=;\n原文;译文\n湿地;wetland\n", "CSV"],
    [
      "TSV",
      "原文\t译文\t备注\n湿地\twetland\t无\n公园\tpark\t无\n河\triver\t无",
      "CSV",
    ],
    [
      "a mail",
      "MIME-Version: 1.0\nContent-Type: multipart/related\n\n正文",
      "MIME",
    ],
    ["subtitles", "1\n00:00:01,000 --> 00:00:02,000\n各位代表\n", "SRT"],
  ])(
    "is refused under any name, with what can be read: %s",
    async (_, text, kind) => {
      for (const name of NAMES)
        for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`)])
          await expect(readSource(bytes, name)).rejects.toMatchObject({
            code: "invalid",
            message: "source_data",
            values: { kind },
          });
    },
  );

  it("is refused as a table of two columns where its name says so, too", async () => {
    const text = "湿地,wetland\n公园,park\n";
    await expect(readSource(Buffer.from(text), "a.csv")).rejects.toMatchObject({
      message: "source_data",
    });
  });
});

describe("a text under a foreign name", () => {
  const TEXT = "关于促进低空经济发展的意见\n一、总体要求\n坚持统筹发展和安全。";

  it.each([
    "规划.xlf",
    "规划.csv",
    "规划.docx",
    "规划.html",
    "规划.json",
    "规划",
  ])("is read as text: %s", async (name) => {
    const source = await readSource(Buffer.from(TEXT), name);
    expect(source.mediaType).toBe("text/plain");
    expect(source.blocks).toHaveLength(3);
  });

  it.each([
    `<!DOCTYPE html><html><body><p>${TEXT}</p></body></html>`,
    `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "a.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${TEXT}</p></body></html>`,
    `<!-- saved from url=(0014)about:internet -->\n<html><body><p>${TEXT}</p></body></html>`,
    `<div class="TRS_Editor"><p>${TEXT}</p></div>`,
    `<head><meta charset="utf-8"></head><body><p>${TEXT}</p></body>`,
  ])("is read as a page: %s", async (html) => {
    for (const name of ["规划.txt", "规划.doc", "规划.html"])
      expect((await readSource(Buffer.from(html), name)).mediaType).toBe(
        "text/html",
      );
  });

  it("is text where it merely begins like data", async () => {
    for (const text of [
      "[衢州市]关于促进低空经济发展的意见\n坚持统筹发展。",
      "{草案}关于促进低空经济发展的意见\n坚持统筹发展。",
      "<关于促进低空经济发展的意见>\n坚持统筹发展。",
      "# 意见\n\n坚持统筹发展，完善机制，压实责任。",
      "指标,目标\n到2030年,全面实现,协调发展。\n坚持统筹发展。\n",
    ])
      expect((await readSource(Buffer.from(text), "a.txt")).mediaType).toBe(
        "text/plain",
      );
  });
});
