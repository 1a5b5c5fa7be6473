import { describe, expect, it } from "vitest";
import { codesOf, coverageOf } from "./coverage";

describe("what typefaces can draw", () => {
  it.each(["serif", "sans"] as const)(
    "is known from the fonts themselves: %s",
    (style) => {
      const coverage = coverageOf(style);
      for (const text of ["衢州〔2025〕", "bābā zhànlüè", "é—“”…", "㐀䶵"])
        expect(coverage(text)).toEqual([{ text, isCovered: true }]);
      expect(coverage("a😀שb")).toEqual([
        { text: "a", isCovered: true },
        { text: "😀ש", isCovered: false },
        { text: "b", isCovered: true },
      ]);
    },
  );

  it("does not ask for what is drawn as nothing", () => {
    const text = "a\u200db\u200e\ufe0f";
    expect(coverageOf("serif")(text)).toEqual([{ text, isCovered: true }]);
    expect(codesOf("👨\u200d👩\ufe0f")).toEqual(["U+1F468", "U+1F469"]);
  });
});

describe("characters that readers of files write", () => {
  it.each(["serif", "sans"] as const)("can be drawn: %s", (style) => {
    const text =
      "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᵗʰ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₘₓᵢⱼ☐☑□✓✗≥≤°→①⑳㉑㊿⑴⒈㊀〔〕√∑";
    expect(coverageOf(style)(text)).toEqual([{ text, isCovered: true }]);
  });
});
