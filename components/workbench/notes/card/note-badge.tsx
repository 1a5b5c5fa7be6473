"use client";

import { useTranslations } from "next-intl";
import { useNoteLook } from "@/components/workbench/notes/use-notes";

type NoteBadgeProps = {
  readonly noteId: string;
  /** Where the place is told in words below. */
  readonly isShort?: boolean;
};

/** A note's number as it stands in both texts; a dash for one that has no place in the English. */
export function NoteBadge({ noteId, isShort = false }: NoteBadgeProps) {
  const look = useNoteLook(noteId);
  const text = useTranslations("notes");
  if (look === null)
    return (
      <span
        className="note-badge"
        data-unplaced
        title={isShort ? text("unplaced") : undefined}
      >
        {isShort ? "–" : text("unplaced")}
      </span>
    );
  return <span className="note-badge">{look}</span>;
}
