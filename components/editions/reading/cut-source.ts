import type { SourceNote } from "@/core/editions/edition";

/** A piece of a paragraph's Chinese: words, or the number of a note. */
export type SourcePiece =
  | { readonly kind: "text"; readonly text: string; readonly strong: boolean }
  | { readonly kind: "note"; readonly noteId: string };

/** Cuts a paragraph's Chinese at the numbers of its notes and at the end of its run-in heading, which is strong. */
export function cutSource(
  text: string,
  runIn: string | null,
  notes: readonly SourceNote[],
): readonly SourcePiece[] {
  const found = runIn === null ? -1 : text.indexOf(runIn);
  const strongTo = runIn === null || found === -1 ? 0 : found + runIn.length;
  const pieces: SourcePiece[] = [];
  let at = 0;
  const takeTo = (to: number) => {
    const cuts = at < strongTo && strongTo < to ? [strongTo, to] : [to];
    for (const cut of cuts) {
      if (cut > at)
        pieces.push({
          kind: "text",
          text: text.slice(at, cut),
          strong: cut <= strongTo,
        });
      at = Math.max(at, cut);
    }
  };
  for (const { noteId, to } of notes.toSorted((a, b) => a.to - b.to)) {
    takeTo(Math.min(to, text.length));
    pieces.push({ kind: "note", noteId });
  }
  takeTo(text.length);
  return pieces;
}
