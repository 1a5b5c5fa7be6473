import { useMemo } from "react";
import type { NoteSource } from "@/components/workbench/editor/note-source";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { rowKey } from "@/components/workbench/notes/store/note-store";

/** What the open English of a row is told of notes. */
export function useNoteSource(rowId: string): NoteSource {
  const { notes } = useWorkbench();
  return useMemo(
    () => ({
      numbers: {
        numberOf: notes.look,
        subscribe: (listener) => notes.subscribe("looks", listener),
      },
      // Until the notes are here nobody can say that a mark is foreign: it would be lost with the words that are moved.
      isKnown: (noteId) =>
        !notes.state.get().isReady || notes.note(noteId) !== null,
      firstUses: {
        get: () => notes.firstUsesIn(rowId),
        subscribe: (listener) => notes.subscribe(rowKey(rowId), listener),
      },
    }),
    [notes, rowId],
  );
}
