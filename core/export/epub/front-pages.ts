import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import { imprintLines } from "@/core/export/imprint";
import type { Printed, PrintedField } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import {
  ABOUT,
  IMPRINT,
  UNAPPROVED,
  UNTRANSLATED,
} from "@/core/export/wording";
import { element, escapeXml } from "@/core/export/xml";
import { writeFootnotes } from "./notes";
import { footnotesOf, stateMark } from "./text-pages";
import {
  inLanguage,
  writeBlocks,
  writeLine,
  writePage,
  writeSpans,
  type PageContext,
} from "./xhtml";

const CHINESE = inLanguage(SOURCE_LANGUAGE);

/** Writes the title page: the title in both languages, what is known of the document, and whether this is a draft. */
export function writeTitlePage(
  printed: Printed,
  notice: string | null,
  context: PageContext,
  name: string,
): string {
  const { title, metadata } = printed;
  const original = writeLine(title.source, context);
  const number = title.number === null ? null : `p${title.number}`;
  const heads =
    title.target === null
      ? [element("h1", CHINESE, original === "" ? escapeXml(name) : original)]
      : [
          `<h1>${writeLine(title.target, context)}</h1>`,
          ...(original === ""
            ? []
            : [element("p", { class: "original", ...CHINESE }, original)]),
        ];
  if (title.isMissing && title.number !== null)
    heads.push(`<p>${stateMark(UNTRANSLATED, context.language)}</p>`);
  if (title.isUnapproved)
    heads.push(`<p>${stateMark(UNAPPROVED, context.language)}</p>`);
  const body = [
    element("div", { class: "titles", id: number }, heads.join("\n")),
    notice === null ? "" : `<p class="notice">${escapeXml(notice)}</p>`,
    writeMetadata(metadata, title.number, context),
  ];
  return writePage(context, {
    title: name,
    type: "frontmatter",
    body: [
      `<section class="titlepage">\n${body.filter((part) => part !== "").join("\n")}\n</section>`,
      writeFootnotes(footnotesOf(printed, context), context),
    ]
      .filter((part) => part !== "")
      .join("\n"),
  });
}

function writeMetadata(
  fields: readonly PrintedField[],
  titleNumber: number | null,
  context: PageContext,
): string {
  if (fields.length === 0) return "";
  // Fields of one paragraph share its number, and an id stands once.
  const used = new Set<number | null>([titleNumber]);
  const rows = fields.map((field) => {
    const isFirst = field.number !== null && !used.has(field.number);
    used.add(field.number);
    const id = isFirst ? ` id="p${field.number}"` : "";
    const texts = writeField(field, context)
      .filter((text) => text !== "")
      .map((text) => `<dd>${text}</dd>`);
    return `<dt${id}>${escapeXml(field.label.target)}</dt>\n${texts.length === 0 ? "<dd></dd>" : texts.join("\n")}`;
  });
  return `<dl class="metadata" aria-label="${ABOUT}">\n${rows.join("\n")}\n</dl>`;
}

function writeField(
  { source, target, isMissing, isUnapproved, number }: PrintedField,
  context: PageContext,
): readonly string[] {
  const { language } = context;
  const original = writeLine(source, context);
  const mark = isUnapproved ? `${stateMark(UNAPPROVED, language)} ` : "";
  return [
    original === "" ? "" : element("span", CHINESE, original),
    isMissing && number !== null ? stateMark(UNTRANSLATED, language) : "",
    target === null ? "" : `${mark}${writeLine(target, context)}`,
  ];
}

/** Writes the imprint: who made the edition, of what, under which terms, and how it is cited. */
export function writeImprint(edition: Edition, context: PageContext): string {
  const lines = imprintLines(edition).map(
    ({ label, spans }) =>
      `<dt>${escapeXml(label)}</dt>\n<dd>${writeSpans(spans, context)}</dd>`,
  );
  return writePage(context, {
    title: IMPRINT,
    type: "frontmatter",
    body: `<section epub:type="copyright-page" class="imprint">\n<h1>${IMPRINT}</h1>\n<dl>\n${lines.join("\n")}\n</dl>\n</section>`,
  });
}

/** Writes a text of the translator's before the document. */
export function writeForeword(
  blocks: PrintedText,
  heading: string,
  type: "introduction" | "preface",
  context: PageContext,
): string {
  return writePage(context, {
    title: heading,
    type: "frontmatter",
    body: `<section epub:type="${type}">\n<h1>${escapeXml(heading)}</h1>\n${writeBlocks(blocks, context)}\n</section>`,
  });
}

/** Writes the page with the picture of the cover. */
export function writeCover(
  edition: Edition,
  context: PageContext,
  name: string,
): string {
  const original = edition.title.source;
  const label = escapeXml(name === original ? name : `${name} (${original})`);
  return writePage(context, {
    title: name,
    type: "cover",
    body: `<section epub:type="cover" class="cover"><img src="cover.svg" alt="${label}"/></section>`,
  });
}
