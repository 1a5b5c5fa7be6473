"use client";

import { NoteText } from "./note-text";
import { useReadingContext } from "./reading-context";

type ReadingNotesProps = {
  readonly part: number;
  /** The notes whose numbers were opened above; they unfold here. */
  readonly unfolded: ReadonlySet<string>;
};

/** The notes of a part: in the margin, below it where they were asked for, or all of them on paper. */
export function ReadingNotes({ part, unfolded }: ReadingNotesProps) {
  const { index, mode } = useReadingContext();
  const notes =
    mode === "below"
      ? index.referredAt(part).filter(({ id }) => unfolded.has(id))
      : index.notesAt(part);
  if (notes.length === 0) return null;
  return (
    <div className={`notes-${mode}`}>
      {notes.map((note) => (
        <NoteText key={note.id} note={note} />
      ))}
    </div>
  );
}
