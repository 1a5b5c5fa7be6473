import type { DocxPlan } from "@/core/export/docx/plan/plan";
import { writeField } from "./references";
import { escapeXml } from "@/core/export/xml";
import { rootXml } from "./xml";

const run = (content: string) => `<w:r>${content}</w:r>`;
const words = (text: string) =>
  `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;

const page = (name: "hdr" | "ftr", style: string, content: string) =>
  rootXml(
    `w:${name}`,
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${content}</w:p>`,
  );

/** The head of left pages: what the document is called, and which edition of it this is. */
export const writeEvenHeader = ({ runningTitle, edition }: DocxPlan) =>
  page(
    "hdr",
    "Header",
    run(words(runningTitle)) + run("<w:tab/>") + run(words(edition)),
  );

/**
 * The head of right pages: the heading of the first level that the page is under, by its level and not by the name of its
 * style, which is another one in every language of Word. Programs that do not know the field show the title.
 */
export function writeOddHeader(plan: DocxPlan): string {
  const { runningTitle, edition, hasChapters } = plan;
  const title = hasChapters
    ? writeField("STYLEREF 1", words(runningTitle), run)
    : run(words(runningTitle));
  return page("hdr", "Header", title + run("<w:tab/>") + run(words(edition)));
}

/** The foot of all pages: their numbers. */
export const writeFooter = () =>
  page("ftr", "Footer", writeField("PAGE", "<w:t>1</w:t>", run));
