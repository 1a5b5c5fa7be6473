import { describe, expect, it } from "vitest";
import { findWords, foldWords } from "./fold-words";

const find = (text: string, words: string) =>
  findWords(foldWords(text), foldWords(words).text).map(({ from, to }) =>
    text.slice(from, to),
  );

describe("finding words in a page", () => {
  it("takes no notice of quotation marks, width and blanks in Chinese", () => {
    expect(find("推动“五链”融合，ＧＤＰ增长", "五链融合")).toEqual([
      "五链”融合",
    ]);
    expect(find("推动五链\n融合", "五链 融合")).toEqual(["五链\n融合"]);
    expect(find("ＧＤＰ增长", "gdp")).toEqual(["ＧＤＰ"]);
  });

  it("takes no notice of case, accents and curly signs in English", () => {
    expect(find("The city’s Wǔliàn rónghé", "city's wulian")).toEqual([
      "city’s Wǔliàn",
    ]);
    expect(find("integration of the  chains", "the chains")).toEqual([
      "the  chains",
    ]);
  });

  it("finds every place, and none of nothing", () => {
    expect(find("a b a b", "a")).toEqual(["a", "a"]);
    expect(find("abc", "“")).toEqual([]);
  });

  it("keeps characters beyond the basic plane whole", () => {
    expect(find("x𠮷野家y", "𠮷野")).toEqual(["𠮷野"]);
  });
});
