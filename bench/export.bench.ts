import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import {
  EXPORT_LAYOUTS,
  type Edition,
  type ExportFormat,
  type ExportLayout,
} from "@/core/editions/edition";
import { exportHtml } from "@/core/export/html";
import { exportMarkdown } from "@/core/export/markdown";
import { exportDocx } from "@/server/export/docx";
import { addNotes } from "./add-notes";
import { readSample, repeatDocument } from "./repeat-document";

/** How often each export runs; the median is what counts. */
const RUNS = 5;

const EXPORTERS = {
  markdown: exportMarkdown,
  html: exportHtml,
  docx: exportDocx,
} as const;

// What pandoc writes of our own Markdown; from Markdown to Markdown there is nothing to compare.
const PANDOC: Partial<Record<ExportFormat, readonly string[]>> = {
  html: ["--to=html5", "--standalone", "--toc"],
  docx: ["--to=docx", "--toc"],
};

async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

function hasPandoc(): boolean {
  try {
    execFileSync("pandoc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Runs pandoc once on our Markdown and returns how long it took, its start included. */
function timePandoc(markdown: string, options: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), "duizhao-bench-"));
  try {
    const input = join(folder, "edition.md");
    writeFileSync(input, markdown);
    const started = performance.now();
    execFileSync(
      "pandoc",
      [
        ...options,
        "--metadata=title:x",
        `--output=${join(folder, "out")}`,
        input,
      ],
      { stdio: "ignore" },
    );
    return performance.now() - started;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const figure = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

async function measure(
  edition: Edition,
  layout: ExportLayout,
  withPandoc: boolean,
) {
  const markdown = String(exportMarkdown(edition, layout).body);
  const ours = await median(() => exportMarkdown(edition, layout));
  const rows: Record<string, string>[] = [];
  for (const format of ["markdown", "html", "docx"] as const) {
    const time =
      format === "markdown"
        ? ours
        : await median(() => EXPORTERS[format](edition, layout));
    const options = PANDOC[format];
    const pandoc =
      withPandoc && options !== undefined
        ? timePandoc(markdown, options)
        : null;
    rows.push({
      paragraphs: String(edition.paragraphs.length),
      notes: String(edition.notes.length),
      layout,
      format,
      duizhao: figure(time),
      pandoc: pandoc === null ? "-" : figure(pandoc),
      baseline:
        pandoc === null
          ? `${(time / ours).toFixed(1)} x our Markdown`
          : `${(pandoc / time).toFixed(1)} x as fast as pandoc`,
    });
  }
  return rows;
}

const sample = readSample();
const [document] = sample.documents;
if (document === undefined) throw new Error("The sample holds no document.");
const withPandoc = hasPandoc();
const asOf = new Date().toISOString();
const table: Record<string, string>[] = [];
const long = repeatDocument(document, 2000);
for (const edition of [
  editionOfBundle(sample, document, asOf),
  editionOfBundle(sample, long, asOf),
  editionOfBundle(sample, addNotes(long, 1000), asOf),
])
  for (const layout of EXPORT_LAYOUTS)
    table.push(...(await measure(edition, layout, withPandoc)));
console.log(
  withPandoc
    ? "Export, median of 5, beside pandoc (one run, from our Markdown, its start included)"
    : "Export, median of 5; pandoc is not on PATH, so the baseline is our own Markdown",
);
console.table(table);
