import type { Place } from "./quote";

/** A text up to this length is read whole: ten times a usual paragraph, twice the longest. */
const LARGEST = 3000;
/** What is looked at around the pieces that are found: room for the window and for a sentence written into it. */
const AROUND = 400;
/** Pieces of the window that are looked for, shorter ones first; a long text has the short ones everywhere. */
const PIECES = [12, 24] as const;

/**
 * Finds the part of a text that can hold a window, so that aligning them takes a bounded time; null where nothing of the
 * window is there, or it is in so many places that none of them can be sure.
 */
export function narrow(window: string, text: string): Place | null {
  if (text.length <= LARGEST) return { from: 0, to: text.length };
  for (const size of PIECES) {
    const span = spanOf(window, text, size);
    if (span === null) return null;
    const from = Math.max(0, span.from - AROUND);
    const to = Math.min(text.length, span.to + AROUND);
    if (to - from <= LARGEST) return { from, to };
  }
  return null;
}

function spanOf(window: string, text: string, size: number): Place | null {
  let [from, to] = [Infinity, 0];
  for (let at = 0; at + size <= window.length; at += size / 2) {
    const piece = window.slice(at, at + size);
    const first = text.indexOf(piece);
    if (first === -1) continue;
    from = Math.min(from, first);
    to = Math.max(to, text.lastIndexOf(piece) + size);
  }
  return to === 0 ? null : { from, to };
}
