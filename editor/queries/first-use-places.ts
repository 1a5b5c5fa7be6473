import type { Node } from "@tiptap/pm/model";
import { FIRST_USE_REF, markFirstUses } from "@/core/notes/first-uses";
import { marksOf, runsOf } from "@/core/notes/marks";
import type { Run } from "@/core/text/rich-text";
import { richTextFromJson } from "@/editor/convert";
import { readMark } from "@/editor/extensions/note-mark";
import { NOTE_MARK } from "@/editor/sync/embeds";
import { keyOfMark } from "./note-marks";

/** A term's note that stands in a text by itself, behind the term's rendering. */
export type Use = { readonly noteId: string; readonly rendering: string };

/**
 * Where marks that nobody set stand in an editor's document: just where `markFirstUses` puts them in the text of an
 * edition. A note that has a mark of its own in the text has no other.
 */
export function firstUsePlaces(
  doc: Node,
  uses: readonly Use[],
): readonly { readonly noteId: string; readonly position: number }[] {
  if (uses.length === 0) return [];
  const text = richTextFromJson(doc.toJSON());
  const set = new Set(marksOf(text).map(({ noteId }) => noteId));
  const paragraphs = paragraphsOf(doc);
  const marked = runsOf(markFirstUses(text, uses).blocks);
  return marked.flatMap((runs, index) => {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return [];
    return runs.flatMap((run, place) => {
      const isUse = run.kind === "note" && run.ref === FIRST_USE_REF;
      if (!isUse || set.has(run.noteId)) return [];
      const units = runs
        .slice(0, place)
        .reduce((sum, one) => sum + unitsOf(one), 0);
      const position = paragraph.position + 1 + offsetIn(paragraph.node, units);
      return [{ noteId: run.noteId, position }];
    });
  });
}

type Paragraph = { readonly node: Node; readonly position: number };

/** The paragraphs of a document that rich text counts: not those alone in their container in which nothing is. */
function paragraphsOf(doc: Node): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const seen = new Set<string>();
  doc.descendants((node, position, parent) => {
    if (!node.isTextblock) return true;
    const isAlone = parent?.childCount === 1;
    if (hasRuns(node, seen) || !isAlone) found.push({ node, position });
    return false;
  });
  return found;
}

function hasRuns(paragraph: Node, seen: Set<string>): boolean {
  let has = false;
  paragraph.forEach(({ type, attrs }) => {
    const mark =
      type.name === NOTE_MARK ? readMark(attrs.noteId, attrs.ref) : null;
    if (type.name !== NOTE_MARK) has = true;
    if (mark === null || seen.has(keyOfMark(mark))) return;
    seen.add(keyOfMark(mark));
    has = true;
  });
  return has;
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

/** The offset in a paragraph right behind this many units of words and breaks. */
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
