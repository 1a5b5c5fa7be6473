/** Joins two pieces of a text that a line end has parted: Latin words get their space back, Chinese needs none. */
export function joinPieces(before: string, after: string): string {
  const wantsSpace =
    /[\p{Script=Latin}\p{N},.;:!?)]$/u.test(before) &&
    /^[\p{Script=Latin}\p{N}(]/u.test(after);
  const isDigitRun = /\p{N}$/u.test(before) && /^\p{N}/u.test(after);
  return wantsSpace && !isDigitRun ? `${before} ${after}` : before + after;
}
