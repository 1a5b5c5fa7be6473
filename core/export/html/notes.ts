import type { PrintedNote } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { SIDES } from "@/core/export/spans";
import { backTo } from "@/core/export/wording";
import { escapeHtml } from "./escape";
import { markAnchor, noteAnchor, writeBlocks } from "./text";

/** Writes notes where they are printed, each with links back to all of its marks; "" where there are none. */
export function writeNotes(notes: readonly PrintedNote[]): string {
  if (notes.length === 0) return "";
  return `<div class="notes">\n${notes.map(writeNote).join("\n")}\n</div>`;
}

function writeNote(note: PrintedNote): string {
  const { number } = note;
  return `<div class="note" id="${noteAnchor(number)}" role="doc-footnote"><span class="note-number">${number}</span>${writeBlocks(note.blocks)}<p class="backs">${writeBackLinks(note)}</p></div>`;
}

function writeBackLinks({ number, marks }: PrintedNote): string {
  return SIDES.flatMap((side) =>
    Array.from({ length: marks[side] }, (_, index) => {
      const reference = index + 1;
      const label = escapeHtml(backTo(number, side, reference));
      const sign =
        side === "source" ? '<span lang="zh-CN">中</span>' : "↩\uFE0E";
      const turn = reference === 1 ? "" : `<sup>${reference}</sup>`;
      return `<a class="back back-${side}" href="#${markAnchor({ number, side, reference })}" role="doc-backlink" aria-label="${label}">${sign}${turn}</a>`;
    }),
  ).join(" ");
}

/** The numbers of the notes whose marks stand in a text, in its order. */
export function numbersIn(blocks: PrintedText): readonly number[] {
  return blocks.flatMap((block): readonly number[] => {
    switch (block.kind) {
      case "paragraph":
        return block.spans.flatMap((span) =>
          span.kind === "note" ? [span.number] : [],
        );
      case "list":
        return block.items.flatMap(numbersIn);
      case "table":
        return block.rows.flat().flatMap((cell) => numbersIn(cell.blocks));
    }
  });
}

/**
 * Deals out notes to the parts of a text as they are written: each to the part that has its first mark. What no part has
 * asked for is left over.
 */
export class NoteDealer {
  private readonly left: Map<number, PrintedNote>;

  constructor(notes: readonly PrintedNote[]) {
    this.left = new Map(notes.map((note) => [note.number, note]));
  }

  /** Takes the notes that have a mark in one of these texts and were not taken before. */
  take(...texts: readonly (PrintedText | null)[]): readonly PrintedNote[] {
    if (this.left.size === 0) return [];
    const taken: PrintedNote[] = [];
    for (const text of texts) {
      for (const number of text === null ? [] : numbersIn(text)) {
        const note = this.left.get(number);
        if (note === undefined || !this.left.delete(number)) continue;
        taken.push(note);
      }
    }
    return taken.sort((a, b) => a.number - b.number);
  }

  /** Takes what is left. */
  rest(): readonly PrintedNote[] {
    const rest = [...this.left.values()];
    this.left.clear();
    return rest;
  }
}
