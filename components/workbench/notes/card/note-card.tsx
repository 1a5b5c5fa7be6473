"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { RichTextView } from "@/components/documents/rich-text-view";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { useNote, useNoteLook } from "@/components/workbench/notes/use-notes";
import type { NoteView } from "@/core/notes/note";
import { isEmptyRichText } from "@/core/text/rich-text";
import { NoteBadge } from "./note-badge";
import { NoteStatusWords } from "./note-status";
import { OpenNote } from "./open-note";

/** A note in the margin: closed what it says, open all there is to do with it. */
export const NoteCard = memo(function NoteCard({
  noteId,
}: {
  readonly noteId: string;
}) {
  const { noteDesk } = useWorkbench();
  const note = useNote(noteId);
  const isOpen = useStored(noteDesk, ({ openId }) => openId === noteId);
  if (note === null) return null;
  return isOpen ? <OpenNote note={note} /> : <ClosedNote note={note} />;
});

function ClosedNote({ note }: { readonly note: NoteView }) {
  const { open } = useNoteCommands();
  const look = useNoteLook(note.id);
  const text = useTranslations("notes");
  const kind = text(`kind.${note.kind}`);
  const name = look === null ? text("unplaced") : nameOf(look, text);
  return (
    <article className="note-card" data-note={note.id}>
      <p className="note-head">
        <NoteBadge noteId={note.id} />
        <button
          type="button"
          className="note-opener"
          aria-label={text("card.open", { name, kind })}
          onClick={() => open(note.id)}
        >
          {kind}
        </button>
        <span className="ml-auto text-xs">
          <NoteStatusWords note={note} />
        </span>
      </p>
      {isEmptyRichText(note.body) ? (
        <p className="text-ink-3 italic">{text("card.no_words")}</p>
      ) : (
        <div className="rich-text note-body" lang="en" data-closed>
          <RichTextView value={note.body} />
        </div>
      )}
      {note.author !== null && (
        <p className="mt-1 text-xs text-ink-3">{note.author.name}</p>
      )}
    </article>
  );
}

/** How a note is called: by its number, or as a doubt. */
export function nameOf(
  look: string,
  text: ReturnType<typeof useTranslations<"notes">>,
): string {
  return look === "?" ? text("doubt_mark") : text("number", { number: look });
}
