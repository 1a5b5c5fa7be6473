import type { PrintedNote } from "./printed";
import type { Side } from "./spans";

/** On which side of the text each note is at home, by number: at its first mark in the English where it has one there. */
export function noteSides(
  notes: readonly PrintedNote[],
): ReadonlyMap<number, Side> {
  return new Map(
    notes.map(({ number, marks }) => [
      number,
      marks.target > 0 ? "target" : "source",
    ]),
  );
}
