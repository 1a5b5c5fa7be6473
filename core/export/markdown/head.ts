import type { Edition } from "@/core/editions/edition";
import { cleanText } from "@/core/export/clean-text";
import { writeRows } from "./blocks";
import {
  CELL_BREAK,
  escapeMarkdown,
  writeInline,
  type FootnoteSides,
} from "./inline";
import type { WriteAnchor } from "./places";
import type { ExportOptions } from "@/core/export/options";
import type { Printed, PrintedField } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf } from "@/core/export/spans";
import {
  COLUMNS,
  draftNotice,
  UNAPPROVED,
  UNTRANSLATED,
} from "@/core/export/wording";

/** Stands where English is missing. */
export const MISSING = escapeMarkdown(UNTRANSLATED);

/** Stands before English that nobody approved. */
export const markUnapproved = (isUnapproved: boolean) =>
  isUnapproved ? `_${escapeMarkdown(UNAPPROVED)}_ ` : "";

/** Writes the titles, whether this is a draft, and the metadata of the document. */
export function writeMarkdownHead(
  edition: Edition,
  printed: Printed,
  options: ExportOptions,
  sides: FootnoteSides,
  anchor: WriteAnchor,
): readonly string[] {
  const { title } = printed;
  const line = (text: PrintedText) => writeInline(lineOf(text), " ", sides);
  const place = anchor(title.number);
  const mark = markUnapproved(title.isUnapproved);
  // A document that is named after its file has no title to translate.
  const missing = title.number === null ? "" : `${MISSING} `;
  const titles =
    title.target === null
      ? [`# ${place}${missing}${line(title.source)}`]
      : [`# ${place}${mark}${line(title.target)}`, `**${line(title.source)}**`];
  const notice = draftNotice(edition, options);
  return [
    ...titles,
    ...(notice === null ? [] : [`> ${escapeMarkdown(notice)}`]),
    writeMetadata(printed, sides, anchor),
  ];
}

function writeMetadata(
  { metadata, layout }: Printed,
  sides: FootnoteSides,
  anchor: WriteAnchor,
): string {
  const cell = (text: PrintedText) =>
    writeInline(lineOf(text), CELL_BREAK, sides);
  if (layout === "english" || layout === "annotated")
    return metadata
      .map((field) => {
        const label =
          layout === "english"
            ? field.label.target
            : cleanText(field.label.source ?? field.label.target);
        const place = anchor(field.number);
        return `- ${place}**${escapeMarkdown(label)}:** ${writeField(field, cell)}`;
      })
      .join("\n");
  if (metadata.length === 0) return "";
  const rows = metadata.map((field) => {
    const label = escapeMarkdown(cleanText(field.label.source ?? ""));
    const place = anchor(field.number);
    return [
      label,
      `${place}${cell(field.source)}`,
      `**${escapeMarkdown(field.label.target)}**`,
      writeEnglish(field, cell),
    ];
  });
  return writeRows(["", COLUMNS.source, "", COLUMNS.target], rows);
}

type WriteCell = (text: PrintedText) => string;

/** In one language: the English, or the Chinese where that is all there is. */
function writeField(field: PrintedField, cell: WriteCell): string {
  if (field.target !== null) return writeEnglish(field, cell);
  const missing = field.isMissing && field.number !== null;
  return `${missing ? `${MISSING} ` : ""}${cell(field.source)}`;
}

/** Beside the Chinese, which need not stand in both columns. */
function writeEnglish(
  { target, number, isUnapproved }: PrintedField,
  cell: WriteCell,
): string {
  if (target === null) return number === null ? "" : MISSING;
  return `${markUnapproved(isUnapproved)}${cell(target)}`;
}
