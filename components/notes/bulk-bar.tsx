"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { NoteStatus } from "@/core/notes/note";
import type { NoteListView } from "@/core/notes/note-list";
import type { Selection } from "./use-selection";

type BulkBarProps = {
  readonly selection: Selection;
  /** Notes that are shown. */
  readonly count: number;
  readonly can: NoteListView["can"];
  readonly isBusy: boolean;
  readonly onReview: (status: NoteStatus) => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
};

/** Selects all that is shown, and does to all that is selected what can be done to many at once. */
export function BulkBar({
  selection,
  count,
  can,
  isBusy,
  onReview,
  onRemove,
  onRestore,
}: BulkBarProps) {
  const t = useTranslations("notes.page");
  const box = useRef<HTMLInputElement>(null);
  const selected = selection.notes.length;
  const isAll = count > 0 && selected === count;
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected > 0 && !isAll;
  });
  const isDeleted = selection.notes.every(({ place }) => place === "deleted");
  return (
    <div className="sticky top-0 z-10 flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line-strong bg-paper px-2 py-1.5">
      <label className="flex items-center gap-3">
        <input
          ref={box}
          type="checkbox"
          checked={isAll}
          className="size-4 accent-vermilion"
          onChange={() => selection.setAll(!isAll)}
        />
        <span className="text-[13px] text-ink-2 tabular-nums">
          {selected === 0
            ? t("select_all", { count })
            : t("selected", { selected, count })}
        </span>
      </label>
      {selected > 0 && (
        <div className="ml-auto flex flex-wrap gap-1.5">
          {can.review && !isDeleted && (
            <>
              <Button
                size="small"
                variant="primary"
                disabled={isBusy}
                onClick={() => onReview("reviewed")}
              >
                {t("mark_reviewed")}
              </Button>
              <Button
                size="small"
                disabled={isBusy}
                onClick={() => onReview("draft")}
              >
                {t("return_to_draft")}
              </Button>
            </>
          )}
          {isDeleted ? (
            <Button size="small" disabled={isBusy} onClick={onRestore}>
              {t("restore")}
            </Button>
          ) : (
            <Button
              size="small"
              variant="danger"
              disabled={isBusy}
              onClick={onRemove}
            >
              {t("remove")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
