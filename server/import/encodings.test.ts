import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { decodeText } from "./encodings";

const SIMPLIFIED = readFileSync(
  "samples/quzhou-15th-fyp/source.zh.txt",
  "utf8",
);
const TRADITIONAL =
  "行政院為促進數位經濟發展，特訂定本辦法。各機關應依本辦法規定辦理，並於三個月內提出報告。\n一、總則\n本辦法自發布日施行。";

describe("the encoding of a text", () => {
  it.each([
    ["utf-8", SIMPLIFIED],
    ["gb18030", SIMPLIFIED],
    ["utf-16le", SIMPLIFIED],
    ["utf-16be", SIMPLIFIED],
    ["utf-8", TRADITIONAL],
    ["big5", TRADITIONAL],
    ["gb18030", TRADITIONAL],
    ["utf-16le", TRADITIONAL],
    ["utf-16be", TRADITIONAL],
  ])("is found to be %s without a mark", (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding), null)).toEqual({
      text,
      encoding,
    });
  });

  it.each(["utf-8", "utf-16le", "utf-16be", "utf-32le"])(
    "is found by the mark of %s, which is no text",
    (encoding) => {
      const bytes = iconv.encode(TRADITIONAL, encoding, { addBOM: true });
      expect(decodeText(bytes, null)).toEqual({ text: TRADITIONAL, encoding });
    },
  );

  it.each([
    ["gb18030", "中国"],
    ["gb18030", "规划"],
    ["gb18030", "关于做好工作的通知"],
    ["gb18030", "2025年12月8日，衢州市发布。"],
    ["gb18030", "Quzhou 衢州 plan"],
    ["big5", "關於發展經濟的辦法"],
    ["big5", "會議"],
    ["utf-16le", "关于做好工作的通知"],
    ["utf-16be", "关于做好工作的通知"],
    ["utf-16le", "Recommendations for Quzhou"],
    ["utf-16be", "Recommendations for Quzhou"],
    ["utf-8", "Recommendations for Quzhou"],
  ])("is found to be %s in a text as short as %s", (encoding, text) => {
    expect(decodeText(iconv.encode(text, encoding), null)).toEqual({
      text,
      encoding,
    });
  });

  it("is UTF-8 for every whole text in it, however rare its characters", () => {
    for (const text of ["𠮷野家", "龘靐齉", "é", "—"])
      expect(decodeText(Buffer.from(text), null).text).toBe(text);
  });

  it("keeps rare characters that only GB18030 has", () => {
    const text = "衢州市𠮷字的处理办法，各部门要结合实际工作认真执行。";
    expect(decodeText(iconv.encode(text, "gb18030"), null).text).toBe(text);
  });

  it("is what the file says of itself, unless that yields no text", () => {
    const bytes = iconv.encode("中文", "gb18030");
    expect(decodeText(bytes, "gb2312")).toEqual({
      text: "中文",
      encoding: "gb18030",
    });
    expect(decodeText(bytes, "utf-8").text).toBe("中文");
    expect(decodeText(bytes, "no-such-thing").text).toBe("中文");
  });

  it("is refused where nothing reads as text", () => {
    const noise = Buffer.from(
      Array.from(
        { length: 4000 },
        (_, index) => (index * 7919 + (index % 13) * 31) % 256,
      ),
    );
    expect(() => decodeText(noise, null)).toThrow(
      expect.objectContaining({ code: "invalid" }),
    );
  });
});
