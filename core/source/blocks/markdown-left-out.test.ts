import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { blocksFromMarkdown } from "./from-markdown";

function read(markdown: string) {
  const { paragraphs, remarks } = parseSource(
    blocksFromMarkdown(`# 关于促进低空经济发展的意见\n\n${markdown}`),
  );
  return {
    texts: paragraphs.slice(1).map(({ text }) => text),
    remarks: remarks.map(({ kind, detail }) => `${kind} ${detail ?? "-"}`),
    places: remarks.map(({ index, at }) =>
      at === null ? null : paragraphs[index]?.text.slice(at),
    ),
  };
}

describe("what Markdown strikes out", () => {
  it.each([
    "~~2025年~~",
    "~~**2025**年~~",
    "<del>2025年</del>",
    "<s>2025年</s>",
    '<strike class="a">2025年</strike>',
  ])("is left out with a remark: %s", (struck) => {
    const { texts, remarks, places } = read(
      `**试点**工作于${struck}<ins>2027年</ins>完成。`,
    );
    expect(texts).toEqual(["试点工作于2027年完成。"]);
    expect(remarks).toEqual(["struck-out 2025年"]);
    expect(places).toEqual(["2027年完成。"]);
  });

  it("may be a whole entry, a heading or a cell", () => {
    const { texts, remarks } = read(
      "- 保留。\n- ~~删去。~~\n\n| 甲 | ~~乙~~ |\n| --- | --- |\n| 丙 | 丁 |",
    );
    expect(texts).toEqual(["保留。", "甲\t\n丙\t丁"]);
    expect(remarks).toEqual(["struck-out 删去。", "struck-out 乙"]);
  });

  it("is text in code, after a backslash and where marks are alone", () => {
    expect(read("用`~~词~~`表示，\\~~不删\\~~，约~~三米。")).toMatchObject({
      texts: ["用~~词~~表示，~~不删~~，约~~三米。"],
      remarks: [],
    });
  });
});

describe("what Markdown shows and has no words for", () => {
  it("leaves a placeholder, or the character that a picture stands for", () => {
    const { texts, remarks } = read(
      '卫星影像![青溪市卫星影像](a.jpg "图")如上，![](b.png)李![𣲘](c.gif)。\n\n<img src="d.png" alt="组织架构">',
    );
    expect(texts).toEqual([
      "卫星影像〔图：青溪市卫星影像〕如上，〔图〕李𣲘。",
      "〔图：组织架构〕",
    ]);
    expect(remarks).toEqual([
      "picture 青溪市卫星影像",
      "picture -",
      "symbol 𣲘",
      "picture 组织架构",
    ]);
  });

  it("keeps raised characters and leaves comments out", () => {
    const { texts, remarks } = read(
      "占地10<sup>8</sup>m<sup>2</sup>，CO<sub>2</sub>减排。<!-- 待核 -->\n\n<!-- 第一行\n第二行 -->\n\n正文到此。",
    );
    expect(texts).toEqual(["占地10⁸m²，CO₂减排。", "正文到此。"]);
    expect(remarks).toEqual(["comment 待核", "comment 第一行 第二行"]);
  });

  it("keeps notes apart from the text, with their marks", () => {
    const { texts, remarks } = read(
      "收入倍差缩小至1.75左右[^1]。\n\n[^1]: 城乡居民收入之比，\n    见统计公报。\n\n下一段。",
    );
    expect(texts).toEqual([
      "收入倍差缩小至1.75左右[1]。",
      "[1] 城乡居民收入之比， 见统计公报。",
      "下一段。",
    ]);
    expect(remarks).toEqual(["footnote 1"]);
  });
});

describe("the numbers of a Markdown list", () => {
  it("are counted where the writer left that to Markdown, and kept where not", () => {
    expect(read("1. 甲地。\n1. 乙地。\n\n1. 丙地。").texts).toEqual([
      "1. 甲地。",
      "2. 乙地。",
      "3. 丙地。",
    ]);
    expect(read("3. 甲地。\n5. 乙地。").texts).toEqual([
      "3. 甲地。",
      "5. 乙地。",
    ]);
    expect(read("1. 甲地。\n\n第二部分如下。\n\n1. 乙地。").texts).toEqual([
      "1. 甲地。",
      "第二部分如下。",
      "1. 乙地。",
    ]);
  });
});

describe("the pages of a Markdown text", () => {
  it("leave their numbers out", () => {
    const { texts, remarks } = read(
      "各级各部门要深入学习领会，结合实际抓好贯彻落实，确保各项任务落到\n\n- 3 -\n\n实处、见到成效。",
    );
    expect(texts).toEqual([
      "各级各部门要深入学习领会，结合实际抓好贯彻落实，确保各项任务落到实处、见到成效。",
    ]);
    expect(remarks).toEqual(["page-furniture - 3 -", "rejoined -"]);
  });
});
