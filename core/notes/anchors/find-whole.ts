import type { SourceAnchor } from "@/core/notes/note";
import { fingerprint } from "./fingerprint";
import { textAt, type IndexedText, type TextIndex } from "./text-index";

/**
 * A shorter text is not followed to another place: headings and formulas stand in many places by themselves. Sentences of
 * this length hardly do.
 */
const LEAST_LENGTH = 32;

/**
 * Finds the words of an anchor by the whole text they stood in: one that was moved, parted or joined with others stands
 * unchanged in the row of all texts. While its paragraph is still there, only the paragraph and what touches it counts.
 * Null where the whole text is not there, or is there twice.
 */
export function findWhole(
  { quote, position, whole }: SourceAnchor,
  index: TextIndex,
  own: IndexedText | null,
): (IndexedText & { readonly from: number; readonly to: number }) | null {
  if (position === null || whole === undefined) return null;
  if (whole.length < LEAST_LENGTH || position.from < quote.prefix.length)
    return null;
  const window = quote.prefix + quote.exact + quote.suffix;
  const lead = position.from - quote.prefix.length;
  const floor = own === null ? 0 : own.start - whole.length + 1;
  const ceiling =
    own === null
      ? index.joined.length
      : own.start + own.text.length + whole.length - 1;
  const base = Math.max(0, floor);
  const searched = index.joined.slice(base, ceiling);
  let found: number | null = null;
  for (
    let at = searched.indexOf(window);
    at !== -1;
    at = searched.indexOf(window, at + 1)
  ) {
    const start = at - lead;
    const text = searched.slice(start, start + whole.length);
    if (start < 0 || text.length < whole.length) continue;
    if (fingerprint(text) !== whole.fingerprint) continue;
    if (found !== null) return null;
    found = base + start;
  }
  if (found === null) return null;
  const from = found + position.from;
  const to = found + position.to;
  const text = textAt(index, from, to);
  if (text === null) return null;
  return { ...text, from: from - text.start, to: to - text.start };
}
