import type { ParagraphStyle } from "@/core/export/docx/plan/styles";
import { themeFontXml } from "./fonts";
import { LABEL } from "@/core/export/docx/plan/front";
import type { Look, StyleOptions } from "./looks";
import {
  BOLD,
  CENTERED,
  CHINESE,
  INK_2,
  KEEP_NEXT,
  size,
  spacing,
  VERMILION,
} from "./style-xml";

const hanging = (width: number) =>
  `<w:ind w:left="${width}" w:hanging="${width}"/>`;

/** The looks of the title page, the imprint and the contents. */
export const frontLooks = ({ fonts, textWidth }: StyleOptions) =>
  ({
    OriginalTitle: {
      name: "Original Title",
      next: "Title",
      p: KEEP_NEXT + spacing(3000, 120) + CENTERED,
      r: size(25) + CHINESE,
    },
    Title: {
      name: "Title",
      next: "TitlePageText",
      p: KEEP_NEXT + spacing(120, 480, 264) + CENTERED,
      r: themeFontXml(fonts, "major") + BOLD + size(44),
    },
    TitlePageText: {
      name: "Title Page Text",
      p: spacing(0, 100) + CENTERED,
      r: size(22),
    },
    DraftNotice: {
      name: "Draft Notice",
      p: spacing(480, 0) + CENTERED,
      r: VERMILION + size(19),
    },
    ImprintHeading: {
      name: "Imprint Heading",
      next: "ImprintText",
      p: KEEP_NEXT + "<w:pageBreakBefore/>" + spacing(0, 200),
      r: themeFontXml(fonts, "major") + BOLD + size(24),
    },
    ImprintText: {
      name: "Imprint Text",
      p: spacing(0, 60, 260) + hanging(Math.round(textWidth * LABEL)),
      r: size(18),
    },
    MetadataLabel: {
      name: "Metadata Label",
      p: spacing(20, 20, 260),
      r: INK_2 + size(18),
    },
    MetadataText: {
      name: "Metadata Text",
      p: spacing(20, 20, 260),
      r: size(18),
    },
    ContentsHeading: {
      name: "Contents Heading",
      p: KEEP_NEXT + "<w:pageBreakBefore/>" + spacing(0, 240),
      r: themeFontXml(fonts, "major") + BOLD + size(28),
    },
  }) satisfies Partial<Record<ParagraphStyle, Look>>;

/** Sizes of headings in half points, with the space before them. */
const HEADINGS = [
  [28, 480],
  [25, 360],
  [23, 280],
  [21, 240],
  [21, 240],
  [21, 240],
] as const;

/** The looks of headings. */
export function headingLooks({ fonts }: StyleOptions) {
  const heading = (level: 1 | 2 | 3 | 4 | 5 | 6): Look => {
    const [height, before] = HEADINGS[level - 1] ?? HEADINGS[5];
    return {
      name: `heading ${level}`,
      next: "BodyText",
      p: `${KEEP_NEXT}<w:keepLines/>${spacing(before, 120, 264)}<w:outlineLvl w:val="${level - 1}"/>`,
      r:
        themeFontXml(fonts, "major") +
        BOLD +
        (level > 4 ? INK_2 : "") +
        size(height),
    };
  };
  return {
    Heading1: heading(1),
    Heading2: heading(2),
    Heading3: heading(3),
    Heading4: heading(4),
    Heading5: heading(5),
    Heading6: heading(6),
    PartHeading: {
      name: "Part Heading",
      basedOn: "Heading1",
      next: "PartText",
      p: "<w:pageBreakBefore/>" + spacing(0, 240, 264),
    },
    SourceHeading: {
      name: "Source Heading",
      p: `${KEEP_NEXT}<w:keepLines/>${spacing(0, 160, 288)}`,
      r: INK_2 + size(22) + CHINESE,
    },
  } satisfies Partial<Record<ParagraphStyle, Look>>;
}
