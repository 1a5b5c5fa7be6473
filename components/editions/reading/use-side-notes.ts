"use client";

import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import { placeSideNotes, type SideNote } from "./place-side-notes";

/** What was measured of a part: everything is read before anything is written. */
type Measured = {
  readonly part: HTMLElement;
  readonly index: number;
  readonly texts: HTMLElement[];
  readonly notes: readonly SideNote[];
  readonly height: number;
};

/** Keeps the notes in the margin beside their numbers, whatever changes in width, type or text. */
export function useSideNotes(
  list: RefObject<HTMLElement | null>,
  isBeside: boolean,
): void {
  // How far notes reach below each part that was drawn once; kept when it is drawn no longer.
  const carries = useRef(new Map<number, number>());
  const place = useCallback(() => {
    if (list.current === null) return;
    const parts = [
      ...list.current.querySelectorAll<HTMLElement>(":scope > [data-index]"),
    ];
    if (!isBeside) {
      for (const part of parts) part.style.minHeight = "";
      return;
    }
    for (const measured of parts.map(measure)) {
      const { index, part, texts, notes, height } = measured;
      const carry = carries.current.get(index - 1) ?? 0;
      const placed = placeSideNotes(notes, carry, height);
      carries.current.set(index, placed.carry);
      for (const [at, note] of texts.entries())
        note.style.top = `${placed.tops[at] ?? 0}px`;
      part.style.minHeight =
        placed.minHeight > height ? `${placed.minHeight}px` : "";
    }
  }, [list, isBeside]);

  useLayoutEffect(place);
  useEffect(() => {
    if (list.current === null) return;
    carries.current.clear();
    const observer = new ResizeObserver(place);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, [list, place]);
}

function measure(part: HTMLElement): Measured {
  const top = part.getBoundingClientRect().top;
  const words = part.querySelector<HTMLElement>(":scope > .reading-texts");
  const texts = [
    ...part.querySelectorAll<HTMLElement>(":scope > .notes-beside > *"),
  ];
  const notes = texts.map((note) => {
    const id = CSS.escape(note.dataset["noteText"] ?? "");
    const mark = part.querySelector(`[data-mark="${id}"]`);
    const at = mark === null ? 0 : mark.getBoundingClientRect().top - top;
    return { mark: Math.max(0, at), height: note.offsetHeight };
  });
  const height = (words?.getBoundingClientRect().bottom ?? top) - top;
  return { part, index: Number(part.dataset["index"]), texts, notes, height };
}
