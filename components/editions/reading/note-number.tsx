"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useReadingContext } from "./reading-context";

type NoteNumberProps = {
  readonly noteId: string;
  /** Whether the note is unfolded below; null where it stands in the margin. */
  readonly isOpen: boolean | null;
  readonly onToggle: (noteId: string) => void;
  /** In the Chinese the number is only a copy: it is not a place that one comes back to. */
  readonly isCopy?: boolean;
};

/** The number of a note in a text: leads to the note, or unfolds it. */
export function NoteNumber({
  noteId,
  isOpen,
  onToggle,
  isCopy = false,
}: NoteNumberProps) {
  const t = useTranslations("notes.reading");
  const { index, goToNote } = useReadingContext();
  const note = index.note(noteId);
  if (note === null) return null;
  const open = () => (isOpen === null ? goToNote(noteId) : onToggle(noteId));
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
  };
  return (
    <sup>
      {/* No button element: a line may begin before one, and a number would stand there without its word. */}
      <span
        role="button"
        tabIndex={0}
        className="note-number"
        data-note={noteId}
        data-mark={isCopy ? undefined : noteId}
        aria-label={t("note", { number: note.number })}
        aria-expanded={isOpen ?? undefined}
        onClick={open}
        onKeyDown={handleKeyDown}
      >
        {note.number}
      </span>
    </sup>
  );
}
