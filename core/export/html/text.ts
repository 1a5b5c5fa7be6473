import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import { fitTable } from "@/core/export/fit-table";
import type {
  PrintedBlock,
  PrintedCell,
  PrintedText,
} from "@/core/export/printed-blocks";
import type { NoteSpan, Span, TextSpan } from "@/core/export/spans";
import { splitUpright } from "@/core/export/split-chinese";
import { escapeHtml } from "./escape";

/** A part of the words of a paragraph (breaks count as one character) that stands in a tag of its own. */
export type TaggedRange = {
  readonly from: number;
  readonly to: number;
  readonly open: string;
  readonly close: string;
};

/** Finds the parts of a paragraph's words that get a tag: in order, none inside of another. */
export type FindRanges = (text: string) => readonly TaggedRange[];

const NOTHING: FindRanges = () => [];

/** The id of a note where it is printed. */
export const noteAnchor = (number: number) => `n${number}`;

/** The id of a mark: of a note's turn on its side, the first in the English without more. */
export function markAnchor({
  number,
  side,
  reference,
}: Pick<NoteSpan, "number" | "side" | "reference">): string {
  const letter = side === "source" ? "z" : "r";
  return `${letter}${number}${reference === 1 ? "" : `-${reference}`}`;
}

/** Writes blocks as HTML. */
export function writeBlocks(
  blocks: PrintedText,
  find: FindRanges = NOTHING,
): string {
  return blocks.map((block) => writeBlock(block, find)).join("\n");
}

function writeBlock(block: PrintedBlock, find: FindRanges): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${writeSpans(block.spans, find)}</p>`;
    case "list": {
      const items = block.items
        .map((item) => `<li>${writeBlocks(item, find)}</li>`)
        .join("\n");
      return block.ordered
        ? `<ol start="${block.start}">\n${items}\n</ol>`
        : `<ul>\n${items}\n</ul>`;
    }
    case "table": {
      const rows = fitTable(block.rows)
        .map(
          (row) =>
            `<tr>${row.map((cell) => writeCell(cell, find)).join("")}</tr>`,
        )
        .join("\n");
      // A wide table is moved with the keys, too.
      return `<div class="table" tabindex="0"><table>\n${rows}\n</table></div>`;
    }
  }
}

function writeCell(cell: PrintedCell, find: FindRanges): string {
  const tag = cell.header ? "th" : "td";
  const across = cell.colspan === 1 ? "" : ` colspan="${cell.colspan}"`;
  const down = cell.rowspan === 1 ? "" : ` rowspan="${cell.rowspan}"`;
  return `<${tag}${across}${down}>${writeBlocks(cell.blocks, find)}</${tag}>`;
}

/** Writes the spans of one paragraph as HTML. */
export function writeSpans(
  spans: readonly Span[],
  find: FindRanges = NOTHING,
): string {
  const ranges = find(spans.map(wordsOf).join(""));
  if (ranges.length === 0) return spans.map(writeSpan).join("");
  return writeTagged(spans, ranges);
}

const wordsOf = (span: Span) => {
  if (span.kind === "note") return "";
  return span.kind === "text" ? span.text : "\n";
};

/** Writes spans cut at the ends of ranges; what is a link already, or parted by a number or a break, gets no tag. */
function writeTagged(
  spans: readonly Span[],
  ranges: readonly TaggedRange[],
): string {
  let html = "";
  let at = 0;
  let next = 0;
  let open: TaggedRange | null = null;
  const close = () => {
    if (open !== null) html += open.close;
    open = null;
  };
  for (const span of spans) {
    if (span.kind !== "text" || span.href !== null) {
      close();
      html += writeSpan(span);
      at += wordsOf(span).length;
      continue;
    }
    const end = at + span.text.length;
    let from = at;
    while (from < end) {
      while ((ranges[next]?.to ?? Infinity) <= from) next += 1;
      const range = ranges[next];
      const isInside = range !== undefined && range.from <= from;
      if (!isInside || open !== range) close();
      if (isInside && range.from === from) {
        html += range.open;
        open = range;
      }
      const stop = isInside ? range.to : (range?.from ?? end);
      const to = Math.min(end, stop);
      html += writeWords({
        ...span,
        text: span.text.slice(from - at, to - at),
      });
      from = to;
      if (isInside && to === range.to) close();
    }
    at = end;
  }
  close();
  return html;
}

function writeSpan(span: Span): string {
  switch (span.kind) {
    case "break":
      return "<br>";
    case "note":
      return writeReference(span);
    case "text":
      return writeWords(span);
  }
}

function writeReference(span: NoteSpan): string {
  const comma = span.isBehindNote ? "," : "";
  return `<sup class="ref">${comma}<a id="${markAnchor(span)}" href="#${noteAnchor(span.number)}" role="doc-noteref">${span.number}</a></sup>`;
}

function writeWords(span: TextSpan): string {
  let html = escapeHtml(span.text);
  if (span.isChinese) html = `<span lang="${SOURCE_LANGUAGE}">${html}</span>`;
  if (span.position === "superscript") html = `<sup>${html}</sup>`;
  if (span.position === "subscript") html = `<sub>${html}</sub>`;
  if (span.supplied) html = `<span class="supplied">${html}</span>`;
  if (span.italic) html = `<em>${html}</em>`;
  if (span.bold) html = `<strong>${html}</strong>`;
  if (span.href !== null)
    html = `<a href="${escapeHtml(span.href)}" rel="noopener noreferrer nofollow">${html}</a>`;
  return html;
}

/** Pinyin; a character that has none stands in it upright. */
export function writePinyin(text: string): string {
  return splitUpright(text)
    .map((piece) =>
      piece.isUpright
        ? `<span lang="${SOURCE_LANGUAGE}">${escapeHtml(piece.text)}</span>`
        : `<i lang="zh-Latn-pinyin">${escapeHtml(piece.text)}</i>`,
    )
    .join("");
}
