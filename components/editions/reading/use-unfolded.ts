"use client";

import { useState } from "react";
import { useReadingContext } from "./reading-context";

/** The notes of a part that are unfolded below it; in the margin or on paper nothing is folded. */
export function useUnfolded() {
  const { mode } = useReadingContext();
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  return {
    openOf: (noteId: string) => (mode === "below" ? open.has(noteId) : null),
    toggle: (noteId: string) => {
      const next = new Set(open);
      if (!next.delete(noteId)) next.add(noteId);
      setOpen(next);
    },
    open,
  };
}
