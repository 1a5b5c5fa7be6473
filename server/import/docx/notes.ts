import { readXml } from "./xml";
import type { ZipArchive } from "./zip";

/** Reads the footnotes or endnotes of a Word file: their words by id; the rules between text and notes are none. */
export async function readNotes(
  archive: ZipArchive,
  part: string,
): Promise<ReadonlyMap<string, string>> {
  const notes = new Map<string, string>();
  let id: string | null = null;
  let text = "";
  let taking = false;
  await readXml(archive, part, {
    open: ({ name, isWord, attributes }) => {
      if (!isWord) return;
      if (name === "footnote" || name === "endnote") {
        id = /separator|notice/i.test(attributes["type"] ?? "")
          ? null
          : (attributes["id"] ?? null);
        text = "";
      }
      if (name === "t") taking = true;
      if (name === "p" && text !== "") text += " ";
      if (name === "tab") text += " ";
    },
    close: (name) => {
      if (name === "t") taking = false;
      if ((name === "footnote" || name === "endnote") && id !== null)
        notes.set(id, text.replace(/\s+/g, " ").trim());
    },
    text: (piece) => {
      if (taking) text += piece;
    },
  });
  return notes;
}
