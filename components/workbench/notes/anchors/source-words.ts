/** Numbers of notes stand in a text and are none of it. */
const DRAWN = ".note-mark";

/** The text nodes of a source text, without what is only drawn there. */
function textNodesOf(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (node.parentElement?.closest(DRAWN) == null) nodes.push(node);
  }
  return nodes;
}

/** The words of a source text as it is drawn. */
export function wordsOf(element: Element): string {
  return textNodesOf(element)
    .map((node) => node.data)
    .join("");
}

/** Where a range begins and ends in the words of a source text; half-open, UTF-16. */
export function offsetsOf(
  element: Element,
  range: Range,
): { readonly from: number; readonly to: number } {
  let from = 0;
  let to = 0;
  for (const node of textNodesOf(element)) {
    from += lengthBefore(node, range.startContainer, range.startOffset);
    to += lengthBefore(node, range.endContainer, range.endOffset);
  }
  return { from, to };
}

/** How much of a text node lies before a point of the page. */
function lengthBefore(node: Text, container: Node, offset: number): number {
  if (container === node) return offset;
  const point = document.createRange();
  point.setStart(container, offset);
  // -1: the node begins before the point; not being in it, it ends there too.
  return point.comparePoint(node, 0) < 0 ? node.length : 0;
}

/** The part of the page that shows some words of a source text; null where there are none. */
export function rangeOf(
  element: Element,
  from: number,
  to: number,
): Range | null {
  const range = document.createRange();
  let passed = 0;
  let hasStart = false;
  for (const node of textNodesOf(element)) {
    const end = passed + node.length;
    if (!hasStart && passed <= from && from < end) {
      range.setStart(node, from - passed);
      hasStart = true;
    }
    if (hasStart && passed < to && to <= end) {
      range.setEnd(node, to - passed);
      return range;
    }
    passed = end;
  }
  return null;
}
