import type { RowView } from "@/core/documents/views";
import type { HeldWords } from "@/components/workbench/notes/store/note-desk";
import { offsetsOf, wordsOf } from "./source-words";

type FindRow = (id: string) => RowView | null;

/** The words of one row's Chinese that are selected, or the term in it that has the focus; null where there are none. */
export function readSourceWords(findRow: FindRow): HeldWords | null {
  const range = selectedRange() ?? focusedTermRange();
  if (range === null) return null;
  const start = sourceOf(range.startContainer);
  const end = sourceOf(range.endContainer);
  const element = start ?? end;
  // A double click at the end of a text selects up to the beginning of the next one.
  const isInOne = start === end || (start !== null && range.endOffset === 0);
  if (element === null || !isInOne) return null;
  const rowId = element.closest<HTMLElement>("[data-row]")?.dataset["row"];
  const row = findRow(rowId ?? "");
  // A table is drawn in cells: places in it are no places in its text.
  if (row === null || row.table !== null || wordsOf(element) !== row.source)
    return null;
  const { from, to } = trim(row.source, offsetsOf(element, range));
  if (from >= to) return null;
  const { id, paragraphId, field } = row;
  return { rowId: id, paragraphId, field, from, to };
}

function selectedRange(): Range | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0)
    return null;
  return selection.getRangeAt(0);
}

function focusedTermRange(): Range | null {
  const term = document.activeElement?.closest(".text-source [data-term]");
  if (!term) return null;
  const range = document.createRange();
  range.selectNodeContents(term);
  return range;
}

function trim(source: string, { from, to }: { from: number; to: number }) {
  const words = source.slice(from, to);
  return {
    from: from + words.length - words.trimStart().length,
    to: to - (words.length - words.trimEnd().length),
  };
}

function sourceOf(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[data-text=source]") ?? null;
}
