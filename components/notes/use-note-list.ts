"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { toast } from "sonner";
import { useAction } from "@/components/ui/use-action";
import type { NoteStatus } from "@/core/notes/note";
import type { NoteItem, NoteListView } from "@/core/notes/note-list";
import { removeNotes, restoreNotes, reviewNotes } from "@/server/actions/notes";

/** How long what was done can be undone from the message that says so. */
const UNDO_MS = 10_000;

/** What was done to a note since the page was read. */
type Change = Partial<Pick<NoteItem, "status" | "place" | "number">>;
type Changes = ReadonlyMap<string, Change>;

const NONE: Changes = new Map();

export type NoteList = {
  readonly items: readonly NoteItem[];
  readonly isBusy: boolean;
  /** Why the last thing was not done; null where it was. */
  readonly refusal: string | null;
  readonly clearRefusal: () => void;
  readonly review: (
    notes: readonly NoteItem[],
    status: NoteStatus,
  ) => Promise<boolean>;
  readonly remove: (notes: readonly NoteItem[]) => Promise<boolean>;
  readonly restore: (notes: readonly NoteItem[]) => Promise<boolean>;
};

/** The notes on the page and what one can do to many of them at once; all of it can be undone. */
export function useNoteList(view: NoteListView): NoteList {
  const t = useTranslations("notes.page");
  const common = useTranslations("common");
  const router = useRouter();
  const [known, setKnown] = useState({ view, changes: NONE });
  const changes = known.view === view ? known.changes : NONE;
  const reviewing = useAction(reviewNotes);
  const removing = useAction(removeNotes);
  const restoring = useAction(restoreNotes);

  const items = useMemo(
    () => view.items.map((item) => ({ ...item, ...changes.get(item.id) })),
    [view, changes],
  );

  const change = (
    noteIds: readonly string[],
    changeOf: (item: NoteItem) => Change,
  ) => {
    const ids = new Set(noteIds);
    setKnown((now) => {
      const next = new Map(now.view === view ? now.changes : NONE);
      for (const item of view.items)
        if (ids.has(item.id))
          next.set(item.id, { ...next.get(item.id), ...changeOf(item) });
      return { view, changes: next };
    });
    // Numbers and places follow from all notes and the text: the server says them anew.
    router.refresh();
  };

  const tell = (words: string, undo: () => void) =>
    toast(words, {
      duration: UNDO_MS,
      action: { label: common("undo"), onClick: undo },
    });

  const setStatus = async (noteIds: readonly string[], status: NoteStatus) => {
    const outcome = await reviewing.submit({ noteIds: [...noteIds], status });
    if (outcome.ok) change(noteIds, () => ({ status }));
    return outcome.ok;
  };
  const remove = async (noteIds: readonly string[]) => {
    const outcome = await removing.submit({ noteIds: [...noteIds] });
    if (!outcome.ok) return null;
    change(noteIds, () => ({ place: "deleted", number: null }));
    return outcome.value.noteIds;
  };
  const restore = async (noteIds: readonly string[]) => {
    const outcome = await restoring.submit({ noteIds: [...noteIds] });
    if (!outcome.ok) return null;
    change(noteIds, (item) => ({ place: placeAgain(item) }));
    return outcome.value.noteIds;
  };

  const clearRefusal = () => {
    reviewing.clear();
    removing.clear();
    restoring.clear();
  };
  return {
    items,
    isBusy: reviewing.isBusy || removing.isBusy || restoring.isBusy,
    refusal: reviewing.error ?? removing.error ?? restoring.error,
    clearRefusal,
    review: async (notes, status) => {
      clearRefusal();
      const moved = idsOf(notes.filter((note) => note.status !== status));
      if (moved.length === 0) return true;
      const isDone = await setStatus(moved, status);
      const back = status === "reviewed" ? "draft" : "reviewed";
      if (isDone)
        tell(t(`done_${status}`, { count: moved.length }), () => {
          void setStatus(moved, back);
        });
      return isDone;
    },
    remove: async (notes) => {
      clearRefusal();
      const removed = await remove(idsOf(notes));
      if (removed !== null && removed.length > 0)
        tell(t("done_removed", { count: removed.length }), () => {
          void restore(removed);
        });
      return removed !== null;
    },
    restore: async (notes) => {
      clearRefusal();
      const restored = await restore(idsOf(notes));
      if (restored !== null && restored.length > 0)
        tell(t("done_restored", { count: restored.length }), () => {
          void remove(restored);
        });
      return restored !== null;
    },
  };
}

const idsOf = (notes: readonly NoteItem[]) => notes.map(({ id }) => id);

/** Where a note that is brought back stands until the server says it. */
function placeAgain({ references, term }: NoteItem): NoteItem["place"] {
  if (references > 0) return "placed";
  return term === null ? "unplaced" : "left_out";
}
