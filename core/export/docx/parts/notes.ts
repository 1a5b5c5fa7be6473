import type { DocxNotes } from "@/core/export/docx/plan/notes";
import { writeParagraph } from "./paragraphs";
import type { Part } from "./part";
import { referenceStyle } from "./references";
import { rootXml } from "./xml";

/** Writes the part of a document that holds its footnotes or its endnotes. */
export function writeNotes(
  { kind, notes }: Omit<DocxNotes, "sides">,
  part: Part,
): string {
  const written = notes.map(({ number, paragraphs }) => {
    const before = `<w:r><w:rPr><w:rStyle w:val="${referenceStyle(kind)}"/></w:rPr><w:${kind}Ref/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>`;
    const text = paragraphs.map((paragraph, index) =>
      writeParagraph(paragraph, part, index === 0 ? { before } : {}),
    );
    return `<w:${kind} w:id="${number}">${text.join("")}</w:${kind}>`;
  });
  return rootXml(
    `w:${kind}s`,
    line(kind, -1, "separator") +
      line(kind, 0, "continuationSeparator") +
      written.join(""),
  );
}

/** The line between the text and its notes. */
const line = (kind: DocxNotes["kind"], id: number, type: string) =>
  `<w:${kind} w:type="${type}" w:id="${id}"><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:${kind}>`;
