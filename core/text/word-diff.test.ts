import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffWords, type DiffPart } from "./word-diff";

const without = (parts: readonly DiffPart[], kind: DiffPart["kind"]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("diffWords", () => {
  it("shows the words that changed, and those around them once", () => {
    expect(
      diffWords(
        "The Double-Eight Strategy of 2003.",
        "A Double-Eight Plan of 2003.",
      ),
    ).toEqual([
      { kind: "removed", text: "The" },
      { kind: "added", text: "A" },
      { kind: "same", text: " Double-Eight " },
      { kind: "removed", text: "Strategy" },
      { kind: "added", text: "Plan" },
      { kind: "same", text: " of 2003." },
    ]);
  });

  it("shows words that replace others as one change, blanks between them too", () => {
    expect(diffWords("the old city wall", "a new city gate")).toEqual([
      { kind: "removed", text: "the old" },
      { kind: "added", text: "a new" },
      { kind: "same", text: " city " },
      { kind: "removed", text: "wall" },
      { kind: "added", text: "gate" },
    ]);
    expect(diffWords("one two", "one")).toEqual([
      { kind: "same", text: "one" },
      { kind: "removed", text: " two" },
    ]);
  });

  it("compares Chinese by characters", () => {
    expect(diffWords("八八战略", "八大战略")).toEqual([
      { kind: "same", text: "八" },
      { kind: "removed", text: "八" },
      { kind: "added", text: "大" },
      { kind: "same", text: "战略" },
    ]);
  });

  it("holds both texts whole, whatever they are", () => {
    const word = fc.constantFrom("a", "b", "  ", "\n", "战", "略", "(", "c-d");
    const text = fc.array(word, { maxLength: 40 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after);
        expect(without(parts, "added")).toBe(before);
        expect(without(parts, "removed")).toBe(after);
        if (before === after)
          expect(parts.every(({ kind }) => kind === "same")).toBe(true);
      }),
    );
  });

  it("does not take long over texts that have nothing in common", () => {
    const text = (seed: string) =>
      Array.from({ length: 20_000 }, (_, at) => `${seed}${at}`).join(" ");
    const parts = diffWords(text("x"), text("y"));
    expect(without(parts, "removed")).toBe(text("y"));
  });
});
