import { describe, expect, it } from "vitest";
import { plainBlock } from "./block";
import { correct } from "./corrections";
import {
  recordCorrection,
  redoCorrection,
  startHistory,
  undoCorrection,
} from "./history";
import type { ParsedSource } from "./paragraph";
import { parseSource } from "./parse-source";
import { MAX_REMARK_DETAIL, remark } from "./remark";
import { toSourceJson } from "./to-json";

const block = (text: string, ...remarks: ReturnType<typeof remark>[]) =>
  plainBlock(text, { remarks });

const SOURCE = parseSource([
  block("关于促进低空经济发展的意见"),
  block("　　坚持统筹发展和安全。", remark("struck-out", 6, "已废止")),
  block("建设低空经济先行区。", remark("picture", 4), remark("comment", null)),
  block("健全监管体系。", remark("symbol", 0)),
]);

/** Each remark as its kind and the words that follow its place. */
const places = ({ remarks, paragraphs }: ParsedSource) =>
  remarks.map(({ kind, index, at }) => {
    const text = paragraphs[index]?.text ?? "?";
    return `${kind} ${index} ${at === null ? "*" : text.slice(at, at + 2)}`;
  });

describe("remarks on a source", () => {
  it("stay at their words when a paragraph is trimmed", () => {
    expect(places(SOURCE)).toEqual([
      "struck-out 1 发展",
      "picture 2 经济",
      "comment 2 *",
      "symbol 3 健全",
    ]);
  });

  it("of blocks without text hang on the nearest paragraph", () => {
    const parsed = parseSource([
      block(" ", remark("picture", 0, "会徽")),
      block("关于促进低空经济发展的意见"),
      block("坚持统筹发展和安全。"),
      block("", remark("page-furniture", null, "- 3 -")),
    ]);
    expect(parsed.paragraphs).toHaveLength(2);
    expect(parsed.remarks).toEqual([
      { kind: "picture", index: 0, at: null, detail: "会徽" },
      { kind: "page-furniture", index: 1, at: null, detail: "- 3 -" },
    ]);
  });

  it("are moved by joining, to the words that they were at", () => {
    const joined = correct(SOURCE, { kind: "merge", index: 2 });
    expect(places(joined)).toEqual([
      "struck-out 1 发展",
      "picture 1 经济",
      "comment 1 *",
      "symbol 2 健全",
    ]);
  });

  it("are moved by cutting, and cutting what was joined brings them back", () => {
    const joined = correct(SOURCE, { kind: "merge", index: 2 });
    const at = "坚持统筹发展和安全。".length;
    const cut = correct(joined, { kind: "split", index: 1, at });
    expect(places(cut)).toEqual([
      "struck-out 1 发展",
      "picture 2 经济",
      // On the whole of what was joined: it stays with the beginning.
      "comment 1 *",
      "symbol 3 健全",
    ]);
  });

  it("keep their places in Latin text, where joining adds a space", () => {
    const parsed = parseSource([
      block("Opinions on the low-altitude economy"),
      block("The city promotes safety"),
      block("and development.", remark("footnote", 4)),
    ]);
    const joined = correct(parsed, { kind: "merge", index: 2 });
    expect(places(joined)).toEqual(["footnote 1 de"]);
  });

  it("go with a paragraph that is left out, and come back with undo", () => {
    const start = startHistory(SOURCE);
    const dropped = recordCorrection(start, { kind: "drop", index: 2 });
    expect(places(dropped.present)).toEqual([
      "struck-out 1 发展",
      "symbol 2 健全",
    ]);
    expect(undoCorrection(dropped).present).toBe(SOURCE);
    expect(redoCorrection(undoCorrection(dropped)).present).toEqual(
      dropped.present,
    );
  });

  it("stay where they are when the kind or the metadata change", () => {
    const changed = correct(SOURCE, { kind: "set-kind", index: 1, to: "item" });
    expect(changed.remarks).toBe(SOURCE.remarks);
    const named = {
      kind: "set-metadata",
      name: "title",
      value: "意见",
    } as const;
    expect(correct(SOURCE, named).remarks).toBe(SOURCE.remarks);
  });

  it("follow a title that was broken over two lines", () => {
    const parsed = parseSource([
      block("衢州市人民政府"),
      block("关于促进低空经济发展的意见", remark("superscript", 4)),
      block("坚持统筹发展和安全。"),
    ]);
    expect(parsed.paragraphs).toHaveLength(2);
    expect(places(parsed)).toEqual(["superscript 0 低空"]);
  });

  it("are printed for other programs by paragraph and offset", () => {
    expect(toSourceJson(SOURCE).remarks[0]).toEqual({
      kind: "struck-out",
      paragraph: 1,
      at: 4,
      detail: "已废止",
    });
  });

  it("repeat no more than a page of what was left out", () => {
    const { detail } = remark("struck-out", 0, `${"字".repeat(1998)}𠮷尾巴`);
    expect(detail).toBe(`${"字".repeat(1998)}…`);
    expect(remark("comment", null, " \n ").detail).toBeNull();
    expect(detail?.length).toBeLessThanOrEqual(MAX_REMARK_DETAIL);
  });
});
