import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainBlock } from "./block";
import { blocksFromText } from "./blocks/from-text";
import type { Correction } from "./correction";
import { correct } from "./corrections";
import { findDoubts } from "./doubts";
import {
  recordCorrection,
  redoCorrection,
  startHistory,
  undoCorrection,
} from "./history";
import { PARAGRAPH_KINDS, SourceParagraphSchema } from "./paragraph";
import { parseSource } from "./parse-source";

const TEXT = `衢州市数字经济发展规划
一、总体要求
全市上下要深入学习领会，抓好贯彻落实。
1. 夯实基础。加快建设新型基础设施。2. 培育产业。加快壮大数字产业集群。
二、重点任务
（一）强化统筹。健全工作机制，压实各方责任。`;
const source = parseSource(blocksFromText(TEXT));
const bare = (text: string) => text.replace(/\s/g, "");
const allText = (parsed: typeof source) =>
  bare(parsed.paragraphs.map((paragraph) => paragraph.text).join(""));

describe("corrections", () => {
  it("make a heading of text, with the level of its like above", () => {
    const changed = correct(source, {
      kind: "set-kind",
      index: 2,
      to: "heading",
    });
    expect(changed.paragraphs[2]).toMatchObject({
      kind: "heading",
      level: 1,
      marker: null,
    });
    expect(
      correct(changed, { kind: "set-level", index: 2, level: 3 }).paragraphs[2]
        ?.level,
    ).toBe(3);
  });

  it("find the marker and the run-in heading again when text becomes a numbered paragraph", () => {
    const asBody = correct(source, { kind: "set-kind", index: 5, to: "body" });
    expect(asBody.paragraphs[5]).toMatchObject({ marker: null, runIn: null });
    const again = correct(asBody, {
      kind: "set-kind",
      index: 5,
      to: "numbered",
    });
    expect(again.paragraphs[5]).toEqual(source.paragraphs[5]);
  });

  it("believe a person who says that a doubtful marker is one", () => {
    const parsed = parseSource(
      blocksFromText("关于工作的通知\n1.75左右是目标。\n正文到此。"),
    );
    expect(parsed.paragraphs[1]).toMatchObject({ kind: "body", marker: null });
    expect(
      correct(parsed, { kind: "set-kind", index: 1, to: "numbered" })
        .paragraphs[1]?.marker,
    ).toBe(null);
    const section = parseSource(
      blocksFromText("关于工作的通知\n1.2 工作目标\n正文到此。"),
    );
    expect(
      correct(section, { kind: "set-kind", index: 1, to: "heading" })
        .paragraphs[1]?.marker,
    ).toBe("1.2");
  });

  it("split a paragraph and read the second piece for itself", () => {
    const at = (source.paragraphs[3]?.text ?? "").indexOf("2. ");
    const { paragraphs } = correct(source, { kind: "split", index: 3, at });
    expect(paragraphs[3]).toMatchObject({
      kind: "numbered",
      marker: "1.",
      runIn: "夯实基础。",
    });
    expect(paragraphs[4]).toMatchObject({
      kind: "numbered",
      marker: "2.",
      runIn: "培育产业。",
    });
  });

  it("merge a paragraph with the one before, which keeps its kind", () => {
    const { paragraphs } = correct(source, { kind: "merge", index: 5 });
    expect(paragraphs[4]).toMatchObject({
      kind: "heading",
      level: 1,
      marker: "二、",
      text: "二、重点任务（一）强化统筹。健全工作机制，压实各方责任。",
    });
    expect(paragraphs).toHaveLength(5);
  });

  it("drop a paragraph, and the metadata that only it gave", () => {
    const dropped = correct(source, { kind: "drop", index: 0 });
    expect(dropped.paragraphs).toHaveLength(5);
    expect(dropped.metadata.title).toBeNull();
  });

  it("let metadata follow the paragraphs, but not over what a person typed", () => {
    const typed = correct(source, {
      kind: "set-metadata",
      name: "issuingBody",
      value: "衢州市人民政府",
    });
    const retitled = correct(typed, { kind: "set-kind", index: 0, to: "body" });
    expect(retitled.metadata).toMatchObject({
      title: null,
      issuingBody: "衢州市人民政府",
    });
    expect(
      correct(typed, { kind: "set-metadata", name: "issuingBody", value: " " })
        .metadata.issuingBody,
    ).toBeNull();
  });

  it("say whether a numbered paragraph has a run-in heading", () => {
    const off = correct(source, { kind: "set-run-in", index: 5, on: false });
    expect(off.paragraphs[5]?.runIn).toBeNull();
    expect(correct(off, { kind: "set-run-in", index: 5, on: true })).toEqual(
      source,
    );
  });

  it("leave a source itself where they cannot be made", () => {
    const impossible: readonly Correction[] = [
      { kind: "merge", index: 0 },
      { kind: "merge", index: 99 },
      { kind: "split", index: 1, at: 0 },
      { kind: "split", index: 1, at: 400 },
      { kind: "drop", index: -1 },
      { kind: "set-kind", index: 1, to: "heading" },
      { kind: "set-kind", index: 2, to: "table" },
      { kind: "set-level", index: 2, level: 2 },
    ];
    for (const correction of impossible)
      expect(correct(source, correction)).toBe(source);
  });

  it("never cut a character in two, nor a table, nor join to one", () => {
    const table = {
      version: 1 as const,
      rows: [[{ text: "指标", header: true, colspan: 1, rowspan: 1 }]],
    };
    const parsed = parseSource([
      plainBlock("关于工作的通知"),
      plainBlock("正文𠮷字。"),
      plainBlock("", { table }),
      plainBlock("正文完。"),
    ]);
    expect(correct(parsed, { kind: "split", index: 1, at: 3 })).toBe(parsed);
    expect(correct(parsed, { kind: "split", index: 2, at: 1 })).toBe(parsed);
    expect(correct(parsed, { kind: "merge", index: 2 })).toBe(parsed);
    expect(correct(parsed, { kind: "merge", index: 3 })).toBe(parsed);
    // Its rows go with its kind; undoing brings both back.
    const asBody = correct(parsed, { kind: "set-kind", index: 2, to: "body" });
    expect(asBody.paragraphs[2]).toMatchObject({
      kind: "body",
      table: null,
      text: "指标",
    });
    expect(correct(asBody, { kind: "set-kind", index: 2, to: "table" })).toBe(
      asBody,
    );
  });

  it("lose no character, whatever is merged, split and renamed, and stay fit to be stored", () => {
    const correction = fc.oneof(
      fc.record({ kind: fc.constant("merge" as const), index: fc.nat(8) }),
      fc.record({
        kind: fc.constant("split" as const),
        index: fc.nat(8),
        at: fc.nat(40),
      }),
      fc.record({
        kind: fc.constant("set-kind" as const),
        index: fc.nat(8),
        to: fc.constantFrom(...PARAGRAPH_KINDS),
      }),
      fc.record({
        kind: fc.constant("set-level" as const),
        index: fc.nat(8),
        level: fc.integer({ min: 1, max: 9 }),
      }),
      fc.record({
        kind: fc.constant("set-run-in" as const),
        index: fc.nat(8),
        on: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 30 }), (corrections) => {
        const result = corrections.reduce(correct, source);
        expect(allText(result)).toBe(allText(source));
        for (const paragraph of result.paragraphs) {
          SourceParagraphSchema.parse(paragraph);
          if (paragraph.marker !== null)
            expect(paragraph.text.startsWith(paragraph.marker)).toBe(true);
          if (paragraph.runIn !== null)
            expect(paragraph.text).toContain(paragraph.runIn);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the history of corrections", () => {
  it("goes back and forth, and forgets what was taken back once something else is done", () => {
    const start = startHistory(source);
    const dropped = recordCorrection(start, { kind: "drop", index: 2 });
    const merged = recordCorrection(dropped, { kind: "merge", index: 2 });
    const back = undoCorrection(undoCorrection(merged));
    expect(back.present).toBe(source);
    expect(redoCorrection(redoCorrection(back)).present).toBe(merged.present);
    expect(recordCorrection(back, { kind: "drop", index: 0 }).future).toEqual(
      [],
    );
    expect(undoCorrection(start)).toBe(start);
    expect(redoCorrection(start)).toBe(start);
    expect(recordCorrection(start, { kind: "merge", index: 0 })).toBe(start);
  });

  it("takes the letters typed into one field for one step", () => {
    let history = startHistory(source);
    for (const value of ["衢", "衢州", "衢州市"])
      history = recordCorrection(history, {
        kind: "set-metadata",
        name: "source",
        value,
      });
    history = recordCorrection(history, {
      kind: "set-metadata",
      name: "column",
      value: "规",
    });
    expect(history.past).toHaveLength(2);
    expect(undoCorrection(history).present.metadata).toMatchObject({
      source: "衢州市",
      column: null,
    });
  });
});

describe("doubts", () => {
  const doubtsOf = (text: string) =>
    findDoubts(parseSource(blocksFromText(text)));

  it("has none about a document that is in order", () => {
    expect(
      doubtsOf(
        "关于工作的通知\n一、总体要求\n正文到此为止。\n二、重点任务\n正文到此为止。",
      ),
    ).toEqual([]);
  });

  it("points at a numbered paragraph that was swallowed, and where to cut", () => {
    const at = (source.paragraphs[3]?.text ?? "").indexOf("2. ");
    expect(findDoubts(source)).toEqual([{ kind: "swallowed", index: 3, at }]);
  });

  it("points at gaps in the numbering, but not where it starts again", () => {
    expect(
      doubtsOf(
        "关于工作的通知\n一、要求\n正文。\n1. 甲工作。抓好落实。\n2. 乙工作。抓好落实。\n二、任务\n1. 丙工作。抓好落实。\n四、保障\n正文。",
      ),
    ).toEqual([{ kind: "gap", index: 7, expected: 3, found: 4 }]);
  });

  it("points at a missing title, at broken sentences, at short lines and at characters that were not decoded", () => {
    expect(
      doubtsOf(
        `一、要求\n${"要深入学习领会贯彻落实".repeat(4)}\n这是后半句话。\n保障措施\n正文到此为止。\n乱\ufffd码在此。`,
      ),
    ).toEqual([
      { kind: "no-title", index: null },
      { kind: "broken", index: 1 },
      { kind: "short-line", index: 3 },
      { kind: "unreadable", index: 5 },
    ]);
  });

  it("points at a level that was left out", () => {
    const parsed = parseSource([
      plainBlock("意见"),
      plainBlock("一、要求", { heading: 1 }),
      plainBlock("正文。"),
    ]);
    const jump = {
      ...parsed,
      paragraphs: [
        ...parsed.paragraphs,
        {
          kind: "heading" as const,
          level: 3,
          marker: null,
          runIn: null,
          text: "小节",
          table: null,
          fields: [],
        },
      ],
    };
    expect(findDoubts(jump)).toEqual([{ kind: "level-jump", index: 3 }]);
  });
});
