import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { NoteView } from "@/core/notes/note";
import { useWorkbench } from "@/components/workbench/workbench-context";
import {
  anchorKey,
  lookKey,
  noteKey,
  rowKey,
  type RowPlace,
} from "./store/note-store";

/** Follows a note; null for one that is not there. */
export function useNote(id: string): NoteView | null {
  const { notes } = useWorkbench();
  return useFollowed([noteKey(id)], () => notes.note(id));
}

/** Follows what is drawn for a note's marks: its number, "?" or nothing. */
export function useNoteLook(id: string): string | null {
  const { notes } = useWorkbench();
  return useFollowed([lookKey(id)], () => notes.look(id));
}

/** Follows the notes of a row, in order. */
export function useNotesOf(row: RowPlace | null): readonly string[] {
  const { notes } = useWorkbench();
  const keys = row === null ? [] : [rowKey(row.id), anchorKey(row)];
  const joined = useFollowed(keys, () =>
    row === null ? "" : notes.notesOf(row).join(" "),
  );
  return useMemo(() => (joined === "" ? [] : joined.split(" ")), [joined]);
}

/** Follows a value that is read from the notes; told by any of the keys. The value must be the same while nothing changed. */
export function useFollowed<T>(keys: readonly string[], read: () => T): T {
  const { notes } = useWorkbench();
  const joined = keys.join(" ");
  const subscribe = useCallback(
    (listener: () => void) => {
      const unsubscribe = joined
        .split(" ")
        .map((key) => notes.subscribe(key, listener));
      return () => unsubscribe.forEach((stop) => stop());
    },
    [notes, joined],
  );
  return useSyncExternalStore(subscribe, read, read);
}
