import { say } from "./facts";
import { findWords, foldWords, type FoldedWords } from "./fold-words";
import { make, makeButton } from "./make";

/** A piece of text as it is searched: the words of one cell, and the text nodes they are made of. */
type Piece = {
  readonly folded: FoldedWords;
  readonly nodes: readonly { readonly node: Text; readonly from: number }[];
  /** The mode in which it is not seen; null for one that always is. */
  readonly hiddenIn: "english" | "chinese" | null;
};

/** What is drawn at most; a search for one letter has no use for more. */
const MOST = 2000;

/** How long typing has to rest before it is looked for, in milliseconds. */
const PAUSE = 120;

let pieces: readonly Piece[] | null = null;
let found: readonly Range[] = [];
let current = -1;
let bar: HTMLElement | null = null;
let input: HTMLInputElement | null = null;
const count = make("output");

function readPieces(): readonly Piece[] {
  const cells = document.querySelectorAll(
    ".head .original, .head h1, .pair > .zh, .pair > .en, .note, .prose",
  );
  return [...cells].map((cell) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT, {
      // Numbers of notes stand in the words, but are none.
      acceptNode: ({ parentElement }) =>
        parentElement?.closest(".ref, .backs, .note-number") === null
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_REJECT,
    });
    const nodes: { node: Text; from: number }[] = [];
    let text = "";
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      nodes.push({ node, from: text.length });
      text += node.data;
    }
    return { folded: foldWords(text), nodes, hiddenIn: hiddenIn(cell) };
  });
}

// Asked of the mode, not of the page: to look where words stand, all of a long page would have to be laid out.
function hiddenIn(cell: Element): Piece["hiddenIn"] {
  if (cell.matches(".en")) return "chinese";
  const isAlone = cell.closest(".missing") !== null;
  return cell.matches(".zh") && !isAlone ? "english" : null;
}

function rangeOf({ nodes }: Piece, from: number, to: number): Range | null {
  const start = nodes.findLast((each) => each.from <= from);
  const end = nodes.findLast((each) => each.from < to);
  if (start === undefined || end === undefined) return null;
  const range = document.createRange();
  range.setStart(start.node, Math.min(from - start.from, start.node.length));
  range.setEnd(end.node, Math.min(to - end.from, end.node.length));
  return range;
}

function search(words: string): void {
  pieces ??= readPieces();
  const wanted = foldWords(words.trim()).text;
  const mode = document.querySelector<HTMLInputElement>(
    "input[name=mode]:checked",
  )?.value;
  const all = pieces
    .filter(({ hiddenIn }) => hiddenIn !== mode)
    .flatMap((piece) =>
      findWords(piece.folded, wanted)
        .map(({ from, to }) => rangeOf(piece, from, to))
        .filter((range) => range !== null),
    );
  found = all.slice(0, MOST);
  current = -1;
  if (found.length > 0) go(1);
  else draw(wanted);
}

function draw(wanted = ""): void {
  if ("highlights" in CSS) {
    CSS.highlights.set("found", new Highlight(...found));
    const here = found[current];
    CSS.highlights.set(
      "current",
      new Highlight(...(here === undefined ? [] : [here])),
    );
  }
  const none = wanted === "" ? "" : say("find_none");
  count.textContent =
    found.length === 0
      ? none
      : say("find_count", { index: current + 1, count: found.length });
}

function go(step: number): void {
  if (found.length === 0) return;
  current = (current + step + found.length) % found.length;
  draw();
  found[current]?.startContainer.parentElement?.scrollIntoView({
    block: "center",
    behavior: "instant",
  });
}

function close(): void {
  found = [];
  current = -1;
  draw();
  bar?.remove();
  bar = null;
}

/** Opens a field that finds words in both texts, with Chinese as the glossary folds it. */
export function openFind(): void {
  if (bar !== null) {
    input?.select();
    return;
  }
  input = make("input", {
    type: "search",
    "aria-label": say("find_label"),
    placeholder: say("find_label"),
  });
  const field = input;
  let waiting = 0;
  field.addEventListener("input", (event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => search(field.value), PAUSE);
  });
  field.addEventListener("compositionend", () => search(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") close();
  });
  const named = (sign: string, label: string, onClick: () => void) => {
    const button = makeButton(sign, onClick);
    button.setAttribute("aria-label", label);
    return button;
  };
  bar = make(
    "div",
    { class: "find", role: "search" },
    field,
    count,
    named("↑", say("find_previous"), () => go(-1)),
    named("↓", say("find_next"), () => go(1)),
    named("×", say("close"), close),
  );
  count.textContent = "";
  document.body.append(bar);
  field.focus();
}
