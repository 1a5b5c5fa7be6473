import type { Node } from "@tiptap/pm/model";
import type { RunPlace } from "@/core/notes/find-rendering";
import type { RichText, Run } from "@/core/text/rich-text";
import { richTextFromJson } from "@/editor/convert";
import { NOTE_MARK } from "@/editor/sync/embeds";

/** The position in an editor's document of the first place that `find` finds, asked paragraph by paragraph; or null. */
export function firstPlaceOf(
  doc: Node,
  find: (paragraph: RichText) => RunPlace | null,
): number | null {
  let found: number | null = null;
  doc.descendants((node, position) => {
    if (found !== null) return false;
    if (!node.isTextblock) return true;
    const text = richTextFromJson({ content: [node.toJSON() as unknown] });
    const place = find(text);
    const [block] = text.blocks;
    if (place !== null && block?.kind === "paragraph")
      found = position + 1 + offsetIn(node, unitsBefore(block.runs, place));
    return false;
  });
  return found;
}

/** How many units of words and breaks stand before a place; marks of notes count nothing. */
function unitsBefore(
  runs: readonly Run[],
  { run: index, offset }: RunPlace,
): number {
  return runs.slice(0, index).reduce((sum, run) => sum + unitsOf(run), offset);
}

function unitsOf(run: Run): number {
  switch (run.kind) {
    case "text":
      return run.text.length;
    case "break":
      return 1;
    case "note":
      return 0;
  }
}

/** The offset in a paragraph right behind this many units. */
function offsetIn(paragraph: Node, units: number): number {
  let left = units;
  let offset = 0;
  for (const child of paragraph.children) {
    if (left <= 0) break;
    const size = child.type.name === NOTE_MARK ? 0 : child.nodeSize;
    offset += size > left ? left : child.nodeSize;
    left -= Math.min(size, left);
  }
  return offset;
}
