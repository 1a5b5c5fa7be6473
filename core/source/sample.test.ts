import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blocksFromText } from "./blocks/from-text";
import { SourceMetadataSchema, SourceParagraphSchema } from "./paragraph";
import { parseSource } from "./parse-source";
import { toSourceJson } from "./to-json";

const text = readFileSync("samples/quzhou-15th-fyp/source.zh.txt", "utf8");
const { metadata, paragraphs } = parseSource(blocksFromText(text));
const ofKind = (kind: string) =>
  paragraphs.filter((paragraph) => paragraph.kind === kind);

describe("the Quzhou recommendations", () => {
  it("has 89 paragraphs of the kinds that a reader sees", () => {
    const counts = Object.fromEntries(
      ["title", "meta", "heading", "numbered", "item", "body", "table"].map(
        (kind) => [kind, ofKind(kind).length],
      ),
    );
    expect(counts).toEqual({
      title: 1,
      meta: 3,
      heading: 12,
      numbered: 52,
      item: 7,
      body: 14,
      table: 0,
    });
    expect(paragraphs).toHaveLength(89);
  });

  it("says what it is", () => {
    expect(metadata).toEqual({
      version: 1,
      title:
        "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
      column: "政策法规",
      issuingBody: "中共衢州市委",
      documentNumber: null,
      publisher: "法务与规划发展处",
      date: "2025-12-08",
      source: "《衢州发布》",
      sourceAddress: null,
    });
  });

  it("has twelve headings of level 1, marked 一、 to 十二、", () => {
    expect(ofKind("heading").map((heading) => heading.marker)).toEqual(
      [
        "一",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "八",
        "九",
        "十",
        "十一",
        "十二",
      ].map((number) => `${number}、`),
    );
    expect(
      ofKind("heading").every(
        (heading) => heading.level === 1 && heading.runIn === null,
      ),
    ).toBe(true);
  });

  it("has 52 numbered paragraphs, each with its first sentence as run-in heading", () => {
    const numbered = ofKind("numbered");
    expect(numbered.map((paragraph) => paragraph.marker)).toEqual(
      Array.from({ length: 52 }, (_, index) => `${index + 1}.`),
    );
    for (const { text: whole, marker, runIn, level } of numbered) {
      expect(level).toBeNull();
      expect(runIn).toMatch(/^[^。]{4,40}。$/);
      expect(
        whole
          .slice((marker ?? "").length)
          .trimStart()
          .startsWith(runIn ?? "-"),
      ).toBe(true);
    }
    expect(numbered[0]?.runIn).toBe("“十四五”时期我市发展取得重大成就。");
    expect(numbered[51]?.runIn).toBe("健全规划制定和落实机制。");
  });

  it("has the seven items of paragraph 4 right after it", () => {
    const four = paragraphs.findIndex((paragraph) => paragraph.marker === "4.");
    const items = paragraphs.slice(four + 1, four + 8);
    expect(items.map(({ kind, marker }) => [kind, marker])).toEqual(
      items.map(() => ["item", "——"]),
    );
    expect(paragraphs[four + 8]?.text.startsWith("在此基础上再奋斗五年")).toBe(
      true,
    );
  });

  it("reads its metadata line field by field, with places in the text", () => {
    const line = ofKind("meta")[1];
    expect(
      line?.fields.map(({ key, label, value }) => [key, label, value]),
    ).toEqual([
      ["publisher", "发布人", "法务与规划发展处"],
      ["date", "发布时间", "2025-12-08"],
      ["views", "浏览次数", "10"],
    ]);
    for (const { from, to, value } of line?.fields ?? [])
      expect(line?.text.slice(from, to)).toBe(value);
  });

  it("loses no character but white space", () => {
    const bare = (value: string) => value.replace(/\s/g, "");
    expect(bare(paragraphs.map((paragraph) => paragraph.text).join(""))).toBe(
      bare(text),
    );
  });

  it("has the form that is stored and the form that other programs read", () => {
    expect(() => SourceMetadataSchema.parse(metadata)).not.toThrow();
    for (const paragraph of paragraphs)
      expect(SourceParagraphSchema.parse(paragraph)).toEqual(paragraph);
    const json = toSourceJson({ metadata, paragraphs, remarks: [] });
    expect(Object.keys(json.paragraphs[0] ?? {})).toEqual([
      "kind",
      "level",
      "marker",
      "runIn",
      "text",
    ]);
    expect(json.metadata).not.toHaveProperty("version");
  });
});
