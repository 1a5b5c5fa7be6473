"use client";

import { useState } from "react";
import type { NoteItem } from "@/core/notes/note-list";

export type Selection = {
  /** What is selected and shown, in order: what one does not see is never acted on. */
  readonly notes: readonly NoteItem[];
  readonly has: (id: string) => boolean;
  /** Selects or lets go of a note; with `isRange` also all between it and the one before. */
  readonly toggle: (id: string, isRange: boolean) => void;
  readonly setAll: (isSelected: boolean) => void;
  readonly keep: (isKept: (note: NoteItem) => boolean) => void;
};

/** Which of the notes that are shown are selected. */
export function useSelection(shown: readonly NoteItem[]): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set());
  const [last, setLast] = useState<string | null>(null);
  const notes = shown.filter(({ id }) => ids.has(id));
  return {
    notes,
    has: (id) => ids.has(id),
    toggle: (id, isRange) => {
      const next = new Set(ids);
      const isSelected = !next.has(id);
      for (const each of isRange ? between(shown, last, id) : [id]) {
        if (isSelected) next.add(each);
        else next.delete(each);
      }
      setIds(next);
      setLast(id);
    },
    setAll: (isSelected) =>
      setIds(new Set(isSelected ? shown.map(({ id }) => id) : [])),
    keep: (isKept) => setIds(new Set(notes.filter(isKept).map(({ id }) => id))),
  };
}

function between(
  shown: readonly NoteItem[],
  from: string | null,
  to: string,
): readonly string[] {
  const places = [from, to].map((id) =>
    shown.findIndex((note) => note.id === id),
  );
  const [begin = -1, end = -1] = places.sort((a, b) => a - b);
  if (begin === -1) return [to];
  return shown.slice(begin, end + 1).map(({ id }) => id);
}
