import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { createRowHeights } from "./row-heights";

describe("createRowHeights", () => {
  it("sums estimates until a row was measured, and the measure from then on", () => {
    const heights = createRowHeights(4, () => 100);
    heights.measure(1, 40);
    expect([0, 1, 2, 3, 4].map(heights.top)).toEqual([0, 100, 140, 240, 340]);
  });

  it("finds the row at a distance, and the ends for what lies beyond them", () => {
    const heights = createRowHeights(3, () => 100);
    expect([-5, 0, 99, 100, 299, 5000].map(heights.at)).toEqual([
      0, 0, 0, 1, 2, 2,
    ]);
  });

  it("agrees with plain addition for any heights and measures", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), {
          minLength: 1,
          maxLength: 70,
        }),
        fc.array(fc.tuple(fc.nat(69), fc.integer({ min: 1, max: 900 }))),
        (estimates, measures) => {
          const heights = createRowHeights(
            estimates.length,
            (i) => estimates[i] ?? 0,
          );
          const plain = [...estimates];
          for (const [index, height] of measures) {
            heights.measure(index, height);
            if (index < plain.length) plain[index] = height;
          }
          let top = 0;
          plain.forEach((height, index) => {
            expect(heights.top(index)).toBe(top);
            expect(heights.at(top)).toBe(index);
            expect(heights.at(top + height - 1)).toBe(index);
            top += height;
          });
        },
      ),
    );
  });
});
