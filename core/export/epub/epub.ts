import { zipSync, type Zippable } from "fflate";
import type { Edition } from "@/core/editions/edition";
import { titleText } from "@/core/export/content";
import { exportFileName } from "@/core/export/file-name";
import {
  FORMATS,
  type ExportedFile,
  type ExportOptions,
} from "@/core/export/options";
import { printEdition } from "@/core/export/printed";
import { XML_HEAD } from "@/core/export/xml";
import { makeBook } from "./book";
import { writePackage, type BookFile } from "./package-file";

const CONTAINER = `${XML_HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
`;

/** Writes a prepared edition as an EPUB 3 book. */
export function exportEpub(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const title = titleText(edition);
  const name = title === "" ? "Document" : title;
  const files = makeBook(
    edition,
    printEdition(edition, options),
    options,
    name,
  );
  return {
    filename: exportFileName(edition, options.layout, FORMATS.epub.extension),
    mediaType: FORMATS.epub.mediaType,
    body: zip(
      files,
      writePackage(edition, options.layout, name, files),
      edition.asOf,
    ),
  };
}

/** Packs a book: first, and as it is, the line that says what the file is. */
function zip(
  files: readonly BookFile[],
  packageFile: string,
  asOf: string,
): Uint8Array {
  const encoder = new TextEncoder();
  const packed: Zippable = {
    mimetype: [encoder.encode("application/epub+zip"), { level: 0 }],
    "META-INF/container.xml": encoder.encode(CONTAINER),
    "EPUB/package.opf": encoder.encode(packageFile),
  };
  for (const { file, body } of files)
    packed[`EPUB/${file}`] = encoder.encode(body);
  return zipSync(packed, { level: 6, mtime: dayOf(asOf) });
}

/** The day of a moment: a zip knows only local time, and at noon it is the same day in all of them. */
function dayOf(asOf: string): Date {
  const [year = 1980, month = 1, day = 1] = asOf
    .slice(0, 10)
    .split("-")
    .map(Number);
  return new Date(Math.min(Math.max(year, 1980), 2099), month - 1, day, 12);
}
