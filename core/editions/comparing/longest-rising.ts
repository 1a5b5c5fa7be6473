/**
 * Finds the longest row of numbers that rise, of those given: their indexes. The numbers are all different. What is not in
 * it is the least that has to move for all to be in order.
 */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  // `ends[n]` is the index at which the lowest row of n + 1 numbers ends.
  const ends: number[] = [];
  const before = numbers.map(() => -1);
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const found = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at !== -1; at = before[at] ?? -1)
    found.add(at);
  return found;
}
