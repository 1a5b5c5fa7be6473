import {
  SOURCE_LANGUAGE,
  TARGET_LANGUAGE,
  type Edition,
  type ExportedFile,
  type ExportLayout,
} from "@/core/editions/edition";
import { listHeadings, titleText } from "./content";
import { exportFileName } from "./file-name";
import { writeHtmlNotes } from "./html-notes";
import { styleSheet } from "./html-style";
import { escapeHtml, writeHtmlBlocks, writeSpans } from "./html-text";
import {
  printEdition,
  type PrintedField,
  type PrintedPair,
  type PrintedParagraph,
} from "./printed";
import type { PrintedText } from "./printed-blocks";
import { lineOf } from "./spans";
import { ABOUT, CONTENTS, draftNotice, UNTRANSLATED } from "./wording";

const ZH = `lang="${SOURCE_LANGUAGE}"`;
const EN = `lang="${TARGET_LANGUAGE}"`;
const MARK = `<span class="untranslated-mark">${escapeHtml(UNTRANSLATED)}</span>`;
// Nothing is loaded and nothing runs, whatever a text may say.
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * Writes an edition as one HTML file that needs nothing else: title, metadata, contents and body, to be read on a
 * screen and printed as a book. Every paragraph is a row with the id `p` and its number; in the parallel layout both
 * texts stand in it, on a narrow screen one below the other.
 */
export function exportHtml(
  edition: Edition,
  layout: ExportLayout,
): ExportedFile {
  const title = titleText(edition);
  const {
    title: both,
    metadata,
    paragraphs,
    notes,
  } = printEdition(edition, layout);
  const rows = paragraphs.map((paragraph) => writeRow(paragraph, layout));
  const body = [
    writeHead(both, draftNotice(edition)),
    writeMetadata(metadata, layout),
    writeContents(edition),
    `<main>\n${rows.join("\n")}\n</main>`,
    writeHtmlNotes(notes),
  ];
  return {
    filename: exportFileName(edition, layout, "html"),
    mediaType: "text/html; charset=utf-8",
    body: `<!doctype html>
<html ${EN}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
${styleSheet(title)}</style>
</head>
<body class="${layout}">
${body.filter((part) => part !== "").join("\n")}
</body>
</html>
`,
  };
}

const inLine = (blocks: PrintedText) => writeSpans(lineOf(blocks));

function writeHead(title: PrintedPair, notice: string | null): string {
  const chinese = inLine(title.source);
  const id = title.number === null ? "" : ` id="p${title.number}"`;
  const lines =
    title.target === null
      ? [
          `<h1 ${ZH}>${chinese}</h1>`,
          ...(title.number === null ? [] : [`<p class="missing">${MARK}</p>`]),
        ]
      : [
          `<p class="original" ${ZH}>${chinese}</p>`,
          `<h1>${inLine(title.target)}</h1>`,
        ];
  if (notice !== null)
    lines.push(`<p class="notice">${escapeHtml(notice)}</p>`);
  return `<header${id}>\n${lines.join("\n")}\n</header>`;
}

function writeMetadata(
  fields: readonly PrintedField[],
  layout: ExportLayout,
): string {
  if (fields.length === 0) return "";
  const rows = fields.map((field) => {
    const chinese = inLine(field.source);
    const label =
      field.label.source === null
        ? ""
        : `<span class="label">${escapeHtml(field.label.source)}</span> `;
    const english = field.target === null ? null : inLine(field.target);
    const mark = field.number === null ? "" : `${MARK} `;
    if (layout === "parallel") {
      const beside = english ?? (mark === "" ? "" : MARK);
      return `<div><dt>${field.label.target}</dt><dd ${ZH}>${label}${chinese}</dd><dd ${EN}>${beside}</dd></div>`;
    }
    const value =
      english === null
        ? `<dd>${mark}<span ${ZH}>${chinese}</span></dd>`
        : `<dd>${english}</dd>`;
    return `<div><dt>${field.label.target}</dt>${value}</div>`;
  });
  return `<section aria-label="${ABOUT}">\n<dl class="metadata">\n${rows.join("\n")}\n</dl>\n</section>`;
}

function writeContents(edition: Edition): string {
  const headings = listHeadings(edition);
  if (headings.length === 0) return "";
  const items = headings.map(
    ({ number, level, text, isTranslated }) =>
      `<li class="level-${Math.min(level, 4)}"><a href="#p${number}"${isTranslated ? "" : ` ${ZH}`}>${escapeHtml(text)}</a></li>`,
  );
  return `<nav aria-labelledby="contents">\n<h2 id="contents">${CONTENTS}</h2>\n<ol>\n${items.join("\n")}\n</ol>\n</nav>`;
}

function writeRow(
  { number, kind, level, source, target }: PrintedParagraph,
  layout: ExportLayout,
): string {
  const tag = level === null ? null : `h${Math.min(level + 1, 6)}`;
  const anchor = `<a class="number" href="#p${number}" aria-label="Paragraph ${number}">${number}</a>`;
  const type = level === null ? kind : `heading level-${Math.min(level, 4)}`;
  const state = target === null ? " untranslated" : "";
  const cells =
    layout === "english"
      ? [writeEnglish(source, target, tag)]
      : writePair(source, target, tag);
  return `<div class="row ${type}${state}" id="p${number}">\n${anchor}\n${cells.join("\n")}\n</div>`;
}

function writeEnglish(
  source: PrintedText,
  target: PrintedText | null,
  tag: string | null,
): string {
  if (target !== null) return `<div class="en">${writeText(target, tag)}</div>`;
  if (tag !== null)
    return `<div class="en missing"><${tag}>${MARK} <span ${ZH}>${inLine(source)}</span></${tag}></div>`;
  return `<div class="en missing"><p>${MARK}</p><div ${ZH}>${writeHtmlBlocks(source)}</div></div>`;
}

/** Both texts; the heading element is the English one, which the contents name, or the Chinese while there is none. */
function writePair(
  source: PrintedText,
  target: PrintedText | null,
  tag: string | null,
): readonly string[] {
  if (target === null)
    return [
      `<div class="zh" ${ZH}>${writeText(source, tag)}</div>`,
      `<div class="en missing" ${EN}><p>${MARK}</p></div>`,
    ];
  return [
    `<div class="zh" ${ZH}>${writeHtmlBlocks(source)}</div>`,
    `<div class="en" ${EN}>${writeText(target, tag)}</div>`,
  ];
}

function writeText(blocks: PrintedText, tag: string | null): string {
  return tag === null
    ? writeHtmlBlocks(blocks)
    : `<${tag}>${inLine(blocks)}</${tag}>`;
}
