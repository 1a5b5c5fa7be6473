import type { Block, Cell } from "@/core/text/rich-text";
import { fitTable } from "./fit-table";
import { spansOf, type Span, type TextSpan } from "./spans";

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
  return spans
    .map((span) => (span.kind === "break" ? "<br>" : writeSpan(span)))
    .join("");
}

function writeSpan(span: TextSpan): string {
  let html = escapeHtml(span.text);
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
export function writeHtmlBlocks(blocks: readonly Block[]): string {
  return blocks.map(writeBlock).join("\n");
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${writeSpans(spansOf(block.runs))}</p>`;
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

function writeCell(cell: Cell): string {
  const tag = cell.header ? "th" : "td";
  const across = cell.colspan === 1 ? "" : ` colspan="${cell.colspan}"`;
  const down = cell.rowspan === 1 ? "" : ` rowspan="${cell.rowspan}"`;
  return `<${tag}${across}${down}>${writeHtmlBlocks(cell.blocks)}</${tag}>`;
}
