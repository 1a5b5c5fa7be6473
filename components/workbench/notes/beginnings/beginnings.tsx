"use client";

import { useTranslations } from "next-intl";
import { RichTextView } from "@/components/documents/rich-text-view";
import { Button } from "@/components/ui/button";
import type { Beginning } from "@/core/notes/beginnings";
import type { NoteView, UpdateNoteInput } from "@/core/notes/note";

type BeginningsProps = {
  readonly beginnings: readonly Beginning[];
  readonly onTake: (beginning: Beginning) => void;
};

/** What is known of a note's words, to begin with: shown whole, written only when one takes it. */
export function Beginnings({ beginnings, onTake }: BeginningsProps) {
  const text = useTranslations("notes.card");
  if (beginnings.length === 0) return null;
  return (
    <section aria-label={text("begin_with")} className="note-beginnings">
      <h3 className="note-label">{text("begin_with")}</h3>
      <ul>
        {beginnings.map((beginning, index) => (
          // Made anew together; a beginning's place is what identifies it.
          <li key={index} className="note-beginning">
            <div className="flex items-center justify-between gap-2">
              <p className="note-label">{text(`reason.${beginning.reason}`)}</p>
              <Button
                size="small"
                aria-label={text("take_this", {
                  reason: text(`reason.${beginning.reason}`),
                })}
                onClick={() => onTake(beginning)}
              >
                {text("take")}
              </Button>
            </div>
            <div className="rich-text note-body" lang="en">
              <RichTextView value={beginning.body} />
            </div>
            {beginning.needs === "exchange_rate" && (
              <p className="text-xs text-ink-3">{text("needs_rate")}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What taking a beginning changes beside the words: its kind where none was chosen, and its sources; null for nothing. */
export function changeOf(
  note: Pick<NoteView, "kind" | "citations">,
  { kind, citations }: Beginning,
): Partial<Pick<UpdateNoteInput, "kind" | "citations">> | null {
  const isOtherKind = note.kind === "translator" && kind !== note.kind;
  if (citations.length === 0 && !isOtherKind) return null;
  return {
    ...(isOtherKind && { kind }),
    ...(citations.length > 0 && {
      citations: [...note.citations, ...citations],
    }),
  };
}
