import { runningTitle } from "./content";
import { escapeCss } from "./html-text";

/** The style sheet of an exported page; its title runs at the head of printed pages. */
export function styleSheet(title: string): string {
  return `${SCREEN}${PRINT}@page { @top-center { content: "${escapeCss(runningTitle(title))}"; } }
@page :first { @top-center { content: none; } @bottom-center { content: none; } }
`;
}

// Fonts are named, never loaded: the file stays small, and works where no network is.
const SCREEN = `:root {
  color-scheme: light dark;
  --paper: #faf7f0; --line: #e4dccb; --ink: #221e1a; --ink-2: #5c544a; --ink-3: #6f665a;
  --vermilion: #b3331f; --wash: #f9e6df; --indigo: #2f4b7c;
  --en: "Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, "Times New Roman", "Noto Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, serif;
  --zh: "Noto Serif SC Variable", "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
  --ui: "Inter Variable", Inter, system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1a1815; --line: #35302a; --ink: #ece5d8; --ink-2: #b5ab9b; --ink-3: #9a9081;
    --vermilion: #ef8067; --wash: #3a211b; --indigo: #9db8ea;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 4rem 1.5rem 6rem; background: var(--paper); color: var(--ink); font: 1.125rem/1.65 var(--en); font-optical-sizing: auto; overflow-wrap: break-word; }
body.english { max-width: 46rem; }
body.parallel { max-width: 74rem; }
:lang(zh) { font-family: var(--zh); line-break: strict; text-autospace: normal; }
p, dl, dd, ol, ul { margin: 0; }
a { color: var(--indigo); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
a:focus-visible { outline: 2px solid var(--vermilion); outline-offset: 2px; border-radius: 2px; }
sup, sub { font-size: 0.72em; line-height: 0; }
.supplied { color: var(--ink-2); }
.ref, .ref a, .ref:lang(zh), .en .ref:lang(zh) { font: 500 0.72em/0 var(--en); text-autospace: no-autospace; }
.ref, .en .ref:lang(zh) { vertical-align: 0.42em; }
.ref a, .en .ref a:lang(zh) { font-size: inherit; line-height: 0; }
.ref a { padding: 0.35em 0.12em; color: var(--vermilion); text-decoration: none; overflow-wrap: normal; }
.ref a:hover { text-decoration: underline; }
.ref a:target { background: var(--wash); border-radius: 2px; }

header { max-width: 44rem; margin: 0 auto; text-align: center; text-wrap: balance; }
.original { color: var(--ink-2); font-size: 1.125rem; line-height: 1.7; }
h1 { margin: 0.35em 0 0; font-size: 2rem; line-height: 1.28; font-weight: 650; letter-spacing: -0.005em; }
.notice { margin-top: 1.25rem; color: var(--vermilion); font: 500 0.8125rem/1.5 var(--ui); }
.untranslated-mark { color: var(--vermilion); font: 600 0.75rem/1.4 var(--ui); letter-spacing: 0.01em; white-space: nowrap; }
.metadata { max-width: 44rem; margin: 2rem auto 0; padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 0.9375rem; line-height: 1.55; }
.metadata div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1.25rem; padding: 0.15rem 0; }
.parallel .metadata { max-width: none; }
.parallel .metadata div { grid-template-columns: 9rem 1fr 1fr; }
.metadata dt, .metadata .label { color: var(--ink-3); }
.metadata dt { font: 0.8125rem/1.75 var(--ui); }
.metadata dd { min-width: 0; }

nav { max-width: 44rem; margin: 2.5rem auto 0; }
nav h2 { margin: 0 0 0.75rem; font: 600 0.8125rem/1.5 var(--ui); color: var(--ink-3); }
nav ol { padding: 0; list-style: none; font-size: 1rem; line-height: 1.45; }
nav li { padding: 0.28rem 0 0.28rem 1.5rem; text-indent: -1.5rem; }
nav .level-2 { padding-left: 3rem; }
nav .level-3, nav .level-4 { padding-left: 4.5rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover { color: var(--vermilion); text-decoration: underline; }

main { margin-top: 3.5rem; padding-top: 1px; border-top: 1px solid var(--line); }
.row { --top: 1.1rem; position: relative; padding-top: var(--top); }
.parallel .row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.12fr); column-gap: 4rem; align-items: baseline; }
.parallel .row { --top: 1.7rem; }
.row p + p, .row p + :is(ul, ol, .table), .row :is(ul, ol, .table) + p { margin-top: 0.6em; }
.row :is(ul, ol) { padding-left: 1.5em; }
.zh { color: var(--ink-2); font-size: 1.0625rem; line-height: 1.85; }
.en :lang(zh) { font-size: 1.0625rem; line-height: 1.85; }
.number { position: absolute; top: calc(var(--top) + 0.1rem); left: -3.25rem; width: 2.25rem; text-align: right; color: var(--ink-3); font: 0.75rem/1.856rem var(--ui); text-decoration: none; user-select: none; }
.parallel .number { left: calc((100% - 4rem) / 2.12 + 0.35rem); width: 2.5rem; }
.number:hover { color: var(--vermilion); text-decoration: underline; }
.row:target .number { color: var(--vermilion); font-weight: 700; }
h2, h3, h4, h5, h6 { margin: 0; line-height: 1.35; font-weight: 650; text-wrap: pretty; }
main h2 { font-size: 1.4rem; }
main h3 { font-size: 1.2rem; }
main :is(h4, h5, h6) { font-size: 1.0625rem; }
.heading { --top: 2.6rem; }
.parallel .heading { --top: 3.2rem; }
.heading .zh { color: var(--ink); font-weight: 600; }
.level-1 > .zh { font-size: 1.125rem; line-height: 1.7; }
.level-1 > .zh h2 { font-size: inherit; line-height: inherit; }
.english .item p { padding-left: 1.5rem; }
.missing { color: var(--ink-2); }
.english .row.untranslated:not(.heading) .en { padding-left: 1rem; border-left: 2px solid var(--vermilion); }
.heading .untranslated-mark { vertical-align: 0.2em; }
.table { max-width: 100%; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; line-height: 1.5; }
td, th { border: 1px solid var(--line); padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
th { background: color-mix(in srgb, var(--line) 45%, transparent); font-weight: 600; }
td p + p, th p + p { margin-top: 0.3em; }

.notes { max-width: 46rem; margin: 4rem auto 0; padding-top: 1.75rem; border-top: 1px solid var(--line); font-size: 0.9375rem; line-height: 1.55; }
.notes h2 { margin-bottom: 0.9rem; font-size: 1.2rem; }
.notes > ol { padding-left: 2.25rem; }
.notes > ol > li { padding: 0.28rem 0.4rem; border-radius: 3px; }
.notes > ol > li::marker { color: var(--vermilion); font: 500 0.9375rem/1 var(--en); }
.notes li:target { background: var(--wash); }
.notes li p + p, .notes li p + :is(ul, ol, .table), .notes li :is(ul, ol, .table) + p { margin-top: 0.4em; }
.notes li :is(ul, ol) { padding-left: 1.4em; }
.notes ul { list-style: disc; }
.notes li :lang(zh) { font-size: 0.97em; line-height: inherit; }
.back { padding: 0.3em 0.2em; color: var(--ink-3); font: 0.8125rem/1 var(--ui); text-decoration: none; white-space: nowrap; }
.back:hover { color: var(--vermilion); }

@media screen and (max-width: 60rem) {
  .english .number { position: static; display: block; width: auto; text-align: left; line-height: 1.5; }
  .parallel .row { display: block; --top: 1.5rem; }
  .parallel .number { position: static; display: block; width: auto; text-align: left; line-height: 1.5; }
  .parallel .zh + .en { margin-top: 0.5rem; }
}
@media screen and (max-width: 40rem) {
  body { padding: 2rem 1.125rem 4rem; }
  h1 { font-size: 1.5rem; }
  .metadata div, .parallel .metadata div { display: block; padding: 0.3rem 0; }
  header { text-align: left; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
`;

