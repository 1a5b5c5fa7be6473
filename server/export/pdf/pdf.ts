import type { Edition } from "@/core/editions/edition";
import type { ExportedFile, ExportOptions } from "@/core/export/options";

/** Writes a prepared edition as PDF. */
export async function exportPdf(
  _: Edition,
  __: ExportOptions,
): Promise<ExportedFile> {
  throw new Error("PDF is not written yet.");
}
