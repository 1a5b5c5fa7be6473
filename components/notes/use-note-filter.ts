"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import {
  filterNotes,
  makeSearchableNotes,
  writeNoteFilter,
  type NoteFilter,
} from "@/core/notes/filter-notes";
import type { NoteItem } from "@/core/notes/note-list";

/** Filters the notes on the page; the address keeps the filter, so that it can be sent and comes back. */
export function useNoteFilter(items: readonly NoteItem[], initial: NoteFilter) {
  const [filter, setFilter] = useState(initial);
  const searchable = useMemo(() => makeSearchableNotes(items), [items]);
  const deferred = useDeferredValue(filter);
  const found = useMemo(
    () => filterNotes(searchable, deferred),
    [searchable, deferred],
  );
  useEffect(() => {
    const words = writeNoteFilter(deferred);
    const address = words === "" ? location.pathname : `?${words}`;
    window.history.replaceState(null, "", address);
  }, [deferred]);
  return {
    filter,
    /** What the shown notes were looked for with. */
    query: deferred.query,
    found,
    change: (part: Partial<NoteFilter>) =>
      setFilter((known) => ({ ...known, ...part })),
  };
}
