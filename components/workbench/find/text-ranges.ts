import { findPlaces } from "@/core/text/find-places";

const BLOCKS = "p, li, td, th, .text-source";

/** Finds the places of a query in what an element shows, as ranges of the page. */
export function findRanges(element: Element, query: string): readonly Range[] {
  const { text, nodes } = readText(element);
  return findPlaces(text, query).flatMap(({ from, to }) => {
    const start = nodes.findLast((node) => node.at <= from);
    const end = nodes.findLast((node) => node.at < to);
    if (start === undefined || end === undefined) return [];
    const range = document.createRange();
    range.setStart(start.node, Math.min(from - start.at, start.node.length));
    range.setEnd(end.node, Math.min(to - end.at, end.node.length));
    return [range];
  });
}

type TextPart = { readonly node: Text; readonly at: number };

/** The text of an element with the place of each of its text nodes; blocks are parted by line breaks. */
function readText(element: Element): {
  readonly text: string;
  readonly nodes: readonly TextPart[];
} {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: TextPart[] = [];
  let text = "";
  let block: Element | null = null;
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    // Carets of others and numbers of notes are drawn inside the text and are none of it.
    if (node.parentElement?.closest(".live-caret, .note-mark")) continue;
    const own = node.parentElement?.closest(BLOCKS) ?? null;
    if (block !== null && own !== block) text += "\n";
    block = own;
    nodes.push({ node, at: text.length });
    text += node.data;
  }
  return { text, nodes };
}
