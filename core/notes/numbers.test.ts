import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOTE_KINDS, type RowMarks } from "./note";
import { numberNotes } from "./numbers";

function rows(...marks: readonly string[]): readonly RowMarks[] {
  return marks.map((ids, index) => ({
    rowId: String(index),
    marks: ids
      .split(" ")
      .filter((id) => id !== "")
      .map((noteId) => ({ noteId, isFirstUse: false })),
  }));
}

const note = (
  id: string,
  kind: (typeof NOTE_KINDS)[number] = "translator",
) => ({
  id,
  kind,
  deletedAt: null as string | null,
});

function numbers(...given: Parameters<typeof numberNotes>): string {
  return [...numberNotes(...given)].map(([id, at]) => `${id}${at}`).join(" ");
}

describe("numberNotes", () => {
  it("numbers notes by their first marks", () => {
    const notes = [note("a"), note("b"), note("c")];
    expect(numbers(rows("c a", "", "a b c"), notes)).toBe("c1 a2 b3");
  });

  it("passes doubts, deleted notes and marks of notes that it does not know", () => {
    const notes = [
      note("a"),
      note("d", "doubt"),
      { ...note("x"), deletedAt: "2025-12-08T00:00:00Z" },
      note("b", "term"),
    ];
    expect(numbers(rows("d x u a", "u b"), notes)).toBe("a1 b2");
  });

  it("gives notes without a place no number", () => {
    expect(numbers(rows("a"), [note("a"), note("b")])).toBe("a1");
    expect(numbers([], [note("a")])).toBe("");
  });
});

const IDS = "abcdefghij".split("");
const anyNotes = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS),
    kind: fc.constantFrom(...NOTE_KINDS),
    deletedAt: fc.constantFrom(null, "2025-12-08T00:00:00Z"),
  }),
  { selector: ({ id }) => id },
);
const anyRows = fc
  .array(fc.array(fc.constantFrom(...IDS, "unknown"), { maxLength: 6 }), {
    maxLength: 12,
  })
  .map((marks) => rows(...marks.map((ids) => ids.join(" "))));

describe("the numbers of any notes", () => {
  it("are 1 to n in the order of the first marks, and no placed note of a published kind is without", () => {
    fc.assert(
      fc.property(anyRows, anyNotes, (given, notes) => {
        const numbered = numberNotes(given, notes);
        expect([...numbered.values()]).toEqual(
          Array.from({ length: numbered.size }, (_, at) => at + 1),
        );
        const order = given.flatMap(({ marks }) =>
          marks.map(({ noteId }) => noteId),
        );
        const firsts = [...numbered.keys()].map((id) => order.indexOf(id));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
        for (const { id, kind, deletedAt } of notes)
          expect(numbered.has(id)).toBe(
            order.includes(id) && kind !== "doubt" && deletedAt === null,
          );
      }),
      { numRuns: 3000 },
    );
  });

  it("do not change when a mark is doubled or copied behind its first", () => {
    fc.assert(
      fc.property(anyRows, anyNotes, fc.nat(), (given, notes, at) => {
        const order = given.flatMap(({ marks }) => marks);
        const copied = order[at % Math.max(1, order.length)];
        if (copied === undefined) return;
        const more = [...given, { rowId: "more", marks: [copied, copied] }];
        expect([...numberNotes(more, notes)]).toEqual([
          ...numberNotes(given, notes),
        ]);
      }),
      { numRuns: 2000 },
    );
  });
});
