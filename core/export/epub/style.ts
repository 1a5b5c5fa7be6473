import type { FontStyle } from "@/core/export/options";

// Colours are the reader's: what is quieter is smaller or slanted, so that a dark page stays a dark page. Fonts are named,
// never loaded.
const FONTS: Readonly<Record<FontStyle, string>> = {
  serif: `"Source Serif 4", Georgia, "Noto Serif SC", "Songti SC", serif`,
  sans: `Inter, "Helvetica Neue", Arial, "Noto Sans SC", "PingFang SC", sans-serif`,
};
const CHINESE_FONTS: Readonly<Record<FontStyle, string>> = {
  serif: `"Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif`,
  sans: `"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`,
};

/** The style of a book's pages: one column on a small screen, both texts beside each other on a wide one. */
export function bookStyle(fonts: FontStyle): string {
  return `@charset "UTF-8";
body { font-family: ${FONTS[fonts]}; line-height: 1.5; margin: 0; padding: 0; word-wrap: break-word; overflow-wrap: break-word; overflow-wrap: anywhere; }
:lang(zh) { font-family: ${CHINESE_FONTS[fonts]}; font-style: normal; line-height: 1.7; }
i:lang(zh-Latn) { font-style: italic; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; font-weight: bold; margin: 0; text-align: left; -epub-hyphens: none; hyphens: none; page-break-after: avoid; break-after: avoid; page-break-inside: avoid; break-inside: avoid; }
h1 { font-size: 1.3em; }
h2 { font-size: 1.15em; }
h3 { font-size: 1.05em; }
h4, h5, h6 { font-size: 1em; }
section > h1 { margin: 1em 0; }
p { margin: 0; }
p + p, p + ol, p + ul, p + .table, ol + p, ul + p, .table + p, .table + .table { margin-top: 0.6em; }
ol, ul { margin: 0; padding-left: 1.6em; }
li { margin: 0.2em 0; }
a { overflow-wrap: anywhere; word-break: break-word; }
sup, sub { font-size: 0.72em; line-height: 0; }
.ref a { text-decoration: none; padding: 0 0.15em; }
.row { margin: 0 0 0.8em; }
.heading { margin: 1.8em 0 0.8em; page-break-after: avoid; break-after: avoid; }
.number { float: right; margin: 0.2em 0 0 0.6em; font: 0.7em/1.5 sans-serif; text-decoration: none; color: inherit; opacity: 0.7; }
.pair .zh + .en { margin-top: 0.5em; }
.heading .zh { font-weight: bold; }
.of-item .en, .of-item .zh { padding-left: 1.2em; }
.state { font: italic 0.8em/1.4 sans-serif; border: 1px solid; padding: 0 0.3em; }
h1 .state, h2 .state, h3 .state { font-size: 0.6em; }
.table { overflow-x: auto; font-size: 0.85em; }
table { border-collapse: collapse; width: 100%; line-height: 1.35; }
td, th { min-width: 2.5em; border: 1px solid; padding: 0.25em 0.4em; text-align: left; vertical-align: top; }
tr { page-break-inside: avoid; break-inside: avoid; }
.titles { margin: 3em 0 2em; }
.titles h1 { font-size: 1.6em; }
.original { margin-top: 0.8em; font-size: 1.1em; }
.notice { border: 1px solid; padding: 0.6em 0.8em; margin: 1.5em 0; font-size: 0.9em; }
dl { margin: 0; }
dt { margin: 0.9em 0 0; font-weight: bold; page-break-after: avoid; break-after: avoid; }
dd { margin: 0; }
.metadata dt, .imprint dt { font: bold 0.75em/1.5 sans-serif; }
.imprint dd { font-size: 0.9em; }
.origin { font-size: 0.85em; font-style: italic; }
.places { font-size: 0.85em; }
.footnotes { margin-top: 2.5em; padding-top: 1em; border-top: 1px solid; }
.note { margin: 0 0 0.7em; font-size: 0.9em; }
.backs { font-size: 0.9em; }
.backs a { text-decoration: none; padding: 0 0.4em 0 0; }
nav ol { list-style: none; padding-left: 1em; }
nav > ol { padding-left: 0; }
nav li { margin: 0.4em 0; }
nav a { text-decoration: none; }
.cover { text-align: center; margin: 0; padding: 0; }
.cover img { max-width: 100%; max-height: 98vh; }
@media (min-width: 38em) {
  .parallel .pair { display: table; width: 100%; table-layout: fixed; }
  .parallel .pair .number { display: table-cell; float: none; width: 2.2em; margin: 0; vertical-align: top; }
  .parallel .pair .zh, .parallel .pair .en { display: table-cell; vertical-align: top; }
  .parallel .pair .zh { padding-right: 1em; }
  .parallel .pair .zh + .en { margin-top: 0; }
}
`;
}
