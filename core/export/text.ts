import type { Edition } from "@/core/editions/edition";
import { exportFileName } from "./file-name";
import { FORMATS, type ExportedFile, type ExportOptions } from "./options";
import { printEdition } from "./printed";
import { writeTextBack } from "./text/back";
import { writeTextBody } from "./text/body";
import { writeText } from "./text/blocks";
import { writeTextHead } from "./text/head";
import { CONVENTIONS, INTRODUCTION } from "./wording";

/**
 * Writes a prepared edition as plain text: a paragraph a line, an empty line between them, headings without any sign but
 * their own number, the numbers of notes in brackets and the notes at the end. Both texts of a paragraph follow each
 * other in every layout that has both, since a line has no columns.
 */
export function exportText(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const printed = printEdition(edition, options);
  const parts = [
    ...writeTextHead(edition, printed, options),
    ...titled(INTRODUCTION, writeText(printed.introduction ?? [])),
    ...titled(CONVENTIONS, writeText(printed.conventions ?? [])),
    ...writeTextBody(printed),
    ...writeTextBack(edition, printed),
  ];
  const { extension, mediaType } = FORMATS.txt;
  return {
    filename: exportFileName(edition, options.layout, extension),
    mediaType,
    body: `${parts.filter((part) => part !== "").join("\n\n")}\n`,
  };
}

const titled = (heading: string, text: string) =>
  text === "" ? [] : [heading.toUpperCase(), text];
