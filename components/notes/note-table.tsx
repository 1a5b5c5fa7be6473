"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { isComposing } from "@/components/ui/is-composing";
import { useWindowRows } from "@/components/ui/use-window-rows";
import type { NoteItem, NoteListView } from "@/core/notes/note-list";
import { NoteRow, type NoteRowActs } from "./note-row";

type NoteTableProps = NoteRowActs & {
  readonly notes: readonly NoteItem[];
  readonly query: string;
  readonly isSelected: (id: string) => boolean;
  readonly can: NoteListView["can"];
  readonly onOpen: (note: NoteItem) => void;
};

/** A row's height before it is measured, in pixels. */
const USUAL_HEIGHT = 104;

/** The notes in the order of the text; only what is near the screen is drawn. */
export function NoteTable({
  notes,
  query,
  isSelected,
  can,
  onOpen,
  ...acts
}: NoteTableProps) {
  const t = useTranslations("notes.page");
  // The row that the Tab key comes to; arrow keys move it.
  const { body, top, current, setActive, virtualizer, goTo } = useWindowRows({
    count: notes.length,
    keyOf: (index) => notes[index]?.id ?? index,
    usualHeight: USUAL_HEIGHT,
    overscan: 6,
  });

  // The focus would be lost with the row that held it: the next one takes it.
  const wasActing = useRef(false);
  const shown = useRef(notes);
  useEffect(() => {
    const hasChanged = shown.current !== notes;
    shown.current = notes;
    if (!hasChanged || !wasActing.current) return;
    wasActing.current = false;
    if (document.activeElement === document.body) goTo(current);
  });
  const acting =
    (act: (note: NoteItem) => void) =>
    (note: NoteItem): void => {
      wasActing.current = true;
      act(note);
    };
  const remove = acting(acts.onRemove);
  const restore = acting(acts.onRestore);

  const handleKeyDown = (event: KeyboardEvent) => {
    const isRow = event.target === event.currentTarget;
    if (!isRow || isComposing(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const note = notes[current];
    if (note === undefined) return;
    const act = {
      ArrowDown: () => goTo(current + 1),
      ArrowUp: () => goTo(current - 1),
      Home: () => goTo(0),
      End: () => goTo(notes.length - 1),
      Enter: () => onOpen(note),
      Space: () => can.edit && acts.onToggle(note, event.shiftKey),
      Delete: () => can.edit && note.place !== "deleted" && remove(note),
    }[event.code];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div
      role="grid"
      aria-label={t("title")}
      aria-rowcount={notes.length}
      aria-multiselectable={can.edit || undefined}
    >
      <div
        ref={body}
        role="rowgroup"
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const note = notes[item.index];
          if (note === undefined) return null;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - top}px)` }}
            >
              <NoteRow
                {...acts}
                onRemove={remove}
                onRestore={restore}
                note={note}
                query={query}
                rowIndex={item.index + 1}
                isActive={item.index === current}
                isSelected={isSelected(note.id)}
                can={can}
                onFocus={() => setActive(item.index)}
                onKeyDown={handleKeyDown}
              />
            </div>
          );
        })}
      </div>
      <p className="mt-4 text-[13px] text-ink-3 max-md:hidden">
        {t(can.edit ? "keys_hint" : "keys_hint_reader")}
      </p>
    </div>
  );
}
