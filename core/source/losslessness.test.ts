import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainBlock } from "./block";
import { blocksFromText } from "./blocks/from-text";
import { SourceMetadataSchema, SourceParagraphSchema } from "./paragraph";
import { parseSource } from "./parse-source";

/** Tells whether the characters of one text come in another in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (let next = 0; next < whole.length; next += 1)
    if (whole.charAt(next) === part.charAt(at)) at += 1;
  return at >= part.length;
}
const bare = (text: string) => text.replace(/\s/g, "");

/** Pieces that the rules look at, so that random text meets every rule. */
const PIECES = [
  "一、",
  "十二、",
  "（一）",
  "(二)",
  "1.",
  "2．",
  "3、",
  "(1)",
  "①",
  "②",
  "第一章",
  "第二条",
  "第三节",
  "1.1",
  "1.1.1 ",
  "——",
  "• ",
  "附件",
  "附件1",
  "附件：",
  "目录",
  "………3",
  "发布人:",
  "来源：",
  "— 1 —",
  "\n— 2 —\n",
  "\n第 3 页\n",
  "\n1\n",
  "\n2\n",
  "\f",
  "发布时间:2025-12-08",
  "2025年12月8日",
  "衢委发〔2025〕1号",
  "衢州市人民政府",
  "中共衢州市委",
  "关于",
  "的通知",
  "的建议",
  "。",
  "！",
  "；",
  "：",
  "，",
  "“",
  "”",
  "《",
  "》",
  "（",
  "）",
  "【",
  "】",
  " ",
  "\u3000",
  "\u00a0",
  "\t",
  "\n",
  "\n\n",
  "\r\n",
  "\u2028",
  "\u200b",
  "\0",
  "\ud800",
  "加快发展现代农业",
  "各级各部门要深入学习领会",
  "2025",
  "10万元",
  "3.5%",
  "抄送：",
  "前言",
  "文件",
  "# ",
  "|",
  "a",
  "0",
];
const chineseText = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => pieces.join(""));
const anyText = fc.oneof(
  chineseText,
  fc.string({ maxLength: 300, unit: "binary" }),
  fc.string({ maxLength: 300, unit: "grapheme" }),
);

describe("whatever the text", () => {
  it("loses no character but white space, and keeps the order; page furniture is kept in remarks", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { paragraphs, remarks } = parseSource(blocksFromText(text));
        const kept = bare(paragraphs.map((one) => one.text).join(""));
        const left = bare(remarks.map((one) => one.detail ?? "").join(""));
        expect([...kept, ...left].sort()).toEqual([...bare(text)].sort());
        expect(isWithin(kept, bare(text))).toBe(true);
        if (left === "") expect(kept).toBe(bare(text));
      }),
      { numRuns: 3000 },
    );
  });

  it("gives markers, run-in headings and fields that are parts of their paragraph", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const paragraph of parseSource(blocksFromText(text)).paragraphs) {
          expect(paragraph.text).toBe(paragraph.text.trim());
          if (paragraph.marker !== null)
            expect(paragraph.text.startsWith(paragraph.marker)).toBe(true);
          if (paragraph.runIn !== null)
            expect(paragraph.text).toContain(paragraph.runIn);
          if (paragraph.kind !== "heading") expect(paragraph.level).toBeNull();
          else expect(paragraph.level).toBeGreaterThanOrEqual(1);
          for (const field of paragraph.fields)
            expect(paragraph.text.slice(field.from, field.to)).toBe(
              field.value,
            );
          expect(new Set(paragraph.fields.map((field) => field.key)).size).toBe(
            paragraph.fields.length,
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("gives paragraphs that can be stored", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseSource(blocksFromText(text));
        SourceMetadataSchema.parse(parsed.metadata);
        for (const paragraph of parsed.paragraphs)
          SourceParagraphSchema.parse(paragraph);
      }),
      { numRuns: 1000 },
    );
  });

  it("respects hints without losing a word", () => {
    const block = fc.record({
      text: chineseText,
      heading: fc.option(fc.integer({ min: 1, max: 6 })),
      lead: fc.integer({ min: 0, max: 30 }),
      role: fc.constantFrom(
        null,
        "title" as const,
        "meta" as const,
        "bullet" as const,
      ),
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 20 }), (blocks) => {
        const { paragraphs } = parseSource(
          blocks.map(({ text, ...hints }) => plainBlock(text, hints)),
        );
        expect(
          bare(paragraphs.map((paragraph) => paragraph.text).join("")),
        ).toBe(bare(blocks.map(({ text }) => text).join("")));
      }),
      { numRuns: 1000 },
    );
  });
});

// Quadratic work on these lengths takes minutes, far beyond the time limit of a test.
describe("hostile lengths", () => {
  const parse = (text: string) =>
    parseSource(blocksFromText(text)).paragraphs.map((each) => each.text);

  it("parses 100,000 lines", () => {
    const lines = Array.from(
      { length: 100_000 },
      (_, index) =>
        `${(index % 52) + 1}. 加快发展现代农业。严格落实耕地保护制度。`,
    );
    expect(parse(lines.join("\n"))).toEqual(lines);
  });

  it.each([
    ["一", 1_000_000],
    ["（", 1_000_000],
    ["1.", 500_000],
    ["来源：", 300_000],
    [" ", 1_000_000],
    ["“", 1_000_000],
    ["关于", 500_000],
    ["第一条", 300_000],
    ["—", 1_000_000],
    ["附 件 ", 200_000],
    ["。", 1_000_000],
    ["2025-12-08 ", 100_000],
    ["【", 1_000_000],
    [".", 1_000_000],
    ["首页>", 300_000],
    ["\t1", 500_000],
  ])("reads a line of %s × %i", (piece, times) => {
    const text = `标题\n${piece.repeat(times)}正文\n${piece.repeat(times)}`;
    expect(bare(parse(text).join("")).length).toBe(bare(text).length);
  });

  it("reads a line of each kind of space", () => {
    expect(
      parse(`一、${"\u3000\u00a0 ".repeat(300_000)}总体要求\n正文`),
    ).toHaveLength(2);
    expect(parse(`正文${" ".repeat(1_000_000)}。\n`.repeat(2))).toHaveLength(2);
  });
});
