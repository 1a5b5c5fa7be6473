import type { DocxComment } from "@/core/export/docx/plan/comments";
import { writeParagraph } from "./paragraphs";
import type { Part } from "./part";
import { escapeXml } from "@/core/export/xml";
import { rootXml } from "./xml";

const SIGN =
  '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>';

/** Writes the part of a document that holds its comments. */
export function writeComments(
  comments: readonly DocxComment[],
  part: Part,
): string {
  const written = comments.map(({ author, date, paragraphs }, id) => {
    const text = paragraphs.map((paragraph, index) =>
      writeParagraph(paragraph, part, index === 0 ? { before: SIGN } : {}),
    );
    return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${date.slice(0, 19)}Z" w:initials="${escapeXml(initials(author))}">${text.join("")}</w:comment>`;
  });
  return rootXml("w:comments", written.join(""));
}

/** The first letters of a name, as Word shows them beside a comment; of a Chinese name, all of it. */
const initials = (author: string) =>
  author
    .split(/\s+/u)
    .map((word) => (/\p{Script=Han}/u.test(word) ? word : [...word][0]))
    .join("")
    .slice(0, 9);
