import { expect, test } from "vitest";
import type { Block, NoteMark, RichText, Run } from "@/core/text/rich-text";
import { wordsOf } from "./words";

const mark: NoteMark = {
  kind: "note",
  noteId: "0190a000-0000-7000-8000-000000000001",
  ref: "abc123",
};
const text = (value: string): Run => ({
  kind: "text",
  text: value,
  marks: ["bold"],
  href: null,
});
const rich = (...blocks: Block[]): RichText => ({ version: 2, blocks });
const paragraph = (...runs: Run[]): Block => ({ kind: "paragraph", runs });
const list = (...runs: Run[]): Block => ({
  kind: "list",
  ordered: false,
  start: 1,
  items: [runs.length === 0 ? [] : [paragraph(...runs)]],
});
const table = (...runs: Run[]): Block => ({
  kind: "table",
  rows: [
    [
      {
        header: false,
        colspan: 1,
        rowspan: 1,
        blocks: runs.length === 0 ? [] : [paragraph(...runs)],
      },
    ],
  ],
});

test("a mark changes no words, wherever it stands", () => {
  for (const wrap of [paragraph, list, table]) {
    const plain = rich(wrap(text("five chains")));
    expect(wordsOf(rich(wrap(text("five "), mark, text("chains"))))).toEqual(
      plain,
    );
    expect(wordsOf(rich(wrap(mark, text("five chains"), mark)))).toEqual(plain);
  }
});

test("where only a mark stands there are no words", () => {
  expect(wordsOf(rich(paragraph(mark)))).toEqual(rich());
  expect(wordsOf(rich(list(mark)))).toEqual(rich(list()));
  expect(wordsOf(rich(table(mark)))).toEqual(rich(table()));
});

test("a text without marks comes back as itself", () => {
  const plain = rich(
    paragraph(text("one")),
    list(text("two")),
    table(text("three")),
  );
  expect(wordsOf(plain)).toBe(plain);
});
