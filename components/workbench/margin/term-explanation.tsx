"use client";

import { useTranslations } from "next-intl";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { useFollowed } from "@/components/workbench/notes/use-notes";
import { useWorkbench } from "@/components/workbench/workbench-context";

/** The note that explains a term at its first use, or the way to write one. */
export function TermExplanation({ termId }: { readonly termId: string }) {
  const { notes, view } = useWorkbench();
  const { explain, open } = useNoteCommands();
  const text = useTranslations("notes.term");
  const noteId = useFollowed(
    ["all"],
    () => notes.noteOfTerm(termId)?.id ?? null,
  );
  const look = useFollowed(["all", "looks"], () =>
    noteId === null ? null : notes.look(noteId),
  );
  if (noteId !== null)
    return (
      <button
        type="button"
        className="note-link text-xs"
        onClick={() => open(noteId)}
      >
        {look === null
          ? text("explained")
          : text("explained_at", { number: look })}
      </button>
    );
  if (!view.can.editNotes) return null;
  return (
    <button
      type="button"
      className="note-link text-xs"
      onClick={() => explain(termId)}
    >
      {text("explain")}
    </button>
  );
}
