import { hang, opensWithParagraph, writeBlocks } from "./blocks";
import { noteAnchor, noteLabel } from "./inline";
import type { PrintedNote } from "@/core/export/printed";
import { NOTES } from "@/core/export/wording";

/** Writes the definitions of footnotes, one for each note, their later lines indented. */
export function writeMarkdownNotes(
  notes: readonly PrintedNote[],
): readonly string[] {
  return notes.map((note) => {
    const isLinked = note.marks.target + note.marks.source > 1;
    const [head = "", ...lines] = writeNote(note, isLinked).split("\n");
    return [
      `${noteLabel(note.number)}: ${head}`.trimEnd(),
      ...lines.map((line) => (line === "" ? "" : `    ${line}`)),
    ].join("\n");
  });
}

/** Writes the notes as a list at the end, to which all numbers in the text lead. */
export function writeMarkdownEndnotes(
  notes: readonly PrintedNote[],
): readonly string[] {
  if (notes.length === 0) return [];
  const items = notes.map((note) =>
    hang(`${note.number}. `, writeNote(note, true)),
  );
  return [`## ${NOTES}`, items.join("\n")];
}

/** The words of a note, behind what links from other places lead to: an element that GitHub and pandoc both keep. */
function writeNote(note: PrintedNote, isLinked: boolean): string {
  const written = writeBlocks(note.blocks);
  const anchor = isLinked
    ? `<span id="${noteAnchor(note.number)}"></span>`
    : "";
  // A list or a table needs a line of its own.
  return opensWithParagraph(note.blocks)
    ? `${anchor}${written}`
    : `${anchor}\n\n${written}`;
}
