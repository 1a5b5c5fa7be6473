import type { DocxLanguage, DocxSpan } from "@/core/export/docx/plan/blocks";
import { placeAnchor } from "@/core/export/docx/plan/places";
import type { NoteSpan, TextSpan } from "@/core/export/spans";
import { writeMark, writeRepeat, writeSeparator } from "./references";
import { countRun, linkId, type Part } from "./part";
import { escapeXml } from "@/core/export/xml";

/** Writes the spans of a line as runs, those with one address together as one link. */
export function writeSpans(
  spans: readonly DocxSpan[],
  language: DocxLanguage,
  part: Part,
): string {
  let xml = "";
  let link: string | null = null;
  for (const span of spans) {
    const href = span.kind === "text" ? span.href : null;
    const id = href === null ? null : linkId(part, href);
    if (id !== link) {
      if (link !== null) xml += "</w:hyperlink>";
      if (id !== null) xml += `<w:hyperlink r:id="${id}" w:history="1">`;
      link = id;
    }
    xml += writeSpan(span, language, part);
  }
  return link === null ? xml : `${xml}</w:hyperlink>`;
}

function writeSpan(span: DocxSpan, language: DocxLanguage, part: Part): string {
  countRun(part);
  switch (span.kind) {
    case "text":
      return writeText(span, language, part);
    case "note":
      return writeNote(span, part);
    case "break":
      return "<w:r><w:br/></w:r>";
    case "tab":
      return "<w:r><w:tab/></w:r>";
    case "styled":
      return textRun(
        `<w:rStyle w:val="${span.style}"/>${languageXml("en", part)}`,
        escapeXml(span.text),
      );
    case "place":
      return writePlace(span.number, part);
  }
}

/** A run with its properties, which stand in the order of the schema; `text` is written as it is. */
export const textRun = (properties: string, text: string) =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

function writeText(span: TextSpan, language: DocxLanguage, part: Part): string {
  const isChinese = language === "zh" || span.isChinese;
  const properties =
    styleXml(span) +
    // Quotation marks, which both scripts share, are East Asian ones here. The font itself stays with the style.
    (isChinese ? '<w:rFonts w:hint="eastAsia"/>' : "") +
    (span.bold ? "<w:b/><w:bCs/>" : "") +
    (span.italic ? "<w:i/><w:iCs/>" : "") +
    (span.position === null ? "" : `<w:vertAlign w:val="${span.position}"/>`) +
    languageXml(isChinese ? "zh" : "en", part);
  return textRun(properties, escapeXml(span.text));
}

function styleXml({ href, supplied }: TextSpan): string {
  if (href !== null) return '<w:rStyle w:val="Hyperlink"/>';
  return supplied ? '<w:rStyle w:val="SuppliedWords"/>' : "";
}

/** The language of a run, for spelling, hyphenation and the choice of a font. */
export const languageXml = (language: DocxLanguage, { document }: Part) =>
  `<w:lang w:val="${language === "zh" ? "zh-CN" : document.english}" w:eastAsia="zh-CN"/>`;

/** The number of a paragraph, which leads there where it begins somewhere in the document. */
function writePlace(number: number, part: Part): string {
  const run = textRun(languageXml("en", part), String(number));
  return part.document.plan.places.has(number)
    ? `<w:hyperlink w:anchor="${placeAnchor(number)}" w:history="1">${run}</w:hyperlink>`
    : run;
}

function writeNote(
  { number, side, reference, isBehindNote }: NoteSpan,
  part: Part,
): string {
  const isNote =
    reference === 1 && part.document.plan.notes.sides.get(number) === side;
  return (
    (isBehindNote ? writeSeparator(part) : "") +
    (isNote ? writeMark(number, part) : writeRepeat(number, part))
  );
}
