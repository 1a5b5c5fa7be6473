"use client";

import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusGlyph } from "@/components/documents/status-glyph";
import { Button } from "@/components/ui/button";
import type { NoteStatus, NoteView } from "@/core/notes/note";

type NoteStatusProps = {
  readonly note: Pick<NoteView, "status" | "reviewer">;
  /** Null for those who may not review. */
  readonly onReview: ((status: NoteStatus) => void) | null;
  readonly isEmpty: boolean;
};

/** Whether a note is reviewed, in a shape and a word; who may review it does so here. */
export function NoteStatusButton({ note, onReview, isEmpty }: NoteStatusProps) {
  const text = useTranslations("notes.card");
  const { status } = note;
  if (onReview === null)
    return (
      <span className="px-2 text-[13px]">
        <NoteStatusWords note={note} />
      </span>
    );
  if (status === "reviewed")
    return (
      <Button
        variant="quiet"
        size="small"
        aria-pressed
        className="text-green"
        title={text("unreview_hint")}
        onClick={() => onReview("draft")}
      >
        <NoteStatusWords note={note} />
      </Button>
    );
  return (
    <Button
      variant="quiet"
      size="small"
      aria-pressed={false}
      disabled={isEmpty}
      onClick={() => onReview("reviewed")}
    >
      <CircleCheck aria-hidden className="size-3.5" />
      {text("review")}
    </Button>
  );
}

/** The same without a choice. */
export function NoteStatusWords({
  note,
}: {
  readonly note: Pick<NoteView, "status" | "reviewer">;
}) {
  const text = useTranslations("notes");
  const isReviewed = note.status === "reviewed";
  const title =
    isReviewed && note.reviewer !== null
      ? text("card.reviewed_by", { name: note.reviewer.name })
      : undefined;
  return (
    <span
      title={title}
      className={`inline-flex items-center gap-1 ${isReviewed ? "text-green" : "text-ink-3"}`}
    >
      <StatusGlyph status={isReviewed ? "approved" : "draft"} />
      {text(`status.${note.status}`)}
    </span>
  );
}
