import type { DocxList, DocxParagraph } from "@/core/export/docx/plan/blocks";
import { placeAnchor } from "@/core/export/docx/plan/places";
import type { Document, Part } from "./part";
import { writeSpans } from "./runs";

/** Writes a paragraph; `section` ends a section behind it, `before` stands before its words. */
export function writeParagraph(
  paragraph: DocxParagraph,
  part: Part,
  { section = "", before = "" } = {},
): string {
  const { style, language, spans, list } = paragraph;
  const runs = before + writeSpans(spans, language, part);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${listXml(list, part)}${section}</w:pPr>${commented(paragraph, named(paragraph, runs, part))}</w:p>`;
}

/** The number of the bullets in the numbering part; lists with numbers follow it. */
export const BULLETS = 1;

function listXml(list: DocxList | null, { document }: Part): string {
  if (list === null) return "";
  return `<w:numPr><w:ilvl w:val="${list.depth}"/><w:numId w:val="${listNumber(list, document)}"/></w:numPr>`;
}

function listNumber(list: DocxList, { lists }: Document): number {
  if (list.start === null) return BULLETS;
  const number = lists.get(list) ?? BULLETS + 1 + lists.size;
  lists.set(list, number);
  return number;
}

/** Gives the place its name, for links and cross-references. */
function named(
  { place, anchor }: DocxParagraph,
  runs: string,
  { document }: Part,
): string {
  const name = place === null ? anchor : placeAnchor(place);
  if (name === null) return runs;
  document.bookmarks += 1;
  const id = document.bookmarks;
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
}

function commented({ comments }: DocxParagraph, runs: string): string {
  if (comments.length === 0) return runs;
  const starts = comments.map((id) => `<w:commentRangeStart w:id="${id}"/>`);
  const ends = comments.map(
    (id) =>
      `<w:commentRangeEnd w:id="${id}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`,
  );
  return starts.join("") + runs + ends.join("");
}
