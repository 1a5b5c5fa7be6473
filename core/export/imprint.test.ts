import { describe, expect, it } from "vitest";
import { citeEdition } from "@/core/editions/citations/cite-edition";
import type { Edition } from "@/core/editions/edition";
import { EDITION } from "./fixtures/edition";
import { PUBLISHED } from "./fixtures/published-edition";
import { imprintLines } from "./imprint";
import { spansText } from "./spans";
import { draftNotice } from "./wording";

const read = (edition: Edition) =>
  imprintLines(edition).map(({ label, spans }) => [label, spansText(spans)]);

const EDITION_2: Edition = { ...PUBLISHED, citation: citeEdition(PUBLISHED) };

describe("the imprint", () => {
  it("says everything that a library asks for", () => {
    expect(read(EDITION_2)).toEqual([
      ["Edition", "English edition 2, 20 November 2026"],
      [
        "What changed",
        "Notes 3 and 5 were rewritten. The table was corrected.",
      ],
      ["Translated by", "Li Wén & Sons"],
      ["Annotated by", "Ann Otator"],
      ["Edited by", "Ed Itor"],
      ["Reviewed by", "Rev Iewer"],
      ["Licence", "CC BY 4.0"],
      [
        "Chinese text issued by",
        "CPC Quzhou Municipal Committee (中共衢州市委), 衢委发〔2025〕21号, 8 December 2025",
      ],
      ["Source", "衢州日报, https://www.qz.gov.cn/art/2025/12/8.html?a=1&b=2"],
      ["Archived copy", "https://archive.example.org/qz"],
      ["SHA-256 of the Chinese text", "7d".repeat(32)],
      [
        "State",
        "1 of 11 paragraphs is not translated yet, marked [Untranslated]. 5 of 11 paragraphs are not approved yet. 1 of 8 notes is not reviewed yet.",
      ],
      [
        "Note",
        "This is an unofficial translation. Where the two texts differ, the Chinese text prevails.",
      ],
      ["How to cite", EDITION_2.citation.text],
      ["Address", "https://duizhao.example.org/e/quzhou-15th-fyp/2"],
    ]);
  });

  it("parts Chinese words, and links addresses and the licence", () => {
    const spans = imprintLines(EDITION_2).flatMap((line) => line.spans);
    expect(spans).toContainEqual(
      expect.objectContaining({ text: "中共衢州市委", isChinese: true }),
    );
    expect(spans).toContainEqual(
      expect.objectContaining({
        text: "CC BY 4.0",
        href: "https://creativecommons.org/licenses/by/4.0/",
      }),
    );
  });

  it("follows the English of the edition", () => {
    const american: Edition = {
      ...PUBLISHED,
      language: { source: "zh-CN", target: "en-US" },
    };
    expect(read(american).map(([label]) => label)).toContain("License");
  });

  it("says of a draft that it is one, and nothing that is not known", () => {
    expect(read(EDITION)).toEqual([
      ["Edition", "Draft of 22 November 2026"],
      ["SHA-256 of the Chinese text", EDITION.source.sha256],
      ["Note", EDITION.statement],
    ]);
  });

  it("links nothing but web addresses", () => {
    const hostile: Edition = {
      ...PUBLISHED,
      source: { ...PUBLISHED.source, address: "javascript:alert(1)" },
      licence: { name: "Mine", address: "data:text/html,x" },
    };
    for (const { spans } of imprintLines(hostile))
      for (const span of spans)
        if (span.kind === "text" && span.href !== null)
          expect(span.href).toMatch(/^https:/);
  });
});

describe("the notice of a draft", () => {
  it("stands in every draft, and in no edition", () => {
    const approved: Edition = {
      ...EDITION,
      title: { ...EDITION.title, status: "approved" },
      metadata: [],
      paragraphs: [],
    };
    expect(draftNotice(approved)).toBe(
      "Draft translation of 22 November 2026.",
    );
    expect(draftNotice(PUBLISHED)).toBeNull();
  });

  it("misses no English where none is printed", () => {
    const options = { unapproved: "marked", layout: "annotated" } as const;
    expect(draftNotice(EDITION, options)).toBe(
      "Draft translation of 22 November 2026.",
    );
    expect(draftNotice(PUBLISHED, options)).toBeNull();
  });

  it.each([
    ["omitted", "Paragraphs without approved English are left out."],
    ["source", "stand in Chinese, marked [Untranslated]."],
  ] as const)(
    "says what became of unapproved English (%s)",
    (unapproved, words) => {
      expect(draftNotice(EDITION, { unapproved })).toContain(words);
      expect(draftNotice(PUBLISHED, { unapproved })).toContain(
        words.replace("stand ", ""),
      );
    },
  );
});
