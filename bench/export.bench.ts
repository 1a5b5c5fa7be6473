import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Edition } from "@/core/editions/edition";
import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import {
  DEFAULT_OPTIONS,
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportLayout,
} from "@/core/export/options";
import { packEdition } from "@/server/export/edition-pack";
import { QUEUE_LIMITS, startExportQueue } from "@/server/export/export-queue";
import { isWritten } from "@/server/export/exporters";
import { sha256 } from "@/server/hash";
import { addNotes } from "./add-notes";
import { timePandoc } from "./pandoc";
import { median } from "./product";
import { readSample, repeatDocument } from "./repeat-document";

/** How often each export runs in a child that is there already; the median is what counts. */
const RUNS = 3;

/** The same with other words, so that nothing of it is known from the time before. */
function withOtherWords(edition: Edition, turn: number): Edition {
  return {
    ...edition,
    paragraphs: edition.paragraphs.map((paragraph) => {
      const [first, ...others] = paragraph.target?.blocks ?? [];
      if (first?.kind !== "paragraph") return paragraph;
      const run = {
        kind: "text",
        text: `Version ${turn}. `,
        marks: [],
        href: null,
      } as const;
      const blocks = [{ ...first, runs: [run, ...first.runs] }, ...others];
      return { ...paragraph, forms: [], target: { version: 2, blocks } };
    }),
  };
}

/** The most memory a process has held, in megabytes; Linux alone says it. */
function peakOf(pid: number | undefined): string {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
    return `${Math.round(kilobytes / 1000)} MB`;
  } catch {
    return "-";
  }
}

const figure = (time: number) => `${time.toFixed(0)} ms`;

/** Exports in a child that is started for it, and again in the same child. */
async function measure(edition: Edition, choice: ExportChoice) {
  const queue = startExportQueue({
    ...QUEUE_LIMITS,
    memoryAtRest: QUEUE_LIMITS.memory,
  });
  const time = async (turn: number) => {
    const other = withOtherWords(edition, turn);
    const started = performance.now();
    await queue.run(packEdition(other), choice);
    return performance.now() - started;
  };
  const cold = await time(0);
  const peak = peakOf(queue.pids()[0]);
  const warm: number[] = [];
  for (let turn = 1; turn <= RUNS; turn += 1) warm.push(await time(turn));
  await queue.close();
  return { cold, warm: median(warm), peak };
}

const sample = readSample();
const [document] = sample.documents;
if (document === undefined) throw new Error("The sample holds no document.");
const moment = {
  asOf: new Date().toISOString(),
  sha256: sha256(document.source.text),
};
const long = addNotes(repeatDocument(document, 2000), 1000);
const editions = [
  ["sample", editionOfBundle(sample, document, moment)],
  ["2,000 paragraphs, 1,000 notes", editionOfBundle(sample, long, moment)],
] as const;

async function markdownOf(edition: Edition, layout: ExportLayout) {
  const queue = startExportQueue();
  const options = { ...DEFAULT_OPTIONS, layout };
  const { body } = await queue.run(packEdition(edition), {
    format: "md",
    options,
  });
  await queue.close();
  return String(body);
}

const hasPandoc = (() => {
  try {
    execFileSync("pandoc", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

// The bundle of the child is made once in the life of a server.
await markdownOf(editions[0][1], "english");
console.log(
  "Exports in their child process: started for the export (cold), kept for the next one with other words (warm, median of 3), its peak memory when cold; beside pandoc making the same from our Markdown, once",
);
const WIDTHS = [31, 10, 9, 10, 10, 9, 10, 12];
const print = (...cells: readonly string[]) =>
  console.log(cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join(""));
print(
  "document",
  "layout",
  "format",
  "cold",
  "warm",
  "memory",
  "pandoc",
  "cold is",
);
for (const [name, edition] of editions)
  for (const layout of ["english", "parallel"] as const) {
    const markdown = await markdownOf(edition, layout);
    for (const format of EXPORT_FORMATS.filter(isWritten)) {
      if (layout === "parallel" && !["pdf", "docx"].includes(format)) continue;
      const options = { ...DEFAULT_OPTIONS, layout };
      const ours = await measure(edition, { format, options });
      const pandoc = hasPandoc ? timePandoc(markdown, format) : null;
      print(
        name,
        layout,
        format,
        figure(ours.cold),
        figure(ours.warm),
        ours.peak,
        pandoc === null ? "-" : figure(pandoc),
        pandoc === null ? "-" : `${(pandoc / ours.cold).toFixed(1)} x as fast`,
      );
    }
  }
