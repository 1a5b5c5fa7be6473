import { getMarkRange } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { safeHref } from "@/editor/extensions/link";

/** Links the selection, or the link around the caret; null takes the link away. False for an address that is not allowed. */
export function setLink(address: string | null): Command {
  return (state, dispatch) => {
    const { link } = state.schema.marks;
    const { empty, $from, from, to } = state.selection;
    if (link === undefined) return false;
    const around = empty ? getMarkRange($from, link) : undefined;
    const range = around ?? { from, to };
    const tr = state.tr;
    if (address === null) {
      tr.removeMark(range.from, range.to, link);
    } else {
      const href = safeHref(address);
      if (href === null) return false;
      if (range.from === range.to) {
        tr.insertText(href, range.from);
        range.to += href.length;
      }
      tr.removeMark(range.from, range.to, link);
      tr.addMark(range.from, range.to, link.create({ href }));
    }
    dispatch?.(tr);
    return true;
  };
}

/** The address of the link at the caret or at the start of the selection, or null. */
export function linkAt(state: Parameters<Command>[0]): string | null {
  const { link } = state.schema.marks;
  const { $from, empty } = state.selection;
  if (link === undefined) return null;
  const marks = empty ? $from.marks() : ($from.nodeAfter?.marks ?? []);
  const mark = link.isInSet(marks);
  return mark === undefined ? null : safeHref(mark.attrs.href);
}
