import { useMemo } from "react";
import { useStored } from "@/components/workbench/state/value-store";
import {
  useWorkbench,
  type WorkbenchParts,
} from "@/components/workbench/workbench-context";
import type { NoteView } from "@/core/notes/note";
import { useFollowed } from "./use-notes";

/** Where a note stands in the English, seen from the row one is in. */
export type PlaceOfNote = (
  | { readonly kind: "here" }
  | { readonly kind: "elsewhere"; readonly number: number }
  /** By itself, at the term's first use. */
  | {
      readonly kind: "first_use";
      readonly number: number;
      readonly isElsewhere: boolean;
    }
  | { readonly kind: "suppressed" }
  /** A term's note whose term is not used yet. */
  | { readonly kind: "no_use" }
  | { readonly kind: "unplaced" }
) & {
  /** True where somebody has to do something about it. */
  readonly isMissing: boolean;
};

/** Follows where a note stands. */
export function useNotePlace(note: NoteView): PlaceOfNote {
  const parts = useWorkbench();
  const focusedId = useStored(parts.desk, (state) => state.focusedId);
  const { id, term } = note;
  const isTerm = term !== null;
  const joined = useFollowed(["all"], () =>
    JSON.stringify(findPlace(parts, id, isTerm, focusedId)),
  );
  return useMemo(() => JSON.parse(joined) as PlaceOfNote, [joined]);
}

function findPlace(
  { notes, rows }: WorkbenchParts,
  id: string,
  isTerm: boolean,
  focusedId: string | null,
): PlaceOfNote {
  const places = notes.rowsOf(id);
  const isHere = focusedId !== null && places.includes(focusedId);
  const first = isHere ? focusedId : places[0];
  const number = rows.summary(first ?? "")?.number ?? 0;
  if (isTerm && notes.state.get().suppressed.has(id) && !notes.isSet(id))
    return { kind: "suppressed", isMissing: false };
  if (first === undefined)
    return isTerm
      ? { kind: "no_use", isMissing: false }
      : { kind: "unplaced", isMissing: true };
  if (!notes.isSet(id))
    return {
      kind: "first_use",
      number,
      isElsewhere: !isHere,
      isMissing: false,
    };
  return isHere
    ? { kind: "here", isMissing: false }
    : { kind: "elsewhere", number, isMissing: false };
}
