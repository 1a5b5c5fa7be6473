import fc from "fast-check";
import { expect, it } from "vitest";
import { longestRising } from "./longest-rising";

it("finds the longest row that rises", () => {
  const numbers = [3, 0, 1, 4, 2, 5];
  const found = longestRising(numbers);
  expect([...found].toSorted().map((index) => numbers[index])).toEqual([
    0, 1, 2, 5,
  ]);
});

it("finds one that rises, and none that is longer", () => {
  const slow = (numbers: readonly number[]): number => {
    const best = numbers.map(() => 1);
    numbers.forEach((number, index) => {
      for (let at = 0; at < index; at += 1)
        if ((numbers[at] ?? 0) < number)
          best[index] = Math.max(best[index] ?? 1, (best[at] ?? 0) + 1);
    });
    return Math.max(0, ...best);
  };
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60), { maxLength: 30 }), (numbers) => {
      const found = [...longestRising(numbers)].toSorted((a, b) => a - b);
      const row = found.map((index) => numbers[index] ?? 0);
      expect(row).toEqual(row.toSorted((a, b) => a - b));
      expect(row).toHaveLength(slow(numbers));
    }),
  );
});
