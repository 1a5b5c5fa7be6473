import { writeBlocks } from "./markdown-blocks";
import { noteAnchor, noteLabel } from "./markdown-inline";
import type { PrintedNote } from "./printed";

/** Writes the definitions of footnotes, one for each note, their later lines indented. */
export function writeMarkdownNotes(
  notes: readonly PrintedNote[],
): readonly string[] {
  return notes.map((note) => {
    const [first = "", ...rest] = writeBlocks(note.blocks).split("\n");
    // A list or a table needs a line of its own; empty blocks are not written.
    const opening = note.blocks.find((block) => writeBlocks([block]) !== "");
    const opensWithText = opening?.kind === "paragraph";
    const head = `${anchor(note)}${opensWithText ? first : ""}`;
    const lines = opensWithText ? rest : ["", first, ...rest];
    return [
      `${noteLabel(note.number)}: ${head}`.trimEnd(),
      ...lines.map((line) => (line === "" ? "" : `    ${line}`)),
    ].join("\n");
  });
}

/** What links from other places lead to; an element that GitHub and pandoc both keep. */
function anchor({ number, marks }: PrintedNote): string {
  return marks.target + marks.source > 1
    ? `<span id="${noteAnchor(number)}"></span>`
    : "";
}
