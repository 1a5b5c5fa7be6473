import { describe, expect, it } from "vitest";
import { blocksFromText } from "@/core/source/blocks/from-text";
import { parseSource } from "@/core/source/parse-source";
import { plainText } from "@/core/text/rich-text";
import type { Bundle } from "./bundle";
import { pairDocument } from "./pair-document";
import { readBundle } from "./read-bundle";
import { bundleFileName, writeBundle } from "./write-bundle";

const SOURCE = [
  "中共衢州市委关于制定衢州市国民经济和社会发展第十五个五年规划的建议",
  "发布人:法务与规划发展处  发布时间:2025-12-08   浏览次数:10",
  "",
  "一、深入践行“八八战略”、全面贯彻殷殷嘱托",
  "",
  "1.  “十四五”时期我市发展取得重大成就。“十四五”时期是我市发展极不寻常的五年。",
  "来源:《衢州发布》",
].join("\n");

const ENGLISH = [
  "Recommendations of the CPC Quzhou Municipal Committee",
  "Published by: Division of Legal Affairs  Published: 8 December 2025  Views: 10",
  "I. Acting on the Double-Eight Strategy, fulfilling the earnest instructions [of General Secretary Xi Jinping] in full",
  "",
  "Source: Quzhou Release",
];

function countIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `019afb42-0800-7000-8000-${count.toString(16).padStart(12, "0")}`;
  };
}

function pair(targetLines: readonly string[], sourceText = SOURCE): Bundle {
  return pairDocument({
    source: parseSource(blocksFromText(sourceText)),
    sourceText,
    fileName: "zh.txt",
    targetLines,
    terms: [
      {
        source: "五链融合",
        pinyin: "wǔliàn rónghé",
        target: "five-chain integration",
        note: "",
        status: "approved",
        category: "term",
        explanation: null,
      },
      {
        source: "八八战略",
        pinyin: "bābā zhànlüè",
        target: "Double-Eight Strategy",
        note: "",
        status: "proposed",
        category: "term",
        explanation: null,
      },
    ],
    ids: countIds(),
  });
}

const english = (bundle: Bundle) =>
  bundle.documents[0]?.paragraphs.map(({ translations }) =>
    translations.map(({ field, status, target }) => [
      field,
      status,
      plainText(target),
    ]),
  );

describe("pairing two files line by line", () => {
  it("gives each paragraph its line and each field its part of it", () => {
    expect(english(pair(ENGLISH))).toEqual([
      [["", "translated", ENGLISH[0]]],
      [
        ["publisher", "translated", "Division of Legal Affairs"],
        ["date", "translated", "8 December 2025"],
      ],
      [["", "translated", ENGLISH[2]]],
      [["", "empty", ""]],
      [["source", "translated", "Quzhou Release"]],
    ]);
  });

  it("makes a bundle that can be read, whatever stands in the title", () => {
    const title = `关于\u202e规划\u202c${"规".repeat(193)}𠮷𠮷的建议`;
    const bundle = pair(ENGLISH.slice(0, 1), title);
    expect(bundle.project.name).toMatch(/^关于规划规+𠮷$/u);
    expect(() => readBundle(writeBundle(bundle))).not.toThrow();
  });

  it("marks words in square brackets as supplied by the translator", () => {
    const heading = pair(ENGLISH).documents[0]?.paragraphs[2]?.translations[0];
    const [block] = heading?.target.blocks ?? [];
    expect(block?.kind === "paragraph" && block.runs[1]).toEqual({
      kind: "text",
      text: "of General Secretary Xi Jinping",
      marks: ["supplied"],
      href: null,
    });
  });

  it("parts the fields of a line at bars too, and gives the first field what does not part", () => {
    const barred = "Division of Legal Affairs | 8 December 2025 | 10";
    expect(english(pair([ENGLISH[0] ?? "", barred, "", "", ""]))?.[1]).toEqual([
      ["publisher", "translated", "Division of Legal Affairs"],
      ["date", "translated", "8 December 2025"],
    ]);
    const whole = "The Division of Legal Affairs published this in December";
    expect(english(pair([ENGLISH[0] ?? "", whole, "", "", ""]))?.[1]).toEqual([
      ["publisher", "translated", whole],
      ["date", "empty", ""],
    ]);
  });

  it("takes English that has the empty lines of its source", () => {
    const lines = [...ENGLISH];
    const spaced = [
      lines[0],
      lines[1],
      "",
      lines[2],
      "",
      lines[3],
      lines[4],
      "",
    ];
    expect(english(pair(spaced.map((line) => line ?? "")))).toEqual(
      english(pair(ENGLISH)),
    );
  });

  it.each([
    ["too few lines", ENGLISH.slice(0, 3)],
    ["too many lines", [...ENGLISH, "One more"]],
  ])("refuses %s and says how many there should be", (_what, lines) => {
    expect(() => pair(lines)).toThrow(
      expect.objectContaining({
        code: "invalid",
        message: "lines_mismatch",
        values: { expected: 5, found: lines.length },
      }) as Error,
    );
  });
});

