import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import { fitTable } from "./fit-table";
import type { PrintedBlock, PrintedCell, PrintedText } from "./printed-blocks";
import type { NoteSpan, Span, TextSpan } from "./spans";

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Escapes text for HTML, inside of elements and of quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Escapes text for a quoted string in a style sheet that stands in HTML. */
export function escapeCss(text: string): string {
  return text.replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
}

/** Writes spans as HTML. */
export function writeSpans(spans: readonly Span[]): string {
  return spans.map(writeSpan).join("");
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

/** The id of a note in the list of notes. */
export const noteId = (id: string) => `note-${id}`;

/** The id of a mark: of the note's turn on its side, the first in the English without a number. */
export function referenceId({
  noteId: id,
  side,
  reference,
}: Pick<NoteSpan, "noteId" | "side" | "reference">): string {
  const text = side === "source" ? "-zh" : "";
  return `ref-${id}${text}${reference === 1 ? "" : `-${reference}`}`;
}

function writeReference(span: NoteSpan): string {
  const comma = span.isBehindNote ? ", " : "";
  return `<sup class="ref">${comma}<a id="${referenceId(span)}" href="#${noteId(span.noteId)}" role="doc-noteref">${span.number}</a></sup>`;
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
    html = `<a href="${escapeHtml(span.href)}" rel="noopener noreferrer">${html}</a>`;
  return html;
}

/** Writes blocks as HTML. */
export function writeHtmlBlocks(blocks: PrintedText): string {
  return blocks.map(writeBlock).join("\n");
}

function writeBlock(block: PrintedBlock): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${writeSpans(block.spans)}</p>`;
    case "list": {
      const items = block.items
        .map((item) => `<li>${writeHtmlBlocks(item)}</li>`)
        .join("\n");
      return block.ordered
        ? `<ol start="${block.start}">\n${items}\n</ol>`
        : `<ul>\n${items}\n</ul>`;
    }
    case "table": {
      const rows = fitTable(block.rows)
        .map((row) => `<tr>${row.map(writeCell).join("")}</tr>`)
        .join("\n");
      return `<div class="table"><table>\n${rows}\n</table></div>`;
    }
  }
}

function writeCell(cell: PrintedCell): string {
  const tag = cell.header ? "th" : "td";
  const across = cell.colspan === 1 ? "" : ` colspan="${cell.colspan}"`;
  const down = cell.rowspan === 1 ? "" : ` rowspan="${cell.rowspan}"`;
  return `<${tag}${across}${down}>${writeHtmlBlocks(cell.blocks)}</${tag}>`;
}
