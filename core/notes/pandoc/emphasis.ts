import { AUTOLINK, DESTINATION, ESCAPED, matchAt } from "./patterns";

/** Tells whether a row of stars or underscores can open emphasis: words follow, and underscores are not in a word. */
export function opensEmphasis(
  text: string,
  at: number,
  delimiter: string,
): boolean {
  if (!/\S/.test(text.charAt(at + delimiter.length))) return false;
  return (
    delimiter.startsWith("*") || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))
  );
}

/** Where emphasis ends, or null. Of three in a row the outer one takes its share at the end: `**a *b***`, `*a **b***`. */
export function findCloser(
  text: string,
  from: number,
  delimiter: string,
): number | null {
  const character = delimiter.charAt(0);
  let index = from;
  while (index < text.length) {
    const skipped =
      matchAt(ESCAPED, text, index) ??
      matchAt(AUTOLINK, text, index) ??
      (text.charAt(index - 1) === "]"
        ? matchAt(DESTINATION, text, index)
        : null);
    if (skipped !== null) {
      index += skipped[0].length;
      continue;
    }
    if (text.charAt(index) !== character) {
      index += 1;
      continue;
    }
    let to = index;
    while (text.charAt(to) === character) to += 1;
    const isEnd =
      index > from &&
      /\S/.test(text.charAt(index - 1)) &&
      (character === "*" || !/[\p{L}\p{N}]/u.test(text.charAt(to)));
    const length = to - index;
    if (isEnd && (length === delimiter.length || length >= 3))
      return to - delimiter.length;
    index = to;
  }
  return null;
}
