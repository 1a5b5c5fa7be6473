import { AlignmentType, BorderStyle, LineRuleType, type Document } from "docx";
import { SOURCE_LANGUAGE, TARGET_LANGUAGE } from "@/core/editions/edition";

type Styles = NonNullable<ConstructorParameters<typeof Document>[0]["styles"]>;

// Fonts that Word has on every system, Chinese ones included; nothing is embedded.
const LATIN = "Times New Roman";
const EAST_ASIAN = "SimSun";
const FONT = {
  ascii: LATIN,
  hAnsi: LATIN,
  cs: LATIN,
  eastAsia: EAST_ASIAN,
} as const;
const INK_2 = "5C544A";
const VERMILION = "93270F";

const ENGLISH = { value: TARGET_LANGUAGE, eastAsia: SOURCE_LANGUAGE } as const;
const CHINESE = { value: SOURCE_LANGUAGE, eastAsia: SOURCE_LANGUAGE } as const;

/**
 * How Chinese runs are tagged: their language, and that quotation marks, which both scripts share, are East Asian ones.
 * The font itself stays with the style.
 */
export const CHINESE_RUN = {
  language: CHINESE,
  font: { hint: "eastAsia" },
} as const;
export const ENGLISH_RUN = { language: ENGLISH } as const;

/** The height of lines in 240ths of a line. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

const heading = (size: number, before: number) => ({
  basedOn: "Normal",
  next: "BodyText",
  quickFormat: true,
  run: { size, bold: true, color: "000000", font: FONT },
  paragraph: {
    keepNext: true,
    keepLines: true,
    spacing: { before, after: 100, ...lines(264) },
  },
});

const text = (id: string, name: string, after: number, more: object = {}) => ({
  id,
  name,
  basedOn: "Normal",
  quickFormat: true,
  paragraph: { spacing: { after }, widowControl: true },
  ...more,
});

/** The styles of an exported Word document: everything that can be seen comes from them. */
export const STYLES: Styles = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: ENGLISH },
      paragraph: { spacing: lines(288) },
    },
    title: {
      basedOn: "Normal",
      next: "BodyText",
      quickFormat: true,
      run: { size: 40, bold: true, color: "000000", font: FONT },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 120, after: 200, ...lines(264) },
        keepNext: true,
      },
    },
    heading1: heading(27, 420),
    heading2: heading(24, 320),
    heading3: heading(22, 260),
    heading4: heading(21, 220),
    heading5: heading(21, 220),
    heading6: heading(21, 220),
    footnoteText: {
      quickFormat: true,
      run: { size: 18, font: FONT },
      paragraph: { spacing: { after: 40, ...lines(252) } },
    },
    footnoteReference: {
      quickFormat: true,
      run: { superScript: true, color: VERMILION },
    },
  },
  paragraphStyles: [
    text("OriginalTitle", "Original Title", 0, {
      run: { size: 24, color: INK_2, language: CHINESE },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 1200, after: 60 },
        keepNext: true,
      },
    }),
    text("DraftNotice", "Draft Notice", 0, {
      run: { size: 18, color: VERMILION },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { before: 60, after: 360 },
      },
    }),
    text("MetadataLabel", "Metadata Label", 20, {
      run: { size: 19, color: INK_2 },
      paragraph: { spacing: { before: 20, after: 20 } },
    }),
    text("MetadataText", "Metadata Text", 20, {
      run: { size: 19 },
      paragraph: { spacing: { before: 20, after: 20 } },
    }),
    text("ContentsHeading", "Contents Heading", 120, {
      run: { size: 22, bold: true },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    }),
    text("ColumnHeading", "Column Heading", 40, {
      run: { size: 17, color: INK_2 },
      paragraph: { spacing: { before: 40, after: 40 }, keepNext: true },
    }),
    // A line of no height with which the text begins a new page; a table cannot do so itself.
    text("BodyStart", "Body Start", 0, {
      quickFormat: false,
      run: { size: 2 },
      paragraph: {
        pageBreakBefore: true,
        spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT },
      },
    }),
    text("BodyText", "Body Text", 140),
    text("NumberedParagraph", "Numbered Paragraph", 140, {
      basedOn: "BodyText",
    }),
    text("ItemParagraph", "Item Paragraph", 140, {
      basedOn: "BodyText",
      paragraph: { indent: { left: 284 }, spacing: { after: 140 } },
    }),
    text("ListText", "List Text", 60, { basedOn: "BodyText" }),
    text("TableText", "Table Text", 20, {
      run: { size: 19 },
      paragraph: { spacing: { before: 20, after: 20, ...lines(252) } },
    }),
    text("SourceText", "Source Text", 140, {
      run: { size: 20, language: CHINESE },
      paragraph: { spacing: { after: 140, ...lines(300) } },
    }),
    text("SourceHeading", "Source Heading", 100, {
      run: { size: 23, bold: true, language: CHINESE },
      paragraph: {
        keepNext: true,
        keepLines: true,
        spacing: { before: 420, after: 100, ...lines(288) },
      },
    }),
    text("Untranslated", "Untranslated", 140, {
      run: { size: 20, color: INK_2, language: CHINESE },
      paragraph: {
        indent: { left: 227 },
        spacing: { after: 140 },
        border: {
          left: {
            style: BorderStyle.SINGLE,
            size: 12,
            space: 8,
            color: VERMILION,
          },
        },
      },
    }),
    text("FootnoteList", "Footnote List", 40, {
      basedOn: "FootnoteText",
      paragraph: { indent: { left: 340 }, spacing: { after: 40 } },
    }),
    ...[1, 2, 3].map((level) =>
      text(`TOC${level}`, `toc ${level}`, 60, {
        quickFormat: false,
        run: { size: 20 },
        paragraph: {
          indent: { left: 284 * level, hanging: 284, right: 567 },
          spacing: { after: 60, ...lines(252) },
        },
      }),
    ),
    text("Header", "header", 0, {
      quickFormat: false,
      run: { size: 17, italics: true, color: INK_2 },
      paragraph: { alignment: AlignmentType.CENTER },
    }),
    text("Footer", "footer", 0, {
      quickFormat: false,
      run: { size: 17, color: INK_2 },
      paragraph: { alignment: AlignmentType.CENTER },
    }),
  ],
  characterStyles: [
    {
      id: "UntranslatedMark",
      name: "Untranslated Mark",
      quickFormat: true,
      run: { size: 17, bold: true, color: VERMILION, language: ENGLISH },
    },
    {
      id: "SuppliedWords",
      name: "Supplied Words",
      quickFormat: true,
      run: { color: INK_2 },
    },
  ],
};
