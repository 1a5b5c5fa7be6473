import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "@/core/text/fold";
import { searchParts } from "./search-parts";
import { MAX_QUERY, searchTerms } from "./search-terms";

const wordsOf = (parts: ReturnType<typeof searchParts>) =>
  parts.map(({ text }) => text).join("");

describe("the passage around what was found", () => {
  it("begins a little before it and ends a few lines after", () => {
    const text = `${"前".repeat(300)}五链融合${"后".repeat(300)}`;
    const parts = searchParts(text, ["五链融合"], "zh");
    expect(parts[0]).toEqual({ text: "…", found: false });
    expect(parts[1]?.text).toBe("前".repeat(24));
    expect(parts[2]).toEqual({ text: "五链融合", found: true });
    expect(parts.at(-1)).toEqual({ text: "…", found: false });
    expect(wordsOf(parts).length).toBeLessThan(130);
  });

  it("cuts no English word, and no character", () => {
    const text = `${"establishing ".repeat(20)}the chain${" 😀establishing".repeat(40)}`;
    const passage = wordsOf(searchParts(text, ["chain"], "en"));
    expect(passage).toMatch(/^…(?:\s?establishing )+the chain/);
    expect(passage).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(passage).toMatch(/(?:establishing|😀| )…$/u);
  });

  it("takes in the quotation marks within what was found", () => {
    expect(searchParts("坚持“五链”融合。", ["五链融合"], "zh")).toEqual([
      { text: "坚持", found: false },
      { text: "“五链”融合", found: true },
      { text: "。", found: false },
    ]);
  });

  it("marks every term once, the longer where two overlap", () => {
    const parts = searchParts("数字经济与数字", ["数字", "数字经济"], "zh");
    expect(parts.filter(({ found }) => found).map(({ text }) => text)).toEqual([
      "数字经济",
      "数字",
    ]);
  });

  it("says nothing that is not in the text, whatever the text and the terms", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 600 }),
        fc.array(fc.string({ unit: "binary", maxLength: 4 }), { maxLength: 4 }),
        fc.constantFrom("zh" as const, "en" as const),
        (text, given, language) => {
          const terms = given.map((term) => fold(term).text);
          const passage = wordsOf(searchParts(text, terms, language));
          const bare = passage.replace(/^…|…$/gu, "");
          expect(text.replace(/\s+/gu, " ")).toContain(bare.trim());
        },
      ),
    );
  });
});

describe("the terms of a query", () => {
  it.each([
    ["五链融合", ["五链融合"]],
    ["“五链”融合", ["五链", "融合"]],
    ["Digital  ECONOMY", ["digital", "economy"]],
    ['"digital economy" plan', ["digital economy", "plan"]],
    ["数字经济　融合", ["数字经济", "融合"]],
    ["县 a b", ["县"]],
    ["５Ｇ", ["5g"]],
    ["plan plan Plan", ["plan"]],
    ["", []],
  ])("of %s are folded, each once", (query, terms) => {
    expect(searchTerms(query)).toEqual(terms);
  });

  it("are few and short, whatever is sent", () => {
    const terms = searchTerms("word ".repeat(100_000) + "x".repeat(100_000));
    expect(terms.join(" ").length).toBeLessThanOrEqual(MAX_QUERY);
    expect(searchTerms("a1 b2 c3 d4 e5 f6 g7 h8 i9 j0")).toHaveLength(8);
  });
});
