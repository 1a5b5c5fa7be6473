import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import { createRowHeights } from "@/components/workbench/rows/row-heights";
import { rowsToDraw } from "@/components/workbench/rows/rows-to-draw";
import { useRowWindow } from "@/components/workbench/rows/use-row-window";
import type { OutlineEntry } from "./outline-entries";

/** Lines that the server draws: more than a tall window shows. */
const FIRST_LINES = 40;

const LINE = 20;
const PADDING = 10;
const WIDTH = 170;
const LATIN = 7;
const HAN = 13;

/** Draws the lines of the outline that are near the view: a law may have thousands of articles. */
export function useOutlineWindow(
  tree: RefObject<HTMLElement | null>,
  entries: readonly OutlineEntry[],
) {
  const scroller = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    // Beside the texts the panel scrolls, in a sheet its body.
    scroller.current =
      tree.current?.closest<HTMLElement>("[data-scrolls]") ?? null;
  }, [tree]);
  const heights = useMemo(
    () => createRowHeights(entries.length, (at) => guessHeight(entries[at])),
    [entries],
  );
  const [first] = useState({
    from: 0,
    to: Math.min(FIRST_LINES, entries.length),
  });
  const { range, register, show } = useRowWindow({
    heights,
    first,
    kept: -1,
    scroller,
    list: tree,
    onTopChange: ignore,
  });
  const drawn = rowsToDraw(range, -1, entries.length);
  return { drawn, heights, register, show };
}

function ignore() {
  // The outline follows the texts, not its own scrolling.
}

function guessHeight(entry: OutlineEntry | undefined): number {
  if (entry === undefined) return 0;
  const length =
    entry.english === null
      ? entry.source.length * HAN
      : entry.english.length * LATIN;
  const most = entry.isSection ? 3 : 2;
  return Math.min(most, Math.ceil(length / WIDTH)) * LINE + PADDING;
}
