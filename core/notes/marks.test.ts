import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  plainText,
  type Block,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { keepMarks, mapMarks, marksOf, runsOf, withoutMarks } from "./marks";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";

const note = (noteId: string, ref = "aaaaaa"): Run => ({
  kind: "note",
  noteId,
  ref,
});
const words = (text: string): Run => ({
  kind: "text",
  text,
  marks: [],
  href: null,
});
const paragraph = (...runs: readonly Run[]): Block => ({
  kind: "paragraph",
  runs,
});
const text = (...blocks: readonly Block[]): RichText => ({
  version: 2,
  blocks,
});

const NESTED = text(
  paragraph(words("one"), note(A)),
  {
    kind: "list",
    ordered: true,
    start: 1,
    items: [[paragraph(words("two"), note(B))], [paragraph(words("three"))]],
  },
  {
    kind: "table",
    rows: [
      [
        {
          header: false,
          colspan: 1,
          rowspan: 1,
          blocks: [paragraph(words("four"), note(A, "bbbbbb"))],
        },
      ],
    ],
  },
);

const ids = (richText: RichText) =>
  marksOf(richText).map(({ noteId, ref }) => `${noteId.slice(-1)} ${ref}`);

describe("marksOf", () => {
  it("reads paragraphs, lists and tables in their order", () => {
    expect(ids(NESTED)).toEqual(["a aaaaaa", "b aaaaaa", "a bbbbbb"]);
  });

  it("counts the first of two marks that are the same, and a copy with its own ref", () => {
    const doubled = text(
      paragraph(note(A), note(A), words("x"), note(A, "cccccc")),
    );
    expect(ids(doubled)).toEqual(["a aaaaaa", "a cccccc"]);
  });
});

describe("keepMarks", () => {
  it("takes out what is not kept, and doubles", () => {
    const kept = keepMarks(NESTED, ({ noteId }) => noteId === A);
    expect(ids(kept)).toEqual(["a aaaaaa", "a bbbbbb"]);
    expect(plainText(kept)).toBe(plainText(NESTED));
    const doubled = text(paragraph(note(A), words("x"), note(A)));
    expect(runsOf(keepMarks(doubled, () => true).blocks)).toEqual([
      [note(A), words("x")],
    ]);
  });

  it("does not let a mark that is taken out stand for its double", () => {
    const doubled = text(paragraph(note(A)), paragraph(note(A)));
    let asked = 0;
    const kept = keepMarks(doubled, () => (asked += 1) > 1);
    expect(runsOf(kept.blocks)).toEqual([[], [note(A)]]);
  });

  it("returns a text in which nothing changes as itself, and unchanged blocks as they are", () => {
    expect(keepMarks(NESTED, () => true)).toBe(NESTED);
    expect(withoutMarks(text(paragraph(words("x")))).blocks).toHaveLength(1);
    const plain = text(paragraph(words("x")));
    expect(withoutMarks(plain)).toBe(plain);
    expect(keepMarks(NESTED, ({ noteId }) => noteId === A).blocks[2]).toBe(
      NESTED.blocks[2],
    );
  });
});

describe("mapMarks", () => {
  it("gives marks other notes, and takes out those that have none", () => {
    const mapped = mapMarks(NESTED, (noteId) => (noteId === A ? B : null));
    expect(ids(mapped)).toEqual(["b aaaaaa", "b bbbbbb"]);
    expect(mapMarks(NESTED, (noteId) => noteId)).toBe(NESTED);
  });
});

const run: fc.Arbitrary<Run> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 4 }).map(words),
  fc.record({
    kind: fc.constant("note" as const),
    noteId: fc.constantFrom(A, B),
    ref: fc.constantFrom("aaaaaa", "bbbbbb"),
  }),
  fc.constant({ kind: "break" as const }),
);
const anyText = fc
  .array(fc.array(run, { maxLength: 8 }), { maxLength: 5 })
  .map((paragraphs) => text(...paragraphs.map((runs) => paragraph(...runs))));

describe("marks of any text", () => {
  it("are the same after doubles are gone, and never change a word", () => {
    fc.assert(
      fc.property(anyText, (richText) => {
        const clean = keepMarks(richText, () => true);
        expect(marksOf(clean)).toEqual(marksOf(richText));
        expect(keepMarks(clean, () => true)).toBe(clean);
        expect(plainText(clean)).toBe(plainText(richText));
        expect(marksOf(withoutMarks(richText))).toEqual([]);
        expect(plainText(withoutMarks(richText))).toBe(plainText(richText));
      }),
      { numRuns: 3000 },
    );
  });
});
