import { useMemo, type ReactNode } from "react";
import type { RowView } from "@/core/documents/views";
import { markFirstUses } from "@/core/notes/first-uses";
import { keepMarks } from "@/core/notes/marks";
import type { NoteMark, RichText } from "@/core/text/rich-text";
import {
  rowKey,
  type FirstUseHere,
} from "@/components/workbench/notes/store/note-store";
import { useFollowed } from "@/components/workbench/notes/use-notes";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { NoteNumber } from "./note-number";

/** The English of a row as it is drawn: with the marks of term notes that stand in it by themselves. */
export function useMarkedTarget(row: RowView): RichText {
  const { notes } = useWorkbench();
  const uses = useFollowed([rowKey(row.id)], () =>
    JSON.stringify(notes.firstUsesIn(row.id)),
  );
  return useMemo(
    () =>
      markFirstUses(
        keepMarks(row.target, () => true),
        JSON.parse(uses) as readonly FirstUseHere[],
      ),
    [row.target, uses],
  );
}

/** Draws marks as numbers that are reached by pointer only. */
export function drawNumber({ noteId }: NoteMark): ReactNode {
  return <NoteNumber noteId={noteId} canBeReached={false} />;
}

/** Draws marks as numbers that Tab reaches too. */
export function drawReachedNumber({ noteId }: NoteMark): ReactNode {
  return <NoteNumber noteId={noteId} canBeReached />;
}
