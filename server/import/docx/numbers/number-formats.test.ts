import { describe, expect, it } from "vitest";
import { writeNumber } from "./number-formats";

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
    ["ideographZodiac", [1, 12, 13], ["子", "亥", "13"]],
    [
      "ideographZodiacTraditional",
      [1, 11, 60, 61],
      ["甲子", "甲戌", "癸亥", "61"],
    ],
    ["decimalEnclosedFullstop", [1, 20, 21], ["⒈", "⒛", "21"]],
    ["decimalEnclosedParen", [1, 20, 21], ["⑴", "⒇", "21"]],
    ["decimalEnclosedCircleChinese", [1, 20], ["①", "⑳"]],
    ["ideographEnclosedCircle", [1, 10, 11], ["㊀", "㊉", "11"]],
    ["numberInDash", [1, 12], ["- 1 -", "- 12 -"]],
    ["decimalHalfWidth", [12], ["12"]],
    ["japaneseLegal", [1, 2, 10, 21], ["壱", "弐", "壱拾", "弐拾壱"]],
    ["ideographLegalTraditional", [2, 13], ["貳", "壹拾參"]],
    [
      "chineseCountingThousand",
      [1010, 10001, 20300],
      ["一千零一十", "一万零一", "二万零三百"],
    ],
    ["koreanCounting", [1, 10, 11, 21], ["일", "십", "십일", "이십일"]],
    ["koreanLegal", [1, 10, 21], ["하나", "열", "스물하나"]],
    ["koreanDigital2", [10], ["一零"]],
    ["ganada", [1, 14], ["가", "하"]],
    ["chosung", [3], ["ㄷ"]],
    ["aiueoFullWidth", [1, 46], ["ア", "ン"]],
    ["irohaFullWidth", [1, 47], ["イ", "ス"]],
    ["iroha", [1, 2], ["ｲ", "ﾛ"]],
    ["upperLetter", [1, 27], ["A", "AA"]],
    [
      "ordinal",
      [1, 2, 3, 4, 11, 22, 112],
      ["1st", "2nd", "3rd", "4th", "11th", "22nd", "112th"],
    ],
    [
      "cardinalText",
      [1, 12, 30, 42, 100],
      ["One", "Twelve", "Thirty", "Forty-two", "100"],
    ],
    [
      "ordinalText",
      [1, 12, 20, 23],
      ["First", "Twelfth", "Twentieth", "Twenty-third"],
    ],
    ["hex", [10, 255], ["A", "FF"]],
    ["chicago", [1, 2, 4, 5], ["*", "†", "§", "**"]],
    ["russianUpper", [1, 3], ["А", "В"]],
    ["vietnameseCounting", [1, 11, 20], ["một", "mười một", "hai mươi"]],
    ["thaiNumbers", [10], ["๑๐"]],
    ["none", [3], [""]],
  ])("%s", (format, values, texts) => {
    expect(values.map((value) => writeNumber(value, format).text)).toEqual(
      texts,
    );
    expect(writeNumber(1, format).isKnown).toBe(true);
  });

  it("says so where it does not know a format", () => {
    for (const format of ["somethingNew", "bahtText", "toString"])
      expect(writeNumber(3, format)).toEqual({ text: "3", isKnown: false });
  });

  it.each([
    ["001, 002, 003, ...", 7, "007"],
    ["00001, 00002, 00003, ...", 12, "00012"],
    ["α, β, γ, ...", 4, "δ"],
    ["Α, Β, Γ, ...", 2, "Β"],
    ["子, 丑, 寅, ...", 2, "丑"],
    ["子, 丑, 寅, ...", 9, "9"],
  ])("reads a file's own format %j", (pattern, value, text) => {
    expect(writeNumber(value, "custom", pattern)).toEqual({
      text,
      isKnown: true,
    });
  });
});
