import { useMemo } from "react";
import { useStored } from "@/components/workbench/state/value-store";
import {
  useWorkbench,
  type WorkbenchParts,
} from "@/components/workbench/workbench-context";
import { beginNotes, type Beginning } from "@/core/notes/beginnings";
import type { NoteView } from "@/core/notes/note";

const NONE: readonly Beginning[] = [];

/** Beginnings of a note from the words that it is on; made only while they are wanted. */
export function useBeginnings(
  { anchor, term }: Pick<NoteView, "anchor" | "term">,
  isWanted: boolean,
): readonly Beginning[] {
  const { glossary, rows, view } = useWorkbench();
  const ready = useStored(glossary, (state) => state.ready);
  return useMemo(() => {
    const place = isWanted ? findWords(rows, { anchor, term }) : null;
    if (place === null) return NONE;
    return beginNotes({
      ...place,
      terms: [...(ready?.terms.values() ?? [])],
      metadata: view.metadata,
      style: view.style,
    });
  }, [ready, rows, view, anchor, term, isWanted]);
}

function findWords(
  rows: WorkbenchParts["rows"],
  { anchor, term }: Pick<NoteView, "anchor" | "term">,
) {
  if (term !== null) {
    const { source } = term;
    return { source, selection: { from: 0, to: source.length } };
  }
  const position = anchor?.position ?? null;
  if (anchor === null || position === null) return null;
  const row = rows
    .summaries()
    .filter(({ paragraphId }) => paragraphId === anchor.paragraphId)
    .map(({ id }) => rows.row(id))
    .find((each) => each?.field === anchor.field);
  return row ? { source: row.source, selection: position } : null;
}
