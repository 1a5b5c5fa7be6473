import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExportFormat } from "@/core/export/options";

// What pandoc writes of our own Markdown. It has no way to XLIFF and TMX.
const OPTIONS: Partial<Record<ExportFormat, readonly string[]>> = {
  html: ["--to=html5", "--standalone", "--toc"],
  docx: ["--to=docx", "--toc"],
  epub: ["--to=epub3", "--toc"],
  md: ["--to=markdown"],
  txt: ["--to=plain"],
  tei: ["--to=tei", "--standalone"],
  pdf: ["--to=docx", "--toc"],
};

/** Has pandoc write a format from Markdown, once, its start included; milliseconds, or null for what it cannot write. */
export function timePandoc(
  markdown: string,
  format: ExportFormat,
): number | null {
  const options = OPTIONS[format];
  if (options === undefined) return null;
  const folder = mkdtempSync(join(tmpdir(), "duizhao-bench-"));
  try {
    const input = join(folder, "edition.md");
    const output = join(folder, format === "pdf" ? "out.docx" : "out");
    writeFileSync(input, markdown);
    const started = performance.now();
    const args = [
      ...options,
      "--metadata=title:x",
      `--output=${output}`,
      input,
    ];
    execFileSync("pandoc", args, { stdio: "ignore" });
    if (format === "pdf") {
      // Beside pandoc there is neither LaTeX nor Typst here: its PDF is its Word file, set by LibreOffice.
      const set = ["--headless", "--convert-to", "pdf", "--outdir", folder];
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync("soffice", [profile, ...set, output], { stdio: "ignore" });
    }
    return performance.now() - started;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
