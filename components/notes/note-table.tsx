"use client";

import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
} from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
} from "react";
import { isComposing } from "@/components/ui/is-composing";
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

/** What the server draws: one tall screen. */
const FIRST_SCREEN = { width: 1024, height: 900 };

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
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // The row that the Tab key comes to; arrow keys move it.
  const [active, setActive] = useState(0);
  const current = Math.max(0, Math.min(active, notes.length - 1));
  useLayoutEffect(() => {
    const place = () =>
      setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    place();
    // What stands above may grow: a message, a line of the filter.
    const observer = new ResizeObserver(place);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: notes.length,
    estimateSize: () => USUAL_HEIGHT,
    initialRect: FIRST_SCREEN,
    overscan: 6,
    scrollMargin: top,
    getItemKey: (index) => notes[index]?.id ?? index,
    // The active row stays, or the focus on it would be lost.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([...defaultRangeExtractor(range), current])].sort(
          (a, b) => a - b,
        ),
      [current],
    ),
  });

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(notes.length - 1, index));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    // Drawn by then, wherever it was.
    requestAnimationFrame(() => {
      body.current
        ?.querySelector<HTMLElement>(`[data-index="${next}"] [role=row]`)
        ?.focus({ preventScroll: true });
    });
  };

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
