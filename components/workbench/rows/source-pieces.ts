import type { TermMatch } from "@/core/glossary/term";

/** A stretch of source text of one look: the notes on its words, those that begin before it too. */
export type SourcePiece = {
  readonly text: string;
  readonly strong: boolean;
  readonly noteIds: readonly string[];
};

/** A run of pieces that is one occurrence of a term, or the text between two, with the notes whose words end at it. */
export type SourceStretch = {
  readonly from: number;
  readonly termId: string | null;
  /** False for the rest of a term in whose middle the words of a note end. */
  readonly isTermStart: boolean;
  readonly pieces: readonly SourcePiece[];
  /** The notes whose numbers stand behind it. */
  readonly endingIds: readonly string[];
};

/** Words that a note is on. */
export type SourceNote = {
  readonly noteId: string;
  readonly from: number;
  readonly to: number;
};

/**
 * Cuts a source text into terms and what lies between them. The first `strongTo` characters (marker and run-in
 * heading) are strong; a term may reach over that border and stays one term. Words of notes may overlap each other and
 * terms; numbers stand where the words of a note end, and there every stretch ends, a term's too.
 */
export function cutSource(
  text: string,
  strongTo: number,
  matches: readonly TermMatch[],
  notes: readonly SourceNote[] = [],
): readonly SourceStretch[] {
  const ends = [...new Set(notes.map(({ to }) => to))].sort((a, b) => a - b);
  const stretches: SourceStretch[] = [];
  const add = (from: number, to: number, termId: string | null) => {
    const inside = ends.filter((end) => from < end && end < to);
    const borders = [from, ...inside, to];
    borders.slice(0, -1).forEach((start, index) => {
      const end = borders[index + 1] ?? to;
      if (start >= end) return;
      stretches.push({
        from: start,
        termId,
        isTermStart: index === 0,
        pieces: cutPieces(text, start, end, strongTo, notes),
        endingIds: notes
          .filter((note) => note.to === end)
          .map(({ noteId }) => noteId),
      });
    });
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

function cutPieces(
  text: string,
  from: number,
  to: number,
  strongTo: number,
  notes: readonly SourceNote[],
): readonly SourcePiece[] {
  const here = notes.filter((note) => note.from < to && note.to > from);
  const inside = [strongTo, ...here.flatMap((note) => [note.from, note.to])]
    .filter((border) => from < border && border < to)
    .sort((a, b) => a - b);
  const borders = [...new Set([from, ...inside, to])];
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? to;
    return {
      text: text.slice(start, end),
      strong: end <= strongTo,
      noteIds: here
        .filter((note) => note.from < end && note.to > start)
        .map(({ noteId }) => noteId),
    };
  });
}

/** Where the marker and the run-in heading of a paragraph end in its text; 0 where it has no run-in heading. */
export function strongEnd(text: string, runIn: string | null): number {
  if (runIn === null) return 0;
  const from = text.indexOf(runIn);
  return from === -1 ? 0 : from + runIn.length;
}
