"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useCallback } from "react";
import { useIsComplete } from "@/components/workbench/rows/use-row";
import type { OutlineEntry } from "./outline-entries";

type OutlineLineProps = {
  readonly entry: OutlineEntry;
  readonly place: number;
  readonly register: (place: number, element: HTMLElement) => () => void;
  readonly isHere: boolean;
  readonly isInSection: boolean;
  readonly isClosed: boolean;
  readonly isTabStop: boolean;
  readonly onJump: (entry: OutlineEntry) => void;
  readonly onSetOpen: (entry: OutlineEntry, isOpen: boolean) => void;
};

/** One line of the outline. */
export const OutlineLine = memo(
  function OutlineLine({
    entry,
    place,
    register,
    isHere,
    isInSection,
    isClosed,
    isTabStop,
    onJump,
    onSetOpen,
  }: OutlineLineProps) {
    const text = useTranslations("workbench");
    const isComplete = useIsComplete();
    const isSection = entry.depth === 1 || entry.isSection;
    const done = text("section_done", { done: entry.done, total: entry.total });
    const percent = percentOf(entry.charactersDone, entry.characters);
    const characters = text("section_characters", {
      percent,
      characters: entry.characters,
    });
    const ref = useCallback(
      (element: HTMLElement | null) =>
        element === null ? undefined : register(place, element),
      [register, place],
    );
    return (
      <li
        ref={ref}
        data-index={place}
        role="treeitem"
        aria-level={entry.depth}
        aria-current={isHere ? "location" : undefined}
        aria-selected={isHere}
        aria-expanded={entry.hasChildren ? !isClosed : undefined}
        tabIndex={isTabStop ? 0 : -1}
        data-entry={entry.id}
        data-here={isHere || undefined}
        data-section={isInSection || undefined}
        className={`outline-line ${isSection ? "" : "outline-line-minor"}`}
        style={{ paddingLeft: `${18 + (entry.depth - 1) * 14}px` }}
        onClick={() => onJump(entry)}
        onKeyDown={(event) => {
          if (event.code !== "Enter" && event.code !== "Space") return;
          event.preventDefault();
          onJump(entry);
        }}
      >
        <span aria-hidden className="outline-marker">
          {shortMarker(entry.marker)}
        </span>
        <span
          className={`outline-words ${entry.english === null ? "font-zh" : ""}`}
          lang={entry.english === null ? "zh-CN" : "en"}
        >
          {entry.english ?? entry.source}
        </span>
        {isSection && (
          <span className="outline-done" title={`${done} · ${characters}`}>
            {isComplete && (
              <>
                <span aria-hidden>{`${entry.done}/${entry.total}`}</span>
                <span aria-hidden className="outline-percent">
                  {`${percent}%`}
                </span>
                <span className="sr-only">{`${done}, ${characters}`}</span>
              </>
            )}
          </span>
        )}
        {!isSection && entry.done > 0 && (
          <span className="sr-only">{done}</span>
        )}
        {entry.hasChildren && (
          <button
            type="button"
            tabIndex={-1}
            aria-label={text(isClosed ? "unfold" : "fold")}
            className={`outline-fold ${isClosed ? "" : "rotate-90"}`}
            onClick={(event) => {
              event.stopPropagation();
              onSetOpen(entry, isClosed);
            }}
          >
            <ChevronRight aria-hidden className="size-3.5" />
          </button>
        )}
      </li>
    );
  },
  (before, after) =>
    isSameEntry(before.entry, after.entry) &&
    before.place === after.place &&
    before.isHere === after.isHere &&
    before.isInSection === after.isInSection &&
    before.isClosed === after.isClosed &&
    before.isTabStop === after.isTabStop,
);

function isSameEntry(left: OutlineEntry, right: OutlineEntry): boolean {
  return (Object.keys(left) as (keyof OutlineEntry)[]).every(
    (key) => left[key] === right[key],
  );
}

/** "一、" shows as 一, "5." as 5. */
function shortMarker(marker: string): string {
  return marker.replace(/[、.．。\s]+$/u, "");
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
