"use client";

import { useTranslations } from "next-intl";
import { RichTextView } from "@/components/documents/rich-text-view";
import type { EditionNote } from "@/core/editions/edition";
import { citationRuns } from "@/core/notes/citation";
import { isEmptyRichText } from "@/core/text/rich-text";
import { useReadingContext } from "./reading-context";

/** A note as it is printed: its number, its words, its sources; says so where nobody has reviewed it yet. */
export function NoteText({ note }: { readonly note: EditionNote }) {
  const t = useTranslations("notes.reading");
  const { goToMark, english } = useReadingContext();
  return (
    <div
      role="note"
      aria-label={t("note", { number: note.number })}
      tabIndex={-1}
      data-note={note.id}
      data-note-text={note.id}
      className="side-note"
    >
      <button
        type="button"
        className="side-note-number"
        aria-label={t("back_to_text", { number: note.number })}
        onClick={() => goToMark(note.id)}
      >
        {note.number}
      </button>
      <div className="rich-text side-note-words" lang={english}>
        {isEmptyRichText(note.body) ? (
          <p className="side-note-missing">{t("no_words")}</p>
        ) : (
          <RichTextView value={note.body} />
        )}
        {note.citations.map((citation, at) => (
          // Citations have no ids; their place is what identifies them.
          <div key={at} className="side-note-source">
            <RichTextView
              value={{
                version: 2,
                blocks: [{ kind: "paragraph", runs: citationRuns(citation) }],
              }}
            />
          </div>
        ))}
        {note.status === "draft" && (
          <p className="side-note-draft">{t("draft")}</p>
        )}
      </div>
    </div>
  );
}
