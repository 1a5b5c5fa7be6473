"use client";

import { History, Link2, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { NoteStatusButton } from "./note-status";
import { NoteHistory } from "@/components/workbench/notes/history/note-history";
import type { NoteView } from "@/core/notes/note";

type NoteFootProps = {
  readonly note: NoteView;
  readonly canEdit: boolean;
  readonly isEmpty: boolean;
};

/** Who wrote a note and when, and what is seldom done with it. */
export function NoteFoot({ note, canEdit, isEmpty }: NoteFootProps) {
  const { view } = useWorkbench();
  const { copyLink, remove, review } = useNoteCommands();
  const text = useTranslations("notes.card");
  const format = useFormatter();
  const [showsHistory, setShowsHistory] = useState(false);
  const date = format.dateTime(new Date(note.createdAt), {
    dateStyle: "medium",
  });
  return (
    <>
      <div className="note-foot">
        <div className="-ml-2 min-w-0 flex-1">
          <NoteStatusButton
            note={note}
            isEmpty={isEmpty}
            onReview={
              view.can.reviewNotes && note.deletedAt === null
                ? (status) => review(note.id, status)
                : null
            }
          />
        </div>
        <Tooltip text={text("history")}>
          <Button
            variant="quiet"
            size="icon"
            aria-label={text("history")}
            aria-expanded={showsHistory}
            disabled={note.textId === ""}
            onClick={() => setShowsHistory(!showsHistory)}
          >
            <History aria-hidden className="size-4" />
          </Button>
        </Tooltip>
        <Tooltip text={text("copy_link")}>
          <Button
            variant="quiet"
            size="icon"
            aria-label={text("copy_link")}
            onClick={() => copyLink(note)}
          >
            <Link2 aria-hidden className="size-4" />
          </Button>
        </Tooltip>
        {canEdit && (
          <Tooltip text={text("delete")}>
            <Button
              variant="quiet"
              size="icon"
              aria-label={text("delete")}
              onClick={() => remove(note.id)}
            >
              <Trash2 aria-hidden className="size-4" />
            </Button>
          </Tooltip>
        )}
      </div>
      <p className="pb-1 text-xs text-ink-3">
        {note.author === null
          ? date
          : text("written_by", { name: note.author.name, date })}
      </p>
      {showsHistory && (
        <NoteHistory
          projectId={view.projectId}
          noteId={note.id}
          updatedAt={note.updatedAt}
          canEdit={canEdit}
        />
      )}
    </>
  );
}
