import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";
import type { RowHeights } from "./row-heights";

/** The rows that are drawn, half-open. */
export type RowRange = { readonly from: number; readonly to: number };

/** How far beyond the view rows are drawn, in pixels: what a fast wheel covers in a frame or two. */
const OVERSCAN = 700;

/** Room kept above and below a row that is brought into view. */
const BREATH = 24;

/** One reads the row that reaches below this line from the top of the view. */
const READING_LINE = 120;

/** A row and where it lies in the scrolled content: scrolling alone does not change that. */
type Anchor = { readonly index: number; readonly top: number };

type RowWindowOptions = {
  readonly heights: RowHeights;
  readonly first: RowRange;
  /** The focused row: drawn even when out of view, and what everything else moves around. */
  readonly kept: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly list: RefObject<HTMLElement | null>;
  readonly onTopChange: (index: number) => void;
};

/** What the list and the commands can do with the window. */
export type RowWindow = {
  readonly range: RowRange;
  /** Give to each row as its `ref`. */
  readonly register: (index: number, element: HTMLElement) => () => void;
  /** Holds this row where it stands through the next changes. */
  readonly hold: (index: number) => void;
  /** Brings a row to the top of the view, or just into it. */
  readonly show: (index: number, where: "top" | "nearest") => void;
};

/**
 * Draws the rows around the view and keeps what one looks at in its place: rows lie in the flow between two spacers,
 * and whatever changes height above (a text arriving, somebody typing, an estimate put right) is taken back from the
 * scroll position before it is painted.
 */
export function useRowWindow(options: RowWindowOptions): RowWindow {
  const [range, setRange] = useState(options.first);
  const elements = useRef(new Map<number, HTMLElement>()).current;
  const anchor = useRef<Anchor | null>(null);
  const observer = useRef<ResizeObserver | null>(null);
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });

  const offsetOf = useCallback(
    (index: number): number | null => {
      const scroller = latest.current.scroller.current;
      const element = elements.get(index);
      if (!scroller || !element) return null;
      return (
        element.getBoundingClientRect().top -
        scroller.getBoundingClientRect().top
      );
    },
    [elements],
  );

  const hold = useCallback(
    (index: number) => {
      const offset = offsetOf(index);
      const scrolled = latest.current.scroller.current?.scrollTop ?? 0;
      if (offset !== null) anchor.current = { index, top: offset + scrolled };
    },
    [offsetOf],
  );

  const takeAnchor = useCallback(() => {
    const { scroller, kept, onTopChange } = latest.current;
    const height = scroller.current?.clientHeight ?? 0;
    const isInView = (index: number) => {
      const offset = offsetOf(index);
      const own = elements.get(index)?.offsetHeight ?? 0;
      return offset !== null && offset < height && offset + own > 0;
    };
    const bottomOf = (index: number) =>
      (offsetOf(index) ?? 0) + (elements.get(index)?.offsetHeight ?? 0);
    const inView = [...elements.keys()].sort((a, b) => a - b).filter(isInView);
    const top = inView[0];
    if (top === undefined) return;
    const reading = inView.find((index) => bottomOf(index) > READING_LINE);
    onTopChange(inView.includes(kept) ? kept : (reading ?? top));
    hold(inView.includes(kept) ? kept : top);
  }, [elements, hold, offsetOf]);

  const keepAnchor = useCallback(() => {
    const scroller = latest.current.scroller.current;
    if (!scroller || anchor.current === null) return;
    const { index, top } = anchor.current;
    const offset = offsetOf(index);
    if (offset === null) return;
    const moved = offset + scroller.scrollTop - top;
    if (Math.abs(moved) < 1) return;
    scroller.scrollTop += moved;
    anchor.current = { index, top: top + moved };
  }, [offsetOf]);

  const wantedRange = useCallback((): RowRange | null => {
    const { scroller, list, heights } = latest.current;
    if (!scroller.current || !list.current) return null;
    const top =
      scroller.current.getBoundingClientRect().top -
      list.current.getBoundingClientRect().top;
    const from = heights.at(top - OVERSCAN);
    const to = heights.at(top + scroller.current.clientHeight + OVERSCAN) + 1;
    return { from, to: Math.min(to, heights.count) };
  }, []);

  const follow = useCallback(() => {
    const wanted = wantedRange();
    if (wanted === null) return;
    const change = () =>
      setRange((known) =>
        known.from === wanted.from && known.to === wanted.to ? known : wanted,
      );
    // After a jump nothing of the view may be drawn yet: do not paint an empty frame.
    const isBlank =
      elements.size > 0 &&
      !elements.has(wanted.to - 1) &&
      !elements.has(wanted.from);
    if (isBlank) flushSync(change);
    else change();
  }, [elements, wantedRange]);

  const show = useCallback(
    (index: number, where: "top" | "nearest") => {
      const { scroller, list, heights } = latest.current;
      if (!scroller.current || !list.current || index < 0) return;
      if (!elements.has(index)) {
        const listTop =
          list.current.getBoundingClientRect().top -
          scroller.current.getBoundingClientRect().top +
          scroller.current.scrollTop;
        anchor.current = null;
        scroller.current.scrollTop = listTop + heights.top(index) - BREATH;
        const wanted = wantedRange();
        if (wanted !== null) flushSync(() => setRange(wanted));
      }
      const offset = offsetOf(index) ?? 0;
      const own = elements.get(index)?.offsetHeight ?? 0;
      const room = scroller.current.clientHeight;
      scroller.current.scrollTop += scrollNeeded(offset, own, room, where);
      hold(index);
    },
    [elements, hold, offsetOf, wantedRange],
  );

  useEffect(() => {
    const scroller = latest.current.scroller.current;
    if (!scroller) return;
    const handleScroll = () => {
      takeAnchor();
      follow();
    };
    const sizes = new ResizeObserver((entries) => {
      for (const entry of entries) {
        const { index } = (entry.target as HTMLElement).dataset;
        const height = entry.borderBoxSize[0]?.blockSize ?? 0;
        if (index !== undefined && height > 0)
          latest.current.heights.measure(Number(index), height);
      }
      keepAnchor();
      follow();
    });
    observer.current = sizes;
    for (const element of elements.values()) sizes.observe(element);
    scroller.addEventListener("scroll", handleScroll, { passive: true });
    sizes.observe(scroller);
    handleScroll();
    return () => {
      scroller.removeEventListener("scroll", handleScroll);
      sizes.disconnect();
    };
  }, [elements, follow, keepAnchor, takeAnchor]);

  // Every row is measured in the moment it is drawn: one that leaves again before the observer speaks of it would go on
  // being estimated, and the view would be drawn around a guess for a frame.
  const { heights } = options;
  useLayoutEffect(() => {
    for (const [index, element] of elements)
      heights.measure(index, element.getBoundingClientRect().height);
    keepAnchor();
  });

  const register = useCallback(
    (index: number, element: HTMLElement) => {
      elements.set(index, element);
      observer.current?.observe(element);
      return () => {
        if (elements.get(index) === element) elements.delete(index);
        observer.current?.unobserve(element);
      };
    },
    [elements],
  );

  return { range, register, hold, show };
}

function scrollNeeded(
  offset: number,
  height: number,
  room: number,
  where: "top" | "nearest",
): number {
  const isAbove = offset < BREATH;
  const isBelow = offset + height > room - BREATH;
  if (where === "nearest" && !isAbove && !isBelow) return 0;
  const toBottom = offset + height - room + BREATH;
  const toTop = offset - BREATH;
  if (where === "top" || isAbove) return toTop;
  // A row taller than the view is read from its beginning.
  return Math.min(toTop, toBottom);
}
