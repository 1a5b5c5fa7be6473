import type { WorkbenchParts } from "@/components/workbench/workbench-context";
import type { FindMatch } from "./find-matches";
import { findRanges } from "./text-ranges";

/** Room left above and below a match that is brought into view. */
const BREATH = 80;

/** Brings a match into view; the caret and the focused row stay where they are. */
export function showMatch(
  { rows, list }: WorkbenchParts,
  match: FindMatch,
  query: string,
): void {
  list.current?.show(rows.indexOf(match.rowId), "nearest");
  const row = document.querySelector(`[data-row="${CSS.escape(match.rowId)}"]`);
  const scroller = document.querySelector(".row-scroller");
  const text = row?.querySelector(
    match.side === "source" ? ".text-source" : ".rich-text",
  );
  if (!scroller || !text) return;
  const range = findRanges(text, query)[match.ordinal];
  if (range === undefined) return;
  const place = range.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const above = place.top - (view.top + BREATH);
  const below = place.bottom - (view.bottom - BREATH);
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
}
