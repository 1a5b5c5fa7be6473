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
import { zipTexts } from "@/core/export/zip";
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
  const texts = new Map([
    ["mimetype", "application/epub+zip"],
    ["META-INF/container.xml", CONTAINER],
    ["EPUB/package.opf", packageFile],
    ...files.map(({ file, body }) => [`EPUB/${file}`, body] as const),
  ]);
  return zipTexts(texts, asOf, "mimetype");
}