describe("a bundle's file", () => {
  const bundle = pair(ENGLISH);

  it("reads back to the same bytes", () => {
    const text = writeBundle(bundle);
    expect(writeBundle(readBundle(text))).toBe(text);
    expect(writeBundle(readBundle(`\ufeff${text}`))).toBe(text);
  });

  it("is the same however its keys were ordered", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, reversed(inner)]),
      );
    };
    const shuffled = reversed(bundle);
    expect(writeBundle(readBundle(JSON.stringify(shuffled)))).toBe(
      writeBundle(bundle),
    );
  });

  it("gives a part without translation an empty one, and words without status a draft", () => {
    const [document] = bundle.documents;
    const paragraphs = document?.paragraphs.map((paragraph, index) => ({
      ...paragraph,
      translations:
        index === 1
          ? []
          : paragraph.translations.map((each) => ({
              ...each,
              status: "empty",
            })),
    }));
    const given = { ...bundle, documents: [{ ...document, paragraphs }] };
    expect(english(readBundle(JSON.stringify(given)))?.slice(0, 2)).toEqual([
      [["", "draft", ENGLISH[0]]],
      [
        ["publisher", "empty", ""],
        ["date", "empty", ""],
      ],
    ]);
  });

  const text = writeBundle(bundle);
  const id = bundle.documents[0]?.paragraphs[0]?.id ?? "";
  const other = bundle.documents[0]?.paragraphs[3]?.id ?? "";
  it.each([
    ["what is no JSON", "{", "bundle_unreadable"],
    ["other JSON", "[1, 2]", "bundle_unreadable"],
    ["null", "null", "bundle_unreadable"],
    [
      "a later version",
      text.replace('"version": 3', '"version": 4'),
      "bundle_other_version",
    ],
    [
      "an unknown key",
      text.replace('"terms"', '"accounts": [], "terms"'),
      "bundle_invalid",
    ],
    [
      "a paragraph id that comes twice",
      text.replace(other, id),
      "bundle_repeats",
    ],
    [
      "a term that comes twice",
      text.replace('"source":"八八战略"', '"source":"五链融合"'),
      "bundle_repeats",
    ],
    [
      "a marker that is not in its text",
      text.replace('"marker":"一、"', '"marker":"二、"'),
      "bundle_invalid",
    ],
    [
      "an unknown field",
      text.replace('{"field":"date"', '{"field":"author"'),
      "bundle_invalid",
    ],
    [
      "NUL",
      text.replace("Quzhou Release", "Quzhou\\u0000Release"),
      "source_unstorable",
    ],
    [
      "half a character",
      text.replace("Quzhou Release", "Quzhou\\ud800"),
      "source_unstorable",
    ],
    [
      "a script as a link",
      text.replace('"href":null', '"href":"javascript:alert(1)"'),
      "bundle_invalid",
    ],
    [
      "nesting beyond all measure",
      `${"[".repeat(200_000)}${"]".repeat(200_000)}`,
      /bundle_too_deep|bundle_unreadable/,
    ],
    [
      "lists in lists beyond all measure",
      text.replace(
        /"blocks":\[.*?\]\}\]\}/,
        `"blocks":[${'{"kind":"list","ordered":false,"start":1,"items":[['.repeat(5000)}${"]]}".repeat(5000)}]}`,
      ),
      "bundle_too_deep",
    ],
    [
      "a prototype",
      text.replace('"format"', '"__proto__": {"x": 1}, "format"'),
      "bundle_invalid",
    ],
  ])("is refused for %s", (_what, given, message) => {
    expect(given).not.toBe(text);
    expect(() => readBundle(given)).toThrow(message);
  });

  it.each([
    ["Quzhou: 15th Five-Year Plan", "Quzhou 15th Five-Year Plan.duizhao.json"],
    ["../../etc/passwd", "etc passwd.duizhao.json"],
    ["衢州“十五五”", "衢州 十五五.duizhao.json"],
    ['"\r\n<>|', "Project.duizhao.json"],
  ])("is called after its project %j", (name, filename) => {
    expect(bundleFileName(name)).toBe(filename);
  });
});
