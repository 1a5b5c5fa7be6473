import type { ParagraphStyle } from "@/core/export/docx/plan/styles";
import type { Look, StyleOptions } from "./looks";
import { CENTERED, INK_2, size, spacing } from "./style-xml";

const note = { p: spacing(0, 40, 252), r: size(18) } as const;
const noteList = { p: '<w:ind w:left="340"/>', isQuiet: true } as const;

/** The looks of notes and comments. */
export const NOTE_LOOKS = {
  FootnoteText: { name: "footnote text", isQuiet: true, ...note },
  FootnoteList: { name: "Footnote List", basedOn: "FootnoteText", ...noteList },
  EndnoteText: { name: "endnote text", isQuiet: true, ...note },
  EndnoteList: { name: "Endnote List", basedOn: "EndnoteText", ...noteList },
  CommentText: { name: "annotation text", isQuiet: true, r: size(20) },
} satisfies Partial<Record<ParagraphStyle, Look>>;

/** The looks of what stands behind the text. */
export const BACK_LOOKS = {
  GlossaryText: {
    name: "Glossary Text",
    p: spacing(20, 20, 260),
    r: size(19),
  },
  GlossaryDetail: {
    name: "Glossary Detail",
    basedOn: "GlossaryText",
    r: INK_2 + size(17),
  },
  IndexEntry: {
    name: "Index Entry",
    p: `<w:keepLines/>${spacing(0, 60, 260)}<w:ind w:left="284" w:hanging="284"/>`,
    r: size(19),
  },
  AbbreviationEntry: {
    name: "Abbreviation Entry",
    p: `<w:tabs><w:tab w:val="left" w:pos="1701"/></w:tabs>${spacing(0, 60, 260)}<w:ind w:left="1701" w:hanging="1701"/>`,
    r: size(19),
  },
  Gap: {
    name: "Gap",
    isQuiet: true,
    p: '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>',
    r: size(2),
  },
} satisfies Partial<Record<ParagraphStyle, Look>>;

/** The styles that no plan names: of heads, feet and contents. */
export type PageStyle = "Header" | "Footer" | `TOC${1 | 2 | 3}`;

/** The looks of heads, feet and contents. */
export function pageLooks({ textWidth }: StyleOptions) {
  const toEnd = `<w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>`;
  const entry = (level: 1 | 2 | 3): Look => ({
    name: `toc ${level}`,
    isQuiet: true,
    p: `${toEnd}${spacing(level === 1 ? 80 : 0, 40, 252)}<w:ind w:left="${284 * level}" w:right="567" w:hanging="284"/>`,
    r: size(20),
  });
  return {
    Header: {
      name: "header",
      isQuiet: true,
      p: toEnd,
      r: INK_2 + size(17),
    },
    Footer: {
      name: "footer",
      isQuiet: true,
      p: CENTERED,
      r: INK_2 + size(17),
    },
    TOC1: entry(1),
    TOC2: entry(2),
    TOC3: entry(3),
  } satisfies Record<PageStyle, Look>;
}
