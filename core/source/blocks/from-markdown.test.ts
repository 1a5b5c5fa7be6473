import { describe, expect, it } from "vitest";
import { parseSource } from "@/core/source/parse-source";
import { blocksFromMarkdown } from "./from-markdown";

const SOURCE = `# 关于推进数字经济发展的意见

## 一、总体要求

**（一）指导思想。** 坚持以习近平新时代中国特色社会主义思想为*指导*，见[全文](https://example.cn/a)。

1. 夯实基础。加快建设新型基础设施，完善布局。
2. 培育产业。加快壮大数字产业集群，提升能级。

- 人工智能
- 集成电路

| 指标 | 2025年 |
| --- | ---: |
| 生产总值\\|亿元 | **2400** |

## 结束语

全市上下要团结奋斗\\*！`;

describe("Markdown", () => {
  it("gives its structure to the parser", () => {
    const { metadata, paragraphs } = parseSource(blocksFromMarkdown(SOURCE));
    expect(metadata.title).toBe("关于推进数字经济发展的意见");
    expect(
      paragraphs.map(({ kind, level, marker, runIn }) => [
        kind,
        level,
        marker,
        runIn,
      ]),
    ).toEqual([
      ["title", null, null, null],
      ["heading", 1, "一、", null],
      ["numbered", null, "（一）", "指导思想。"],
      ["numbered", null, "1.", "夯实基础。"],
      ["numbered", null, "2.", "培育产业。"],
      ["item", null, null, null],
      ["item", null, null, null],
      ["table", null, null, null],
      ["heading", 1, null, null],
      ["body", null, null, null],
    ]);
  });

  it("keeps the words and drops the syntax", () => {
    const texts = parseSource(blocksFromMarkdown(SOURCE)).paragraphs.map(
      (paragraph) => paragraph.text,
    );
    expect(texts[2]).toBe(
      "（一）指导思想。 坚持以习近平新时代中国特色社会主义思想为指导，见全文。",
    );
    expect(texts[7]).toBe("指标\t2025年\n生产总值|亿元\t2400");
    expect(texts[9]).toBe("全市上下要团结奋斗*！");
  });

  it("knows underlined headings, and tells them from a rule under a sentence", () => {
    const kinds = (text: string) =>
      parseSource(blocksFromMarkdown(text)).paragraphs.map(
        ({ kind, level }) => [kind, level],
      );
    expect(
      kinds(
        "意见\n===\n\n工作目标\n---\n\n到2030年，目标全面实现。\n\n---\n\n正文到此结束。\n---\n",
      ),
    ).toEqual([
      ["title", null],
      ["heading", 1],
      ["body", null],
      ["body", null],
    ]);
  });

  it("keeps one paragraph a line, and joins what was wrapped by hand", () => {
    expect(
      blocksFromMarkdown("第一段话讲完了。\n第二段话也讲完了。"),
    ).toHaveLength(2);
    expect(
      blocksFromMarkdown(
        "这是一个被人手工折行的段落它的每一行都差不多一样长而且\n行末没有任何标点符号所以可以知道这些换行不是段落的结束\n只是为了在窄窗口里看起来整齐一些才折的行而已没有别的\n意思。",
      ),
    ).toHaveLength(1);
  });

  it("reads what stands at the top about the document", () => {
    const { metadata } = parseSource(
      blocksFromMarkdown(
        '---\ntitle: "衢州市规划"\n来源: 衢州日报\n---\n\n全市上下要团结奋斗，把蓝图变成现实。',
      ),
    );
    expect(metadata).toMatchObject({ title: "衢州市规划", source: "衢州日报" });
  });

  it.each(["[", "![", "**", "`", "|", "<", "_a", "> ", "- "])(
    "is not held up by %s repeated",
    (piece) => {
      blocksFromMarkdown(
        `${piece.repeat(200_000)}\n${`${piece.repeat(9_000)}\n`.repeat(5)}`,
      );
    },
  );
});
