import type { Edition } from "@/core/editions/edition";
import { exportFileName } from "@/core/export/file-name";
import {
  FORMATS,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { makeBook } from "./book";
import { coverageOf } from "./coverage";
import { layOut } from "./typst";

/** The template of the book; it stands beside this file, and beside its bundle. */
export const BOOK = new URL("./book.typ", import.meta.url);

/** Writes a prepared edition as PDF. */
export function exportPdf(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const book = makeBook(edition, options, coverageOf(options.fonts));
  return {
    filename: exportFileName(edition, options.layout, FORMATS.pdf.extension),
    mediaType: FORMATS.pdf.mediaType,
    body: layOut(BOOK, options.fonts, book).pdf(),
  };
}
