import { describe, expect, it } from "vitest";
import type { RichText, Run } from "@/core/text/rich-text";
import { firstWords, lastWords, wordsAround } from "./note-places";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";
const text = (words: string): Run => ({
  kind: "text",
  text: words,
  marks: [],
  href: null,
});
const mark = (noteId: string, ref = "abcdef"): Run => ({
  kind: "note",
  noteId,
  ref,
});
const rich = (...runs: readonly Run[]): RichText => ({
  version: 2,
  blocks: [{ kind: "paragraph", runs }],
});

describe("the words around a note", () => {
  it("stand before and behind its first mark, without other marks", () => {
    const found = wordsAround(
      rich(
        text("We act"),
        mark(B),
        text(" on it"),
        mark(A),
        text(". Then"),
        mark(A, "ghijkl"),
      ),
    );
    expect(found.get(A)).toEqual({ before: "We act on it", after: ". Then" });
    expect(found.get(B)).toEqual({ before: "We act", after: " on it. Then" });
  });

  it("are cut between words and never inside of a character", () => {
    const long = "word ".repeat(60);
    const around = wordsAround(rich(text(long), mark(A), text(long))).get(A);
    expect(around?.before).toMatch(/^…word (word )+$/);
    expect(around?.after).toMatch(/^word( word)+…$/);
    expect(lastWords("𠮷".repeat(50), 9)).toBe(`…${"𠮷".repeat(4)}`);
    expect(firstWords("𠮷".repeat(50), 9)).toBe(`${"𠮷".repeat(4)}…`);
  });
});
