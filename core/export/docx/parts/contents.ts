import type { DocxEntry } from "@/core/export/docx/plan/blocks";
import type { Part } from "./part";
import { writeField } from "./references";
import { languageXml, textRun } from "./runs";
import { escapeXml } from "@/core/export/xml";

const plainRun = (content: string) => `<w:r>${content}</w:r>`;
const fieldPart = (type: string, more = "") =>
  `<w:r><w:fldChar w:fldCharType="${type}"${more}/></w:r>`;

/**
 * Writes the field that lists the headings, filled in. It is marked as not up to date: the pages are known only once Word has
 * laid the text out, and until then no page is given.
 */
export function writeContents(
  entries: readonly DocxEntry[],
  part: Part,
): string {
  // Headings of three levels (\o), as links (\h), by their outline levels too (\u): those of parts are no "heading 1".
  const opening =
    fieldPart("begin", ' w:dirty="true"') +
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>' +
    fieldPart("separate");
  const lines = entries.map((entry, index) => {
    const before = index === 0 ? opening : "";
    const after = index === entries.length - 1 ? fieldPart("end") : "";
    return `<w:p><w:pPr><w:pStyle w:val="TOC${entry.level}"/></w:pPr>${before}${writeEntry(entry, part)}${after}</w:p>`;
  });
  return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${lines.join("")}</w:sdtContent></w:sdt>`;
}

function writeEntry({ anchor, language, text }: DocxEntry, part: Part): string {
  const hint = language === "zh" ? '<w:rFonts w:hint="eastAsia"/>' : "";
  const words = textRun(hint + languageXml(language, part), escapeXml(text));
  const page = writeField(`PAGEREF ${anchor} \\h`, "<w:t></w:t>", plainRun);
  return `<w:hyperlink w:anchor="${anchor}" w:history="1">${words}${plainRun("<w:tab/>")}${page}</w:hyperlink>`;
}
