"use client";

import { useTranslations } from "next-intl";
import { useNoteLook } from "@/components/workbench/notes/use-notes";

/** A note's number as it stands in both texts; a dash for one that has no place in the English. */
export function NoteBadge({ noteId }: { readonly noteId: string }) {
  const look = useNoteLook(noteId);
  const text = useTranslations("notes");
  if (look === null)
    return (
      <span className="note-badge" data-unplaced>
        {text("unplaced")}
      </span>
    );
  return <span className="note-badge">{look}</span>;
}
