/** A note beside its paragraph: where its number stands, and how much room it takes. In pixels from the paragraph's top. */
export type SideNote = { readonly mark: number; readonly height: number };

export type SideNotesPlaced = {
  /** Where each note begins, in the same order. */
  readonly tops: readonly number[];
  /** How high the paragraph has to be for its notes to stay near it. */
  readonly minHeight: number;
  /** How far the notes reach beyond the paragraph: there the margin of the next one is taken. */
  readonly carry: number;
};

/** Between one note and the next. */
const GAP = 14;

/** Notes may reach this far below their paragraph; beyond it the text waits for them, or they would drift away from it. */
const MAX_CARRY = 360;

/**
 * Places the notes of a paragraph in the margin: each beside its number, or below the note before it where that one
 * is in the way. `carry` is how far notes of paragraphs above reach into this one.
 */
export function placeSideNotes(
  notes: readonly SideNote[],
  carry: number,
  height: number,
): SideNotesPlaced {
  const tops: number[] = [];
  let free = carry;
  for (const note of notes) {
    const top = Math.max(note.mark, free);
    tops.push(top);
    free = top + note.height + GAP;
  }
  const minHeight = Math.max(height, free - MAX_CARRY);
  return { tops, minHeight, carry: Math.max(0, free - minHeight) };
}
