import type { ExportOptions } from "@/core/export/options";
import { englishDate } from "@/core/documents/dates";
import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import { listHeadings } from "@/core/export/content";
import { words } from "@/core/export/imprint";
import type { Printed, PrintedField, PrintedPair } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf } from "@/core/export/spans";
import {
  ABOUT,
  CONTENTS,
  CREDITED,
  draftNotice,
  IMPRINT,
  UNTRANSLATED,
} from "@/core/export/wording";
import { escapeHtml } from "./escape";
import { writeNotes, type NoteDealer } from "./notes";
import { writeMark } from "./rows";
import { writeBlocks, writeSpans } from "./text";

const ZH = `lang="${SOURCE_LANGUAGE}"`;

const inLine = (blocks: PrintedText) => writeSpans(lineOf(blocks));

/** Writes the title page: both titles, where the text comes from, which edition it is, whether it is a draft. */
export function writeHead(
  edition: Edition,
  title: PrintedPair,
  options: Pick<ExportOptions, "unapproved">,
): string {
  const chinese = inLine(title.source);
  const id = title.number === null ? "" : ` id="p${title.number}"`;
  const lines =
    title.target === null
      ? [
          `<h1 ${ZH}>${chinese}</h1>`,
          ...(title.number === null
            ? []
            : [`<p>${writeMark(UNTRANSLATED)}</p>`]),
        ]
      : [
          `<p class="original" ${ZH}>${chinese}</p>`,
          `<h1>${inLine(title.target)}</h1>`,
        ];
  const notice = draftNotice(edition, options);
  return `<header class="head"${id}>
${lines.join("\n")}
${writeIssued(edition)}${writeEditionLine(edition)}${notice === null ? "" : `<p class="notice" role="note">${escapeHtml(notice)}</p>`}
</header>`;
}

function writeIssued({ source }: Edition): string {
  const date = source.date === null ? null : englishDate(source.date);
  const body = source.issuingBody?.target ?? source.issuingBody?.source ?? null;
  const parts = [
    ...(body === null ? [] : [writeSpans(words(body))]),
    ...(date === null
      ? []
      : [`<time datetime="${escapeHtml(source.date ?? "")}">${date}</time>`]),
  ];
  return parts.length === 0
    ? ""
    : `<p class="issued">${parts.join(" · ")}</p>\n`;
}

function writeEditionLine({
  publication,
  credits,
  statement,
}: Edition): string {
  if (publication === null) return "";
  const translators = credits
    .filter(({ role }) => role === "translator")
    .map(({ name }) => name);
  const date = englishDate(publication.date) ?? publication.date;
  const parts = [
    `<b>Edition ${publication.number}</b>, <time datetime="${publication.date}">${date}</time>`,
    ...(translators.length === 0
      ? []
      : [
          `${CREDITED.translator.toLowerCase()} ${escapeHtml(translators.join(", "))}`,
        ]),
    `<a href="#about">${IMPRINT}</a>`,
  ];
  return `<p class="edition-line">${parts.join(" · ")}</p>\n<p class="statement">${escapeHtml(statement)}</p>\n`;
}

/** Writes what is known of the source text, with the notes that have their marks there. */
export function writeMetadata(
  fields: readonly PrintedField[],
  language: string,
): string {
  if (fields.length === 0) return "";
  const seen = new Set<number>();
  const rows = fields.map((field) => {
    const { number } = field;
    const isNew = number !== null && !seen.has(number);
    if (number !== null) seen.add(number);
    const id = isNew ? ` id="p${number}"` : "";
    const label =
      field.label.source === null
        ? ""
        : `<span class="label">${escapeHtml(field.label.source)}</span> `;
    const missing = number === null ? "" : writeMark(UNTRANSLATED);
    const english = field.target === null ? missing : inLine(field.target);
    const state = field.target === null ? ' class="missing"' : "";
    return `<div${id}${state}><dt>${escapeHtml(field.label.target)}</dt><dd class="zh" ${ZH}>${label}${inLine(field.source)}</dd><dd class="en" lang="${language}">${english}</dd></div>`;
  });
  return `<section class="metadata" aria-label="${ABOUT}">\n<dl>\n${rows.join("\n")}\n</dl>\n</section>`;
}

/** Writes the notes of the title and the metadata, which stand in no row. */
export function writeFrontNotes(printed: Printed, notes: NoteDealer): string {
  const parts = [printed.title, ...printed.metadata];
  const own = notes.take(
    ...parts.flatMap(({ target, source }) => [target, source]),
  );
  return own.length === 0
    ? ""
    : `<div class="row front">\n${writeNotes(own)}\n</div>`;
}

/** Writes a text before the document, such as the translator's introduction. */
export function writeFrontText(
  id: string,
  heading: string,
  text: PrintedText | null,
): string {
  return text === null
    ? ""
    : `<section class="prose" id="${id}" aria-labelledby="${id}-heading">\n<h2 id="${id}-heading">${heading}</h2>\n${writeBlocks(text)}\n</section>`;
}

/** Writes the contents; headings without English stand there in Chinese. */
export function writeContents(
  edition: Edition,
  parts: readonly { readonly id: string; readonly heading: string }[],
): string {
  const headings = listHeadings(edition);
  if (headings.length === 0 && parts.length === 0) return "";
  const items = headings.map(({ number, level, text, isTranslated }) => {
    const words = isTranslated ? text : text.slice(UNTRANSLATED.length).trim();
    return `<li class="level-${Math.min(level, 4)}"><a href="#p${number}"${isTranslated ? "" : ` ${ZH}`}>${escapeHtml(words)}</a></li>`;
  });
  const [before, after] = [
    parts.filter(({ id }) => !BACK_PARTS.has(id)),
    parts.filter(({ id }) => BACK_PARTS.has(id)),
  ].map((list) =>
    list.map(
      ({ id, heading }) =>
        `<li class="level-1 part"><a href="#${id}">${heading}</a></li>`,
    ),
  );
  const all = [...(before ?? []), ...items, ...(after ?? [])];
  return `<nav class="contents" id="contents" aria-labelledby="contents-heading">\n<h2 id="contents-heading">${CONTENTS}</h2>\n<ol>\n${all.join("\n")}\n</ol>\n</nav>`;
}

const BACK_PARTS: ReadonlySet<string> = new Set([
  "glossary",
  "names",
  "abbreviations",
  "about",
]);
