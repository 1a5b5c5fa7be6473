import { AppError } from "@/core/errors";
import type { SourceBlock } from "@/core/source/block";
import { DocumentReader } from "./docx/document-reader";
import { readNotes } from "./docx/notes";
import { NumberingCounter, readNumbering } from "./docx/numbering";
import { readStyles } from "./docx/styles";
import { readXml } from "./docx/xml";
import { ZipArchive } from "./docx/zip";

/**
 * Reads a Word file into blocks: headings by style, markers counted as Word counts them, tables with their merged
 * cells, notes and text boxes as text. Pictures, comments and what was deleted are left out.
 */
export async function readDocx(
  bytes: Uint8Array,
): Promise<readonly SourceBlock[]> {
  const archive = ZipArchive.open(bytes);
  const main = await findMain(archive);
  if (main === null) throw new AppError("invalid", "source_unsupported");
  const parts = await readRelations(archive, main);
  const part = (kind: string, otherwise: string) =>
    parts.get(kind) ?? resolve(main, otherwise);
  const styles = await readStyles(archive, part("styles", "styles.xml"));
  const numbering = await readNumbering(
    archive,
    part("numbering", "numbering.xml"),
  );
  const footnotes = await readNotes(
    archive,
    part("footnotes", "footnotes.xml"),
  );
  const endnotes = await readNotes(archive, part("endnotes", "endnotes.xml"));
  const counter = new NumberingCounter(numbering, (style) =>
    styles.numOfStyle(style),
  );
  const reader = new DocumentReader(styles, counter, footnotes, endnotes);
  await readXml(archive, main, {
    open: (element) => reader.open(element),
    close: (name, isWord) => reader.close(name, isWord),
    text: (text) => reader.text(text),
  });
  return reader.blocks;
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
