/** Joins two pieces of a text that a line end has parted: Latin words get their space back, Chinese needs none. */
export function joinPieces(before: string, after: string): string {
  // Only the seam is looked at, so that joining many pieces stays linear.
  const end = before.slice(-1);
  const start = after.slice(0, 1);
  const isDigitRun = /\p{N}/u.test(end) && /\p{N}/u.test(start);
  const wantsSpace =
    /[\p{Script=Latin}\p{N},.;:!?)]/u.test(end) &&
    /[\p{Script=Latin}\p{N}(]/u.test(start);
  return wantsSpace && !isDigitRun ? `${before} ${after}` : before + after;
}
