import type { ParagraphStyle } from "@/core/export/docx/plan/styles";
import type { Look, StyleOptions } from "./looks";
import { CHINESE, INK_2, KEEP_NEXT, size, spacing } from "./style-xml";

/** How far the first lines of running text reach into the margin, for their numbers. */
const MARGIN = 680;

/** The looks of running text in both languages. */
export function textLooks({ layout }: StyleOptions) {
  const isParallel = layout === "parallel";
  // Beside each other the texts have a column for their numbers; else their first lines begin in the margin.
  const into = isParallel
    ? ""
    : `<w:tabs><w:tab w:val="left" w:pos="0"/></w:tabs>`;
  const hang = (left = 0) =>
    isParallel
      ? `<w:ind w:left="${left}"/>`
      : `<w:ind w:left="${left}" w:hanging="${MARGIN + left}"/>`;
  const bar =
    '<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="93270F"/></w:pBdr>';
  const both = '<w:jc w:val="both"/>';
  return {
    BodyText: {
      name: "Body Text",
      p: into + spacing(0, 140) + hang() + (layout === "annotated" ? both : ""),
    },
    NumberedParagraph: { name: "Numbered Paragraph", basedOn: "BodyText" },
    ItemParagraph: {
      name: "Item Paragraph",
      basedOn: "BodyText",
      p: hang(284),
    },
    UnapprovedText: {
      name: "Unapproved Text",
      basedOn: "BodyText",
      p: bar,
    },
    Untranslated: {
      name: "Untranslated",
      basedOn: "BodyText",
      p: bar + both,
      r: INK_2 + CHINESE,
    },
    SourceText: {
      name: "Source Text",
      p: spacing(0, 140, 300) + both,
      r: size(20) + CHINESE,
    },
    SourceAbove: {
      name: "Source Above",
      basedOn: "SourceText",
      next: "BodyText",
      p: into + spacing(120, 60, 300) + hang(),
      r: INK_2,
    },
    PartText: { name: "Part Text", p: spacing(0, 140) },
    ListText: { name: "List Text", p: spacing(0, 60) },
    TableText: { name: "Table Text", p: spacing(20, 20, 260), r: size(19) },
    ColumnHeading: {
      name: "Column Heading",
      p: KEEP_NEXT + spacing(40, 40, 240),
      r: INK_2 + size(17),
    },
  } satisfies Partial<Record<ParagraphStyle, Look>>;
}
