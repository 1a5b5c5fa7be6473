import { describe, expect, it } from "vitest";
import { plainBlock } from "@/core/source/block";
import { parseSource } from "@/core/source/parse-source";
import { scanMarker } from "./marker";

describe("markers of one character", () => {
  it.each([
    ["⑴", "digitBracket", 1],
    ["⒈", "number", 1],
    ["⒛", "number", 20],
    ["㊀", "circle", 1],
    ["㊉", "circle", 10],
    ["㉑", "circle", 21],
    ["㊱", "circle", 36],
    ["㊿", "circle", 50],
    ["❶", "circle", 1],
    ["⓫", "circle", 11],
    ["➂", "circle", 3],
    ["⓵", "circle", 1],
    ["ⓑ", "circle", 2],
    ["Ⓑ", "circle", 2],
    ["⒝", "letter", 2],
    ["㈡", "bracket", 2],
  ])("%s is of its family", (mark, style, ordinal) => {
    expect(scanMarker(`${mark}落实巡河制度。`)).toMatchObject({
      text: mark,
      style,
      ordinal,
    });
  });

  it("that come several at once are a reference", () => {
    for (const text of ["㉑㉒两项", "㊀、㊁两项", "❶至❸项", "⒈⒉两项"])
      expect(scanMarker(text)).toBeNull();
  });
});

describe("heavenly stems", () => {
  const markers = (...texts: string[]) =>
    parseSource(
      ["关于调查工作的办法", ...texts].map((text) => plainBlock(text)),
    )
      .paragraphs.slice(1)
      .map(({ marker }) => marker);

  it("number paragraphs in a row, one list after the other", () => {
    expect(
      markers(
        "甲、调查的范围由主管部门决定。",
        "乙、调查的时间由主管部门决定。",
        "以下另行规定。",
        "甲、报告应当在十日内提交。",
        "乙、报告应当公开。",
      ),
    ).toEqual(["甲、", "乙、", null, "甲、", "乙、"]);
  });

  it("that name parties or stand alone are text", () => {
    expect(
      markers(
        "甲、乙双方应当协商解决。",
        "甲、协商解决。",
        "丙、丁类传染病应当报告。",
      ),
    ).toEqual([null, null, null]);
  });
});
