import type { Paper } from "@/core/export/options";
import type { DocxSection } from "@/core/export/docx/plan/blocks";
import { ARABIC } from "./settings";

/** Sizes of paper in twips, twentieths of a point. */
const SIZES: Readonly<
  Record<Paper, { readonly width: number; readonly height: number }>
> = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
};

/** The space left and right of the text; the numbers of paragraphs stand in the left one. */
const SIDE = 1418;

/** The width of the text on a page. */
export const textWidth = (paper: Paper) => SIZES[paper].width - 2 * SIDE;

/** The relationships of the parts at the head and foot of pages. */
export const PAGE_PARTS = {
  oddHeader: "header1",
  evenHeader: "header2",
  footer: "footer1",
} as const;

const reference = (part: "header" | "footer", type: string, id: string) =>
  `<w:${part}Reference w:type="${type}" r:id="${id}"/>`;

// A section without references has the head and foot of the one before it; the first pages have no head at all.
const FOOT =
  reference("footer", "default", PAGE_PARTS.footer) +
  reference("footer", "even", PAGE_PARTS.footer);
const heads = (odd: string) =>
  reference("header", "default", odd) +
  reference("header", "even", PAGE_PARTS.evenHeader);

const KINDS: Readonly<
  Record<
    DocxSection["kind"],
    { readonly parts: string; readonly start: string; readonly pages: string }
  >
> = {
  front: {
    parts: FOOT,
    start: "nextPage",
    pages: '<w:pgNumType w:fmt="lowerRoman"/>',
  },
  body: {
    parts: heads(PAGE_PARTS.oddHeader),
    start: "nextPage",
    pages: '<w:pgNumType w:fmt="decimal" w:start="1"/>',
  },
  back: {
    // No chapter of the text goes on here.
    parts: heads(PAGE_PARTS.evenHeader),
    start: "nextPage",
    pages: '<w:pgNumType w:fmt="decimal"/>',
  },
  continued: {
    parts: "",
    start: "continuous",
    pages: '<w:pgNumType w:fmt="decimal"/>',
  },
};

/** Writes how the pages of a section are laid out. */
export function sectionXml(
  { kind, columns }: DocxSection,
  paper: Paper,
): string {
  const { parts, start, pages } = KINDS[kind];
  const { width, height } = SIZES[paper];
  return [
    "<w:sectPr>",
    parts,
    `<w:endnotePr>${ARABIC}</w:endnotePr>`,
    `<w:type w:val="${start}"/>`,
    `<w:pgSz w:w="${width}" w:h="${height}"/>`,
    `<w:pgMar w:top="1474" w:right="${SIDE}" w:bottom="1361" w:left="${SIDE}" w:header="737" w:footer="680" w:gutter="0"/>`,
    pages,
    `<w:cols w:num="${columns}" w:space="425"/>`,
    // The title page shows no number.
    kind === "front" ? "<w:titlePg/>" : "",
    "</w:sectPr>",
  ].join("");
}
