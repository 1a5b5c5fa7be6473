import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExportFormat } from "@/core/export/options";

// What pandoc writes of our own Markdown. It has no way to XLIFF and TMX.
const OPTIONS: Partial<Record<ExportFormat, readonly string[]>> = {
  html: ["--to=html5", "--standalone", "--toc", "--embed-resources"],
  docx: ["--to=docx", "--toc"],
  epub: ["--to=epub3", "--toc"],
  md: ["--to=markdown"],
  txt: ["--to=plain"],
  tei: ["--to=tei", "--standalone"],
  pdf: ["--to=typst", "--standalone"],
};

// There is no LaTeX beside pandoc: its PDF is its Typst, set by the Typst that we have, in a process of its own.
const SET = `
const { NodeCompiler } = require(process.argv[1]);
const { readFileSync, writeFileSync } = require("node:fs");
const compiler = NodeCompiler.create({ workspace: process.argv[2] });
const mainFileContent = readFileSync(process.argv[3], "utf8");
writeFileSync(process.argv[4], compiler.pdf({ mainFileContent }));
`;

const typst = createRequire(import.meta.url).resolve(
  "@myriaddreamin/typst-ts-node-compiler",
);

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
    const output = join(folder, "out");
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
      const pdf = join(folder, "out.pdf");
      const set = ["-e", SET, typst, folder, output, pdf];
      execFileSync(process.execPath, set, { stdio: "ignore" });
    }
    return performance.now() - started;
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
