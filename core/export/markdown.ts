import type { Edition } from "@/core/editions/edition";
import { exportFileName } from "./file-name";
import { writeMarkdownBack } from "./markdown/back";
import { joinBlocks, writeBlocks } from "./markdown/blocks";
import { writeMarkdownBody } from "./markdown/body";
import { writeMarkdownHead } from "./markdown/head";
import { NO_FOOTNOTES } from "./markdown/inline";
import { writeMarkdownEndnotes, writeMarkdownNotes } from "./markdown/notes";
import { FORMATS, type ExportedFile, type ExportOptions } from "./options";
import { placeAnchors } from "./markdown/places";
import { noteSides } from "./note-sides";
import { printEdition } from "./printed";
import type { PrintedText } from "./printed-blocks";
import { CONVENTIONS, INTRODUCTION } from "./wording";

/**
 * Writes a prepared edition as Markdown that CommonMark, GitHub and pandoc read alike: ATX headings, pipe tables, nothing
 * of any one dialect; notes are the footnotes of GitHub and pandoc, or a list at the end to which their numbers lead. Side
 * by side the texts stand in a pipe table of two columns per section, the one way of setting them so that both GitHub and
 * pandoc keep (pandoc drops HTML tables on the way to Word). Headings stand between the tables, in English with the
 * Chinese below, since a heading inside of a cell is none; so do tables and lists, which a cell cannot hold: first the
 * Chinese, then the English.
 */
export function exportMarkdown(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const printed = printEdition(edition, options);
  const hasFootnotes = options.notes === "footnotes";
  const sides = hasFootnotes ? noteSides(printed.notes) : NO_FOOTNOTES;
  const anchor = placeAnchors(printed);
  const blocks = [
    ...writeMarkdownHead(edition, printed, options, sides, anchor),
    ...writePart(INTRODUCTION, printed.introduction),
    ...writePart(CONVENTIONS, printed.conventions),
    ...writeMarkdownBody(printed, sides, anchor),
    ...writeMarkdownBack(edition, printed),
    ...(hasFootnotes
      ? writeMarkdownNotes(printed.notes)
      : writeMarkdownEndnotes(printed.notes)),
  ];
  const { extension, mediaType } = FORMATS.md;
  return {
    filename: exportFileName(edition, options.layout, extension),
    mediaType,
    body: `${joinBlocks(blocks)}\n`,
  };
}

function writePart(heading: string, text: PrintedText | null) {
  return text === null ? [] : [`## ${heading}`, writeBlocks(text)];
}
