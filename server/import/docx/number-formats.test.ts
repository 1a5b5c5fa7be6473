import { describe, expect, it } from "vitest";
import { formatNumber } from "./number-formats";

describe("Word's number formats", () => {
  it.each([
    [
      "chineseCounting",
      [1, 10, 11, 20, 21, 100, 101, 110, 115],
      [
        "一",
        "十",
        "十一",
        "二十",
        "二十一",
        "一百",
        "一百零一",
        "一百一十",
        "一百一十五",
      ],
    ],
    ["chineseLegalSimplified", [1, 10, 12], ["壹", "壹拾", "壹拾贰"]],
    ["ideographDigital", [10, 21], ["一〇", "二一"]],
    ["decimalEnclosedCircle", [1, 20, 21], ["①", "⑳", "21"]],
    ["upperRoman", [4, 9, 14, 1999], ["IV", "IX", "XIV", "MCMXCIX"]],
    ["lowerLetter", [1, 26, 27, 53], ["a", "z", "aa", "aaa"]],
    ["decimalFullWidth", [12], ["１２"]],
    ["decimalZero", [7], ["07"]],
    ["ideographTraditional", [1, 10, 11], ["甲", "癸", "11"]],
    ["somethingNew", [3], ["3"]],
    ["none", [3], [""]],
  ])("%s", (format, values, texts) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(texts);
  });
});
