"use client";

import { marksOf } from "@/core/notes/marks";
import type { RichText } from "@/core/text/rich-text";
import { NoteText } from "./note-text";
import { useReadingContext } from "./reading-context";

type ReadingNotesProps = {
  readonly part: number;
  /** The texts above, whose numbers unfold their notes here. */
  readonly targets: readonly (RichText | null)[];
  readonly unfolded: ReadonlySet<string>;
};

/** The notes of a part: in the margin, below it where they were asked for, or all of them on paper. */
export function ReadingNotes({ part, targets, unfolded }: ReadingNotesProps) {
  const { index, mode } = useReadingContext();
  if (mode !== "below") {
    const notes = index.notesAt(part);
    if (notes.length === 0) return null;
    return (
      <div className={mode === "beside" ? "notes-beside" : "notes-printed"}>
        {notes.map((note) => (
          <NoteText key={note.id} note={note} />
        ))}
      </div>
    );
  }
  const referred = new Set(
    targets.flatMap((target) =>
      target === null ? [] : marksOf(target).map(({ noteId }) => noteId),
    ),
  );
  const notes = [...referred]
    .filter((noteId) => unfolded.has(noteId))
    .flatMap((noteId) => index.note(noteId) ?? [])
    .sort((a, b) => a.number - b.number);
  if (notes.length === 0) return null;
  return (
    <div className="notes-below">
      {notes.map((note) => (
        <NoteText key={note.id} note={note} />
      ))}
    </div>
  );
}
