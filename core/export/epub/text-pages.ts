import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import type { Printed, PrintedParagraph } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { UNAPPROVED, UNTRANSLATED } from "@/core/export/wording";
import { element, escapeXml } from "@/core/export/xml";
import type { Chapter } from "./chapters";
import { writeFootnotes } from "./notes";
import {
  inLanguage,
  writeBlocks,
  writeLine,
  writePage,
  type PageContext,
} from "./xhtml";

/** Stands where English is missing or not approved. */
export const stateMark = (words: string, language: string) =>
  element(
    "span",
    { class: "state", ...inLanguage(language) },
    escapeXml(words),
  );

/** Writes a page of the text, with the footnotes whose first numbers are on it. */
export function writeTextPage(
  { paragraphs }: Chapter,
  printed: Printed,
  context: PageContext,
  title: string,
): string {
  const rows = paragraphs.map((each) => writeRow(each, printed, context));
  return writePage(context, {
    title,
    type: "bodymatter",
    body: [
      `<section class="${printed.layout}">\n${rows.join("\n")}\n</section>`,
      writeFootnotes(footnotesOf(printed, context), context),
    ]
      .filter((part) => part !== "")
      .join("\n"),
  });
}

/** The notes that are printed in this file. */
export function footnotesOf({ notes }: Printed, { file, places }: PageContext) {
  return notes.filter(({ number }) => places.notes.get(number) === file);
}

function writeRow(
  paragraph: PrintedParagraph,
  { layout }: Printed,
  context: PageContext,
): string {
  const { number, kind, level, source, target, isMissing } = paragraph;
  const isBoth = layout === "parallel" || layout === "interleaved";
  const tag = level === null ? null : `h${Math.min(level, 6)}`;
  const texts = isBoth
    ? writeBoth(paragraph, tag, context)
    : writeOne(paragraph, tag, context);
  const id = `p${number}`;
  const figure = element(
    "a",
    { class: "number", href: `#${id}`, "aria-label": `Paragraph ${number}` },
    String(number),
  );
  const kinds = [
    "row",
    level === null ? `of-${kind}` : "heading",
    ...(isBoth && (target !== null || isMissing) ? ["pair"] : []),
  ];
  const isEmpty = source.length === 0 && target === null;
  return `<div class="${kinds.join(" ")}" id="${id}">\n${figure}\n${isEmpty ? "" : texts}\n</div>`;
}

/** One text: the English, the Chinese where the layout wants that, or where there is no English. */
function writeOne(
  { source, target, isMissing, isUnapproved }: PrintedParagraph,
  tag: string | null,
  context: PageContext,
): string {
  if (target !== null)
    return writeText(target, tag, context, {
      class: "en",
      mark: isUnapproved ? stateMark(UNAPPROVED, context.language) : "",
    });
  return writeText(source, tag, context, {
    class: "zh",
    mark: isMissing ? stateMark(UNTRANSLATED, context.language) : "",
  });
}

/** Both texts; the heading is the English, or the Chinese while there is none. */
function writeBoth(
  { source, target, isMissing, isUnapproved }: PrintedParagraph,
  tag: string | null,
  context: PageContext,
): string {
  const { language } = context;
  if (target === null) {
    const text = writeText(source, tag, context, { class: "zh", mark: "" });
    return isMissing
      ? `${text}\n<div class="en"><p>${stateMark(UNTRANSLATED, language)}</p></div>`
      : text;
  }
  const english = writeText(target, tag, context, {
    class: "en",
    mark: isUnapproved ? stateMark(UNAPPROVED, language) : "",
  });
  return `${writeText(source, null, context, { class: "zh", mark: "" })}\n${english}`;
}

/** Writes a mark at the beginning of the first paragraph, or before what is none. */
function leadWith(mark: string, text: string): string {
  if (mark === "") return text;
  return text.startsWith("<p>")
    ? `<p>${mark} ${text.slice("<p>".length)}`
    : `<p>${mark}</p>\n${text}`;
}

function writeText(
  blocks: PrintedText,
  tag: string | null,
  context: PageContext,
  { class: side, mark }: { readonly class: "zh" | "en"; readonly mark: string },
): string {
  const language = side === "zh" ? SOURCE_LANGUAGE : context.language;
  const text =
    tag === null
      ? leadWith(mark, writeBlocks(blocks, context))
      : `<${tag}>${mark === "" ? "" : `${mark} `}${writeLine(blocks, context)}</${tag}>`;
  return element("div", { class: side, ...inLanguage(language) }, text);
}
