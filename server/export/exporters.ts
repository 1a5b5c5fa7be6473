import type { Edition } from "@/core/editions/edition";
import { prepareEdition } from "@/core/editions/prepare-edition";
import type {
  ExportChoice,
  ExportedFile,
  ExportFormat,
  ExportOptions,
} from "@/core/export/options";

/** Writes a prepared edition in one format. */
export type Exporter = (
  edition: Edition,
  options: ExportOptions,
) => ExportedFile | Promise<ExportedFile>;

/** Formats that are made of an edition; a bundle is made of what its document is made of. */
export type WrittenFormat = Exclude<ExportFormat, "bundle">;

// Each is loaded when it is first asked for: a text file must not wait for what only pages need.
const EXPORTERS: Readonly<Record<WrittenFormat, () => Promise<Exporter>>> = {
  docx: async () => (await import("@/core/export/docx/export-docx")).exportDocx,
  pdf: async () => (await import("./pdf/pdf")).exportPdf,
  epub: async () => (await import("@/core/export/epub/epub")).exportEpub,
  html: async () => (await import("./html")).exportHtml,
  md: async () => (await import("@/core/export/markdown")).exportMarkdown,
  txt: async () => (await import("@/core/export/text")).exportText,
  tei: async () => (await import("@/core/export/tei/tei")).exportTei,
  xliff21: async () =>
    (await import("@/core/export/xliff/xliff21")).exportXliff21,
  xliff12: async () =>
    (await import("@/core/export/xliff/xliff12")).exportXliff12,
  tmx: async () => (await import("@/core/export/tmx")).exportTmx,
};

/** Whether a format is made of an edition. */
export function isWritten(format: ExportFormat): format is WrittenFormat {
  return format !== "bundle";
}

/** Prepares an edition and writes it in any format but that of a bundle; `onProgress` gets figures from 0 to 1. */
export async function exportEdition(
  edition: Edition,
  { format, options }: ExportChoice,
  onProgress: (progress: number) => void = () => undefined,
): Promise<ExportedFile> {
  if (!isWritten(format))
    throw new Error("A bundle is not written from an edition.");
  const exporter = await EXPORTERS[format]();
  onProgress(0.1);
  const prepared = prepareEdition(edition, options);
  onProgress(0.2);
  const file = await exporter(prepared, options);
  onProgress(1);
  return file;
}
