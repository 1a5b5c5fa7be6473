"use client";

import { CircleCheck, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { NoteItem } from "@/core/notes/note-list";

/** What a note is, how far it is and whose: in words and shapes, colour never speaks alone. */
export function NoteFacts({ note }: { readonly note: NoteItem }) {
  const t = useTranslations("notes");
  const isReviewed = note.status === "reviewed";
  const Glyph = isReviewed ? CircleCheck : CircleDashed;
  return (
    <>
      <span>{t(`kind.${note.kind}`)}</span>
      <span
        className={`inline-flex items-center gap-1 ${isReviewed ? "text-green" : "text-ink-2"}`}
      >
        <Glyph aria-hidden className="size-3.5 shrink-0" />
        {t(`status.${note.status}`)}
      </span>
      {note.author !== null && (
        <span className="min-w-0 truncate text-ink-3">{note.author.name}</span>
      )}
    </>
  );
}
