import { useMemo } from "react";
import type { RowView } from "@/core/documents/views";
import {
  anchorKey,
  noteKey,
  rowKey,
  type NoteStore,
} from "@/components/workbench/notes/store/note-store";
import { useFollowed } from "@/components/workbench/notes/use-notes";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { TermMatch } from "@/core/glossary/term";

/** Words of a row's Chinese that a note is on. */
export type SourceMark = {
  readonly noteId: string;
  readonly from: number;
  readonly to: number;
};

/** Follows which words of a row's Chinese have notes; those of terms stand at the first use in the row. */
export function useSourceMarks(
  row: RowView,
  matches: readonly TermMatch[],
): readonly SourceMark[] {
  const { notes } = useWorkbench();
  const keys = [
    rowKey(row.id),
    anchorKey(row),
    // The terms of notes in the row may get an entry of their own.
    ...notes.marksIn(row.id).map(({ noteId }) => noteKey(noteId)),
  ];
  const joined = useFollowed(keys, () =>
    JSON.stringify(findSourceMarks(notes, row, matches)),
  );
  return useMemo(() => JSON.parse(joined) as readonly SourceMark[], [joined]);
}

/** Finds which words of a row's Chinese have notes. */
export function findSourceMarks(
  notes: Pick<NoteStore, "anchoredIn" | "marksIn" | "note">,
  row: RowView,
  matches: readonly TermMatch[],
): readonly SourceMark[] {
  const anchored = notes.anchoredIn(row).flatMap(({ id, anchor }) => {
    const position = anchor?.position ?? null;
    return position === null || position.to > row.source.length
      ? []
      : [{ noteId: id, ...position }];
  });
  const marked = new Set(notes.marksIn(row.id).map(({ noteId }) => noteId));
  const ofTerms = [...marked].flatMap((noteId) => {
    const note = notes.note(noteId);
    const termId = note?.term?.id ?? null;
    const match = matches.find((each) => each.termId === termId);
    return match === undefined || note?.deletedAt !== null
      ? []
      : [{ noteId, from: match.from, to: match.to }];
  });
  return [...anchored, ...ofTerms].sort(
    (one, other) => one.from - other.from || one.to - other.to,
  );
}
