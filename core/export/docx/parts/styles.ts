import type {
  CharacterStyle,
  ParagraphStyle,
} from "@/core/export/docx/plan/styles";
import {
  BACK_LOOKS,
  NOTE_LOOKS,
  pageLooks,
  type PageStyle,
} from "./back-looks";
import { themeFontXml } from "./fonts";
import { frontLooks, headingLooks } from "./front-looks";
import type { Look, StyleOptions } from "./looks";
import {
  BOLD,
  characterStyle,
  INK_2,
  ITALIC,
  paragraphStyle,
  size,
  spacing,
  VERMILION,
} from "./style-xml";
import { TABLE_STYLES } from "./table-styles";
import { textLooks } from "./text-looks";
import { rootXml } from "./xml";

/** Writes the styles of a document: all that can be seen of it comes from them and from its theme. */
export function writeStyles(options: StyleOptions): string {
  const looks = Object.entries(paragraphLooks(options));
  return rootXml(
    "w:styles",
    `<w:docDefaults><w:rPrDefault><w:rPr>${themeFontXml(options.fonts, "minor")}${size(21)}<w:lang w:val="${options.english}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${spacing(0, 0, 288)}</w:pPr></w:pPrDefault></w:docDefaults>` +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
      looks.map(([id, look]) => paragraphStyle({ id, ...look })).join("") +
      Object.entries(CHARACTERS)
        .map(([id, { name, r }]) => characterStyle(id, name, r))
        .join("") +
      TABLE_STYLES,
  );
}

function paragraphLooks(
  options: StyleOptions,
): Readonly<Record<ParagraphStyle | PageStyle, Look>> {
  return {
    ...frontLooks(options),
    ...headingLooks(options),
    ...textLooks(options),
    ...NOTE_LOOKS,
    ...BACK_LOOKS,
    ...pageLooks(options),
  };
}

type TextCharacterStyle =
  | CharacterStyle
  | "Hyperlink"
  | "SuppliedWords"
  | `${"Footnote" | "Endnote" | "Comment"}Reference`;

const RAISED = `${VERMILION}<w:vertAlign w:val="superscript"/>`;

const CHARACTERS: Readonly<
  Record<TextCharacterStyle, { readonly name: string; readonly r: string }>
> = {
  UntranslatedMark: {
    name: "Untranslated Mark",
    r: BOLD + VERMILION + size(17),
  },
  UnapprovedMark: { name: "Unapproved Mark", r: VERMILION + size(17) },
  ParagraphNumber: { name: "Paragraph Number", r: INK_2 + size(15) },
  ImprintLabel: { name: "Imprint Label", r: INK_2 },
  Pinyin: { name: "Pinyin", r: `${ITALIC}<w:noProof/>` },
  Hyperlink: {
    name: "Hyperlink",
    r: '<w:color w:val="1F4E79" w:themeColor="hyperlink"/><w:u w:val="single"/>',
  },
  SuppliedWords: { name: "Supplied Words", r: INK_2 },
  FootnoteReference: { name: "footnote reference", r: RAISED },
  EndnoteReference: { name: "endnote reference", r: RAISED },
  CommentReference: { name: "annotation reference", r: size(16) },
};
