import { escapeHtml, noteId, referenceId, writeHtmlBlocks } from "./html-text";
import type { PrintedNote } from "./printed";
import type { PrintedText } from "./printed-blocks";
import { SIDES } from "./spans";
import { backTo, NOTES } from "./wording";

/** Writes the notes in a list of their own, each with links back to all of its marks; "" where there are none. */
export function writeHtmlNotes(notes: readonly PrintedNote[]): string {
  if (notes.length === 0) return "";
  return `<section class="notes" role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">${NOTES}</h2>\n<ol>\n${notes.map(writeNote).join("\n")}\n</ol>\n</section>`;
}

function writeNote(note: PrintedNote): string {
  const { body, end } = partEnd(note.blocks);
  const open = body === "" ? "" : `${body}\n`;
  return `<li id="${noteId(note.id)}">${open}${end.slice(0, -"</p>".length)} ${writeBackLinks(note)}</p></li>`;
}

/** Parts the last paragraph, in which the links back stand, from what is before it. */
function partEnd(blocks: PrintedText) {
  const last = blocks.at(-1);
  return last?.kind === "paragraph"
    ? {
        body: writeHtmlBlocks(blocks.slice(0, -1)),
        end: writeHtmlBlocks([last]),
      }
    : { body: writeHtmlBlocks(blocks), end: '<p class="backs"></p>' };
}

function writeBackLinks({ id, number, marks }: PrintedNote): string {
  return SIDES.flatMap((side) =>
    Array.from({ length: marks[side] }, (_, index) => {
      const reference = index + 1;
      const label = escapeHtml(backTo(number, side, reference));
      const sign =
        side === "source" ? '<span lang="zh-CN">中</span>' : "↩\uFE0E";
      const turn = reference === 1 ? "" : `<sup>${reference}</sup>`;
      return `<a class="back" href="#${referenceId({ noteId: id, side, reference })}" role="doc-backlink" aria-label="${label}">${sign}${turn}</a>`;
    }),
  ).join(" ");
}
