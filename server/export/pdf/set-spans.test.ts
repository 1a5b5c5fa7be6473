import { describe, expect, it } from "vitest";
import type { Span } from "@/core/export/spans";
import { coverageOf } from "./coverage";
import { Setter, UNMARKED } from "./set-spans";

const text = (words: string): Span => ({
  kind: "text",
  text: words,
  bold: false,
  italic: false,
  position: null,
  supplied: false,
  href: null,
  isChinese: true,
});

describe("raised characters that no typeface has", () => {
  it("are set from their plain ones, and none is missing", () => {
    const setter = new Setter(coverageOf("serif"), false);
    expect(setter.line([text("矩阵Aᵀ，10⁸")], UNMARKED)).toEqual([
      { t: "矩阵A", z: true },
      { t: "T", z: true, p: "sup" },
      { t: "，10⁸", z: true },
    ]);
    expect(setter.plain("矩阵Aᵀ")).toBe("矩阵A^T");
    expect([...setter.missing]).toEqual([]);
  });
});
