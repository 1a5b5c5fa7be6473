import { describe, expect, it } from "vitest";
import { findPlaces } from "./find-places";

const found = (text: string, query: string) =>
  findPlaces(text, query).map(({ from, to }) => text.slice(from, to));

describe("findPlaces", () => {
  it("finds words whatever their width and case", () => {
    expect(found("ＡＩ＋行动，ai+ 应用", "AI+")).toEqual(["ＡＩ＋", "ai+"]);
  });

  it("finds a set phrase with quotation marks in it", () => {
    expect(found("深入打好“五链”融合组合拳", "五链融合")).toHaveLength(1);
  });

  it("counts occurrences that follow each other once each", () => {
    expect(findPlaces("发展发展发展", "发展发展")).toHaveLength(1);
  });

  it("finds nothing for an empty query", () => {
    expect(findPlaces("We will", "  ")).toEqual([]);
  });
});
