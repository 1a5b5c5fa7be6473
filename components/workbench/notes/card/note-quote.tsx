"use client";

import { useTranslations } from "next-intl";
import type { NoteView } from "@/core/notes/note";

/** The Chinese words that a note is on. */
export function NoteQuote({ note }: { readonly note: NoteView }) {
  const text = useTranslations("notes.card");
  const words = note.term?.source ?? note.anchor?.quote.exact ?? null;
  if (words === null) return null;
  const isLost = note.anchor !== null && note.anchor.position === null;
  return (
    <div className="note-quote">
      <p lang="zh-CN" className="font-zh">
        {words}
      </p>
      {note.term !== null && (
        <p className="text-xs text-ink-2">{text("of_term")}</p>
      )}
      {isLost && <p className="text-xs text-amber">{text("words_gone")}</p>}
    </div>
  );
}
