import { describe, expect, it } from "vitest";
import { plainBlock } from "./block";
import { findDoubts } from "./doubts";
import { parseSource } from "./parse-source";
import { isPlaceholder, placeholder, UNREADABLE } from "./placeholder";

const BODY = "各级各部门要深入学习领会，结合实际抓好贯彻落实。";
const parse = (...texts: string[]) =>
  parseSource(texts.map((text) => plainBlock(text)));

describe("a placeholder", () => {
  it("says what was there, on one line and without brackets of its own", () => {
    expect(placeholder("picture", null)).toBe("〔图〕");
    expect(placeholder("picture", " ")).toBe("〔图〕");
    expect(placeholder("picture", "卫星\n影像〔2025〕")).toBe(
      "〔图：卫星 影像（2025）〕",
    );
    expect(placeholder("formula", "S=A×k")).toBe("〔公式：S=A×k〕");
    expect(placeholder("object", "x".repeat(300))).toHaveLength(206);
  });

  it("is known from text that merely has brackets", () => {
    expect(isPlaceholder("〔图〕 〔图：卫星影像〕")).toBe(true);
    expect(isPlaceholder(UNREADABLE)).toBe(true);
    expect(isPlaceholder("〔2025〕1号")).toBe(false);
    expect(isPlaceholder("〔图〕见左")).toBe(false);
    expect(isPlaceholder(`〔图：${"a〔".repeat(50_000)}`)).toBe(false);
  });

  it("above the title is no column name, and in the text no short line", () => {
    const parsed = parse(
      "〔图：市徽〕",
      "关于划定生态保护红线的公告",
      BODY,
      "〔图：红线范围〕",
      BODY,
    );
    expect(parsed.metadata).toMatchObject({
      title: "关于划定生态保护红线的公告",
      column: null,
    });
    expect(parsed.paragraphs.map(({ kind }) => kind)).toEqual([
      "body",
      "title",
      "body",
      "body",
      "body",
    ]);
    expect(findDoubts(parsed)).toEqual([]);
  });

  it("at the start of a numbered paragraph is no run-in heading", () => {
    const parsed = parse(
      "关于划定生态保护红线的公告",
      `一、〔图：红线范围〕${BODY}`,
    );
    expect(parsed.paragraphs[1]?.runIn).toBeNull();
  });
});
