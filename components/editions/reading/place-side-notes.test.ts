import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeSideNotes } from "./place-side-notes";

describe("notes in the margin", () => {
  it("stand beside their numbers where there is room", () => {
    const notes = [
      { mark: 10, height: 40 },
      { mark: 200, height: 40 },
    ];
    expect(placeSideNotes(notes, 0, 300)).toEqual({
      tops: [10, 200],
      minHeight: 300,
      carry: 0,
    });
  });

  it("are pushed down by the note before, also by one of the paragraph above", () => {
    const notes = [
      { mark: 10, height: 100 },
      { mark: 40, height: 50 },
    ];
    const { tops, carry } = placeSideNotes(notes, 60, 100);
    expect(tops[0]).toBe(60);
    expect(tops[1]).toBeGreaterThanOrEqual(160);
    expect(carry).toBeGreaterThan((tops[1] ?? 0) + 50 - 100);
  });

  it("make the text wait before they drift away from it", () => {
    const notes = Array.from({ length: 20 }, () => ({ mark: 0, height: 100 }));
    const { minHeight, carry } = placeSideNotes(notes, 0, 50);
    expect(minHeight).toBeGreaterThan(1500);
    expect(carry).toBeLessThan(400);
  });

  it("never overlap and keep their order through any document", () => {
    const paragraph = fc.record({
      height: fc.integer({ min: 20, max: 900 }),
      notes: fc.array(
        fc.record({
          mark: fc.integer({ min: 0, max: 900 }),
          height: fc.integer({ min: 15, max: 600 }),
        }),
        { maxLength: 8 },
      ),
    });
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        let top = 0;
        let carry = 0;
        let free = 0;
        for (const { height, notes } of paragraphs) {
          const sorted = notes.toSorted((a, b) => a.mark - b.mark);
          const placed = placeSideNotes(sorted, carry, height);
          for (const [index, note] of sorted.entries()) {
            const at = top + (placed.tops[index] ?? 0);
            expect(at).toBeGreaterThanOrEqual(free);
            expect(at).toBeGreaterThanOrEqual(top + note.mark);
            free = at + note.height;
          }
          expect(placed.minHeight).toBeGreaterThanOrEqual(height);
          top += placed.minHeight;
          carry = placed.carry;
        }
      }),
    );
  });
});
