import {
  defaultRangeExtractor,
  useWindowVirtualizer,
  type Range,
} from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useRef, useState } from "react";

type WindowRows = {
  readonly count: number;
  readonly keyOf: (index: number) => string | number;
  /** A row's height before it is measured, in pixels. */
  readonly usualHeight: number;
  /** Rows drawn beyond each edge of the screen. */
  readonly overscan: number;
};

/** What the server draws: one tall screen. */
const FIRST_SCREEN = { width: 1024, height: 900 };

/**
 * The rows of a long table in a page: only what is near the screen is drawn, and one row is active, to which the Tab key
 * comes. `body` is for the element that holds the rows; each has its `data-index`, with the focus on its `role=row`.
 */
export function useWindowRows(given: WindowRows) {
  const { count, keyOf, usualHeight, overscan } = given;
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(0);
  const current = Math.max(0, Math.min(active, count - 1));
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
    count,
    estimateSize: () => usualHeight,
    initialRect: FIRST_SCREEN,
    overscan,
    scrollMargin: top,
    getItemKey: keyOf,
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
    const next = Math.max(0, Math.min(count - 1, index));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    // Drawn by then, wherever it was.
    requestAnimationFrame(() => {
      body.current
        ?.querySelector<HTMLElement>(`[data-index="${next}"] [role=row]`)
        ?.focus({ preventScroll: true });
    });
  };
  return { body, top, current, setActive, virtualizer, goTo };
}
