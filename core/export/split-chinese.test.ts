import { expect, it } from "vitest";
import { splitChinese } from "./split-chinese";

it.each([
  ["no Chinese at all", ["no Chinese at all"]],
  [
    "integration (wǔliàn rónghé, 五链融合) first",
    ["integration (wǔliàn rónghé, ", "<五链融合>", ") first"],
  ],
  ["“五链”融合 and 14个", ["<“五链”融合>", " and 14", "<个>"]],
  ["the slogan “五链” is", ["the slogan “", "<五链>", "” is"]],
  ["推动“五链”", ["<推动“五链”>"]],
  ["2025年12月8日，星期一。", ["2025", "<年12月8日，星期一。>"]],
])("parts Chinese words from %j", (text, pieces) => {
  expect(
    splitChinese(text).map((piece) =>
      piece.isChinese ? `<${piece.text}>` : piece.text,
    ),
  ).toEqual(pieces);
});

it("reads a very long text in linear time", () => {
  splitChinese(`${"“五".repeat(50_000)}a`);
  splitChinese(`${"“1".repeat(50_000)}五`);
});
