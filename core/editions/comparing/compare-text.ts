import { diffWords } from "@/core/text/word-diff";
import type { ComparedText } from "@/core/editions/comparison";

/** Compares two texts word by word; null where they are the same. */
export function compareText(
  before: string,
  after: string,
): ComparedText | null {
  return before === after ? null : diffWords(before, after);
}
