import { useEffect } from "react";
import type { FindMatch, Side } from "./find-matches";
import { findRanges } from "./text-ranges";

const ALL = "find";
const CURRENT = "find-current";

const TEXTS: Record<Side, string> = {
  source: ".text-source",
  target: ".rich-text",
};

/**
 * Paints the matches in all rows of the page, those that scroll in later and the open editor included. Painted by the
 * browser over the text (Custom Highlight API), so that neither rows nor editor are touched.
 */
export function useFindHighlight(
  query: string,
  current: FindMatch | null,
): void {
  useEffect(() => {
    const scroller = document.querySelector(".row-scroller");
    if (!("highlights" in CSS) || scroller === null || query.trim() === "")
      return;
    let frame: number | null = null;
    const paint = () => {
      frame = null;
      const all = new Highlight();
      const chosen = new Highlight();
      for (const row of scroller.querySelectorAll<HTMLElement>("[data-row]")) {
        for (const side of ["source", "target"] as const) {
          const element = row.querySelector(TEXTS[side]);
          if (element === null) continue;
          findRanges(element, query).forEach((range, ordinal) => {
            const isCurrent =
              current?.rowId === row.dataset["row"] &&
              current?.side === side &&
              current.ordinal === ordinal;
            (isCurrent ? chosen : all).add(range);
          });
        }
      }
      CSS.highlights.set(ALL, all);
      CSS.highlights.set(CURRENT, chosen);
    };
    const later = () => {
      frame ??= requestAnimationFrame(paint);
    };
    const observer = new MutationObserver(later);
    observer.observe(scroller, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    paint();
    return () => {
      observer.disconnect();
      if (frame !== null) cancelAnimationFrame(frame);
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(CURRENT);
    };
  }, [query, current]);
}
