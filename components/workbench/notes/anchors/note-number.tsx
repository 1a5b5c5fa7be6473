"use client";

import { useTranslations } from "next-intl";
import { useNoteLook } from "@/components/workbench/notes/use-notes";

type NoteNumberProps = {
  readonly noteId: string;
  /** In the focused row every number can be reached by Tab. */
  readonly canBeReached: boolean;
};

/** The number of a note behind its words, in the line as in the open editor; what is pressed or pointed at is seen by `useNotePointer`. */
export function NoteNumber({ noteId, canBeReached }: NoteNumberProps) {
  const look = useNoteLook(noteId);
  const text = useTranslations("notes");
  if (look === null) return null;
  const name =
    look === "?" ? text("doubt_mark") : text("number", { number: look });
  return (
    <span
      role="button"
      className="note-mark"
      data-note={noteId}
      aria-label={name}
      tabIndex={canBeReached ? 0 : -1}
    >
      {look}
    </span>
  );
}
