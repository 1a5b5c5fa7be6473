import { readNoteMarkdown } from "@/core/notes/pandoc/note-markdown";
import type { Block, RichText } from "@/core/text/rich-text";

const ITEM = /^- /;

/** Reads what stands before a document: paragraphs in the Markdown of notes, and lists, one line an item. */
export function readFront(markdown: string): RichText {
  const parts = markdown.trim().split(/\n{2,}/);
  return {
    version: 2,
    blocks: parts.flatMap((part): readonly Block[] => {
      const lines = part.split("\n");
      return lines.every((line) => ITEM.test(line))
        ? [listOf(lines)]
        : readBlocks(lines);
    }),
  };
}

function listOf(lines: readonly string[]): Block {
  const items = lines.map((line) => readBlocks([line.replace(ITEM, "")]));
  return { kind: "list", ordered: false, start: 1, items };
}

function readBlocks(lines: readonly string[]): readonly Block[] {
  const { body, refused } = readNoteMarkdown(lines);
  if (refused.length > 0)
    throw new Error(`No link may have the address ${refused.join(", ")}.`);
  return body.blocks;
}
