/** Chinese words selected in a source text. */
export type SourceSelection = {
  readonly text: string;
  readonly range: Range;
};

/** A term has at most this many characters; a longer selection is no term. */
const LONGEST_TERM = 200;

/** Reads what is selected in one source text; null where nothing or something else is selected. */
export function readSourceSelection(): SourceSelection | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0)
    return null;
  const range = selection.getRangeAt(0);
  const text = selection.toString().replace(/\s+/g, " ").trim();
  const from = sourceOf(range.startContainer);
  const isInOne = from !== null && from === sourceOf(range.endContainer);
  if (!isInOne || text === "" || text.length > LONGEST_TERM) return null;
  return { text, range: range.cloneRange() };
}

function sourceOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[data-text=source]") ?? null;
}
