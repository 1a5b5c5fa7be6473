import type { TermMatch } from "@/core/glossary/term";

/** A stretch of source text of one look. */
export type SourcePiece = { readonly text: string; readonly strong: boolean };

/** A run of pieces that is one occurrence of a term, or the text between two. */
export type SourceStretch = {
  readonly from: number;
  readonly termId: string | null;
  readonly pieces: readonly SourcePiece[];
};

/**
 * Cuts a source text into terms and what lies between them. The first `strongTo` characters (marker and run-in
 * heading) are strong; a term may reach over that border and stays one term.
 */
export function cutSource(
  text: string,
  strongTo: number,
  matches: readonly TermMatch[],
): readonly SourceStretch[] {
  const stretches: SourceStretch[] = [];
  const add = (from: number, to: number, termId: string | null) => {
    if (from >= to) return;
    const border = Math.min(Math.max(strongTo, from), to);
    const pieces = [
      { text: text.slice(from, border), strong: true },
      { text: text.slice(border, to), strong: false },
    ].filter((piece) => piece.text !== "");
    stretches.push({ from, termId, pieces });
  };
  let at = 0;
  for (const match of matches) {
    if (match.from < at) continue;
    add(at, match.from, null);
    add(match.from, match.to, match.termId);
    at = match.to;
  }
  add(at, text.length, null);
  return stretches;
}

/** Where the marker and the run-in heading of a paragraph end in its text; 0 where it has no run-in heading. */
export function strongEnd(text: string, runIn: string | null): number {
  if (runIn === null) return 0;
  const from = text.indexOf(runIn);
  return from === -1 ? 0 : from + runIn.length;
}
