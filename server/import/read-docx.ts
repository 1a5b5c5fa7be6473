import { AppError } from "@/core/errors";
import type { SourceBlock } from "@/core/source/block";
import {
  DocumentReader,
  type Notes,
  type References,
} from "./docx/document-reader";
import { NoteCounter, readNoteNumbering } from "./docx/notes/note-numbering";
import { NumberingCounter, readNumbering } from "./docx/numbers/numbering";
import { readStyles } from "./docx/styles";
import { readXml } from "./docx/xml";
import { ZipArchive } from "./docx/zip";

/**
 * Reads a Word file into blocks as Word shows it with all changes accepted: headings by style, markers counted as Word
 * counts them, tables with their merged cells, notes and text boxes as text. What is left out or cannot be read is
 * remarked on (docs/specs/source-structure.md).
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<readonly SourceBlock[]> {
  const archive = ZipArchive.open(bytes);
  const main = await findMain(archive);
  if (main === null) throw new AppError("invalid", "source_unsupported");
  const parts = await readRelations(archive, main);
  const part = (kind: string) =>
    parts.get(kind) ?? resolve(main, `${kind}.xml`);
  const styles = await readStyles(archive, part("styles"));
  const numbering = await readNumbering(archive, part("numbering"));
  const newReader = (references: References | null) =>
    new DocumentReader(
      styles,
      new NumberingCounter(numbering, (style) => styles.numOfStyle(style)),
      references,
    );
  const notesOf = async (kind: string): Promise<Notes> => {
    const reader = newReader(null);
    await readPart(archive, part(kind), reader);
    return reader.notes;
  };
  const footnotes = await notesOf("footnotes");
  const endnotes = await notesOf("endnotes");
  // Sections say at their end how their notes are numbered, so they are read first.
  const rules =
    footnotes.size + endnotes.size === 0
      ? { footnotes: [], endnotes: [] }
      : await readNoteNumbering(archive, part("settings"), main);
  const reader = newReader({
    footnotes: { notes: footnotes, counter: new NoteCounter(rules.footnotes) },
    endnotes: { notes: endnotes, counter: new NoteCounter(rules.endnotes) },
    comments: await notesOf("comments"),
  });
  await readPart(archive, main, reader);
  return reader.blocks;
}

async function readPart(
  archive: ZipArchive,
  part: string,
  reader: DocumentReader,
): Promise<void> {
  await readXml(archive, part, {
    open: (element) => reader.open(element),
    close: (name, isWord) => reader.close(name, isWord),
    text: (text) => reader.text(text),
  });
  reader.end();
}

async function findMain(archive: ZipArchive): Promise<string | null> {
  if (!archive.has("[Content_Types].xml")) return null;
  const named =
    (await readRelations(archive, "")).get("officeDocument") ??
    "word/document.xml";
  // Workbooks and presentations are packed the same way.
  return archive.has(named) && /(?:^|\/)document\d*\.xml$/.test(named)
    ? named
    : null;
}

/** The parts that a part refers to, by the last word of their relation's type. */
async function readRelations(
  archive: ZipArchive,
  part: string,
): Promise<ReadonlyMap<string, string>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const relations = new Map<string, string>();
  await readXml(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: ({ name, attributes }) => {
      if (name !== "Relationship" || attributes["TargetMode"] === "External")
        return;
      const kind = (attributes["Type"] ?? "").split("/").at(-1) ?? "";
      relations.set(kind, resolve(part, attributes["Target"] ?? ""));
    },
    close: () => {},
    text: () => {},
  });
  return relations;
}

function resolve(part: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = part.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}