const PRINT = `@media print {
  :root { --paper: #fff; --line: #bbb; --ink: #000; --ink-2: #222; --ink-3: #555; --vermilion: #93270f; --indigo: #000; }
  body, body.english, body.parallel { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  .zh, .en :lang(zh) { font-size: 9.75pt; line-height: 1.6; }
  .original { font-size: 12pt; }
  h1 { font-size: 20pt; }
  main h2 { font-size: 13.5pt; }
  main h3 { font-size: 11.5pt; }
  header { max-width: none; padding-top: 8mm; }
  main { margin-top: 0; border-top: 0; }
  .metadata { max-width: none; margin-top: 7mm; padding-top: 4mm; font-size: 9.5pt; }
  .metadata dt, nav h2, .notice { font-size: 8pt; }
  nav { max-width: none; margin-top: 8mm; break-after: page; }
  nav ol { font-size: 9.5pt; line-height: 1.35; }
  nav li { padding-top: 0.6mm; padding-bottom: 0.6mm; break-inside: avoid; }
  p, li, dd { orphans: 3; widows: 3; }
  .en p { hyphens: auto; }
  .row { --top: 2.6mm; }
  .heading { --top: 6mm; break-after: avoid; break-inside: avoid; }
  main > .row:first-child { --top: 0mm; }
  .english main { padding: 0 9mm; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  .parallel .row { grid-template-columns: minmax(0, 1fr) minmax(0, 1.12fr); column-gap: 11mm; --top: 3.4mm; }
  .parallel .heading { --top: 7mm; }
  .number { top: calc(var(--top) + 0.6pt); left: -9mm; width: 6mm; font-size: 6.5pt; line-height: 15.2pt; }
  .parallel .number { left: calc((100% - 11mm) / 2.12 + 1mm); width: 8mm; text-align: center; }
  .level-1 > .zh { font-size: 11pt; }
  tr { break-inside: avoid; }
  .table { overflow: visible; }
  .notes { max-width: none; margin-top: 9mm; padding-top: 4mm; font-size: 8.75pt; line-height: 1.4; }
  .notes h2 { margin-bottom: 2mm; font-size: 11.5pt; }
  .notes > ol { padding-left: 7mm; }
  .notes > ol > li { padding: 0.5mm 0; }
  .notes > ol > li::marker { font-size: 8.75pt; }
  .english .notes { margin-left: 9mm; margin-right: 9mm; }
  .ref a { color: var(--vermilion); }
  .ref a:target, .notes li:target { background: none; }
  .back, .backs { display: none; }
  a { color: inherit; text-decoration: none; }
}
@page { size: A4; margin: 22mm 20mm 20mm; @top-center { font: italic 8pt/1.2 "Source Serif 4", Charter, Georgia, "Times New Roman", "Noto Serif CJK SC", serif; color: #555; } @bottom-center { content: counter(page); font: 8.5pt/1.2 "Source Serif 4", Charter, Georgia, "Times New Roman", serif; color: #555; } }
`;
