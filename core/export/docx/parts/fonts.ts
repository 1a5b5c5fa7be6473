import type { FontStyle } from "@/core/export/options";
import { rootXml } from "./xml";

/** A font, the one that stands in for it where it is not installed, and its kind, by which a program finds others. */
type Font = {
  readonly name: string;
  readonly instead: string;
  readonly family: "roman" | "swiss";
  readonly charset: string;
};

type Fonts = { readonly latin: Font; readonly chinese: Font };

// Nothing is embedded: Latin fonts that every system has, and Chinese ones for which Word finds its own.
const FONTS: Readonly<Record<FontStyle, Fonts>> = {
  serif: {
    latin: {
      name: "Times New Roman",
      instead: "Liberation Serif",
      family: "roman",
      charset: "00",
    },
    chinese: {
      name: "Noto Serif CJK SC",
      instead: "SimSun",
      family: "roman",
      charset: "86",
    },
  },
  sans: {
    latin: {
      name: "Arial",
      instead: "Liberation Sans",
      family: "swiss",
      charset: "00",
    },
    chinese: {
      name: "Noto Sans CJK SC",
      instead: "Microsoft YaHei",
      family: "swiss",
      charset: "86",
    },
  },
};

/** The fonts of the theme, with their names for programs that know no themes. */
export function themeFontXml(fonts: FontStyle, part: "major" | "minor") {
  const { latin, chinese } = FONTS[fonts];
  return `<w:rFonts w:asciiTheme="${part}HAnsi" w:hAnsiTheme="${part}HAnsi" w:eastAsiaTheme="${part}EastAsia" w:cstheme="${part}Bidi" w:ascii="${latin.name}" w:hAnsi="${latin.name}" w:eastAsia="${chinese.name}" w:cs="${latin.name}"/>`;
}

/** Writes the table of the fonts, with what stands in for each. */
export function writeFontTable(fonts: FontStyle): string {
  const { latin, chinese } = FONTS[fonts];
  const written = [latin, chinese].map(
    ({ name, instead, family, charset }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${charset}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return rootXml("w:fonts", written.join(""));
}

const COLORS = [
  ["dk1", "000000"],
  ["lt1", "FFFFFF"],
  ["dk2", "5C544A"],
  ["lt2", "F3EEE3"],
  ["accent1", "93270F"],
  ["accent2", "1F5F7A"],
  ["accent3", "6B7A3A"],
  ["accent4", "8A6A1F"],
  ["accent5", "5A4A78"],
  ["accent6", "7A4A4A"],
  ["hlink", "1F4E79"],
  ["folHlink", "5A4A78"],
] as const;

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="6350">${FILL}</a:ln>`;
const EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>";

/** Writes the theme: the fonts and colours that the styles name, so that changing it changes them all. */
export function writeTheme(fonts: FontStyle): string {
  const { latin, chinese } = FONTS[fonts];
  const pair = `<a:latin typeface="${latin.name}"/><a:ea typeface="${chinese.name}"/><a:cs typeface="${latin.name}"/><a:font script="Hans" typeface="${chinese.name}"/>`;
  const colors = COLORS.map(
    ([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Duizhao"><a:themeElements><a:clrScheme name="Duizhao">${colors.join("")}</a:clrScheme><a:fontScheme name="Duizhao"><a:majorFont>${pair}</a:majorFont><a:minorFont>${pair}</a:minorFont></a:fontScheme><a:fmtScheme name="Duizhao"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${LINE.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}
