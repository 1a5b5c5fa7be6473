import { Fragment, Slice, type Node, type Schema } from "@tiptap/pm/model";
import { readMark, type MarkAttributes } from "./extensions/note-mark";
import { keyOfMark } from "./queries/note-marks";
import { NOTE_MARK } from "./sync/embeds";

/** Turns pasted tables into lines, with tabs between the cells, for rows that are no table paragraphs. */
export function withoutTables(slice: Slice, schema: Schema): Slice {
  const content = linesOf(slice.content, schema);
  if (content === slice.content) return slice;
  // What was open belonged to the tables.
  return new Slice(content, 0, 0);
}

function linesOf(content: Fragment, schema: Schema): Fragment {
  let hasTable = false;
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name === "table")
      node.forEach((row) => nodes.push(lineOf(row, schema)));
    else if (node.type.name === "tableRow") nodes.push(lineOf(node, schema));
    else if (node.type.name === "tableCell" || node.type.name === "tableHeader")
      node.forEach((block) => nodes.push(block));
    else {
      nodes.push(node);
      return;
    }
    hasTable = true;
  });
  return hasTable ? Fragment.from(nodes) : content;
}

function lineOf(row: Node, schema: Schema): Node {
  const inline: Node[] = [];
  row.forEach((cell, _offset, index) => {
    if (index > 0) inline.push(schema.text("\t"));
    inline.push(...wordsOf(cell));
  });
  return schema.nodes.paragraph?.create(null, inline) ?? row;
}

/** The inline content of a cell, its blocks parted by spaces. */
function wordsOf(cell: Node): readonly Node[] {
  const words: Node[] = [];
  cell.descendants((node, _position, parent) => {
    if (!node.isInline) return true;
    const isNewBlock = words.length > 0 && parent?.firstChild === node;
    if (isNewBlock) words.push(node.type.schema.text(" "));
    words.push(node);
    return false;
  });
  return words;
}

/** What decides which marks of notes may come in with what is pasted. */
export type MarkRules = {
  /** False for a note of another document or project, and for one that does not exist any more. */
  readonly isKnown: (noteId: string) => boolean;
  /** The marks that stand in the text now. */
  readonly standing: readonly MarkAttributes[];
  readonly newRef: () => string;
};

/**
 * Settles the marks of notes in what is pasted: those of unknown notes are dropped; one that still stands in the text is
 * a copy and becomes a mark of its own; one that was cut stays the mark that it was.
 */
export function settleMarks(slice: Slice, rules: MarkRules): Slice {
  const taken = new Set(rules.standing.map(keyOfMark));
  return mapMarks(slice, (node) => {
    const mark = readMark(node.attrs.noteId, node.attrs.ref);
    if (mark === null || !rules.isKnown(mark.noteId)) return null;
    const isCopy = taken.has(keyOfMark(mark));
    const settled = isCopy ? { ...mark, ref: rules.newRef() } : mark;
    taken.add(keyOfMark(settled));
    return node.type.create(settled, null, node.marks);
  });
}

/** What is pasted without marks of notes: notes have no notes. */
export function withoutNoteMarks(slice: Slice): Slice {
  return mapMarks(slice, () => null);
}

function mapMarks(slice: Slice, change: (mark: Node) => Node | null): Slice {
  const content = mapNodes(slice.content, change);
  return content === slice.content
    ? slice
    : new Slice(content, slice.openStart, slice.openEnd);
}

function mapNodes(
  content: Fragment,
  change: (mark: Node) => Node | null,
): Fragment {
  let isSame = true;
  const nodes: Node[] = [];
  content.forEach((node) => {
    const isMark = node.type.name === NOTE_MARK;
    const inner = mapNodes(node.content, change);
    const plain = inner === node.content ? node : node.copy(inner);
    const changed = isMark ? change(node) : plain;
    if (changed !== node) isSame = false;
    if (changed !== null) nodes.push(changed);
  });
  return isSame ? content : Fragment.from(nodes);
}
