import type { Edition } from "@/core/editions/edition";
import { writeHtmlFile } from "@/core/export/html/file";
import type { ExportedFile, ExportOptions } from "@/core/export/options";
import words from "@/messages/en/reader.json";
import { policyHash, readerAsset } from "./reader-assets";

/** Writes a prepared edition as one HTML file with the reader's modes. */
export function exportHtml(
  edition: Edition,
  options: ExportOptions,
): ExportedFile {
  const assets = {
    style: readerAsset("style/main.css"),
    early: readerAsset("script/early.ts"),
    script: readerAsset("script/main.ts"),
    words,
  };
  return writeHtmlFile(edition, options, assets, policyHash);
}
