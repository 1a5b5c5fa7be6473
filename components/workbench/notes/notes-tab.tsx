"use client";

import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { KeyCaps } from "@/components/workbench/keys/key-caps";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { RowView } from "@/core/documents/views";
import { NoteCard } from "./card/note-card";
import { useNoteCommands } from "./commands/note-commands";
import { useNote, useNotesOf } from "./use-notes";

/** The notes of the focused paragraph in order, and the open one wherever it stands. */
export function NotesTab({ row }: { readonly row: RowView | null }) {
  const { noteDesk, view } = useWorkbench();
  const noteIds = useNotesOf(row);
  const openId = useStored(noteDesk, (state) => state.openId);
  const isElsewhere = openId !== null && !noteIds.includes(openId);
  // One list, so that a card that is being written in stays where it is when its note goes elsewhere.
  const shownIds = isElsewhere ? [openId, ...noteIds] : noteIds;
  return (
    <div className="px-[18px] pt-3 pb-10">
      <NotesFailure />
      {shownIds.length === 0 && <Nothing hasRow={row !== null} />}
      {shownIds.length > 0 && (
        <ol className="note-list">
          {shownIds.map((noteId) => (
            <li key={noteId}>
              {isElsewhere && noteId === openId && (
                <ElsewhereLabel noteId={noteId} />
              )}
              <NoteCard noteId={noteId} />
            </li>
          ))}
        </ol>
      )}
      {view.can.editNotes && <NewNoteButton isFirst={shownIds.length === 0} />}
      <AllNotesLink />
    </div>
  );
}

function AllNotesLink() {
  const { view } = useWorkbench();
  const text = useTranslations("notes.page");
  return (
    <p className="mt-5">
      <Link
        href={`/projects/${view.projectId}/documents/${view.id}/notes`}
        prefetch={false}
        className="text-[13px] text-ink-2 underline decoration-line-strong underline-offset-2 hover:text-ink"
      >
        {text("all_notes")}
      </Link>
    </p>
  );
}

/** Says that the open note is not of the paragraph one is in. */
function ElsewhereLabel({ noteId }: { readonly noteId: string }) {
  const note = useNote(noteId);
  const text = useTranslations("notes.margin");
  if (note?.deletedAt !== null) return null;
  return <h3 className="note-label mb-1">{text("elsewhere")}</h3>;
}

function Nothing({ hasRow }: { readonly hasRow: boolean }) {
  const { view } = useWorkbench();
  const text = useTranslations("notes.margin");
  if (!view.can.editNotes)
    return <p className="text-ink-3">{text("none_reader")}</p>;
  return <p className="text-ink-3">{text(hasRow ? "none_yet" : "no_row")}</p>;
}

function NewNoteButton({ isFirst }: { readonly isFirst: boolean }) {
  const { create } = useNoteCommands();
  const text = useTranslations("notes.margin");
  return (
    <Button
      size="small"
      variant={isFirst ? "secondary" : "quiet"}
      className={`mt-3 ${isFirst ? "" : "-ml-2"}`}
      // What is selected, and the caret, must outlive the press.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => create()}
    >
      <NotebookPen aria-hidden className="size-3.5" />
      {text("new")}
      <span className="row-hint">
        <KeyCaps name="addNote" />
      </span>
    </Button>
  );
}

function NotesFailure() {
  const { notes } = useWorkbench();
  const failed = useStored(notes.state, (state) => state.failed);
  const text = useTranslations("notes.margin");
  if (!failed) return null;
  return (
    <p className="mb-3 flex items-center gap-2 text-amber">
      {text("failed")}
      <Button size="small" onClick={() => void notes.load()}>
        {text("again")}
      </Button>
    </p>
  );
}
