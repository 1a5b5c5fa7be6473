import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { print } from "@/cli/files";
import { readSourceFile } from "@/cli/read-source-file";
import type { ParsedSource, SourceParagraph } from "@/core/source/paragraph";
import { toSourceJson } from "@/core/source/to-json";

export const parse: Command = {
  usage: "parse FILE [--json]",
  summary: "show the structure of a Chinese document",
  help: `FILE is a text, Markdown, HTML or Word file; "-" reads standard input.

  --json   {"metadata": {...}, "paragraphs": [{"kind", "level", "marker", "runIn", "text"}],
            "remarks": [{"kind", "paragraph", "at", "detail"}]}
           "text" is the whole paragraph, marker included; "level" counts headings from 1;
           kinds are title, heading, numbered, item, body, meta and table;
           "remarks" are what was left out or is uncertain, by paragraph (from 0) and offset`,
  async run(args) {
    const { files, flags } = readArguments(args, { json: { flag: true } }, [
      "FILE",
    ]);
    const source = await readSourceFile(files[0] ?? "");
    await print(
      flags["json"] === true
        ? `${JSON.stringify(toSourceJson(source), null, 2)}\n`
        : outline(source),
    );
  },
};

/** How much of a paragraph a line shows, in characters. */
const SHOWN = 60;

function outline(source: ParsedSource): string {
  const { paragraphs } = source;
  const known = Object.entries(toSourceJson(source).metadata).filter(
    ([, value]) => value !== null,
  );
  const width = Math.max(0, ...known.map(([key]) => key.length));
  const head = known.map(
    ([key, value]) => `${key.padEnd(width)}  ${String(value)}\n`,
  );
  const lines = paragraphs.map(
    (paragraph, index) =>
      `${String(index).padStart(5)}  ${describe(paragraph)}\n`,
  );
  return [...head, head.length > 0 ? "\n" : "", ...lines].join("");
}

function describe({ kind, level, text, runIn }: SourceParagraph): string {
  const name = level === null ? kind : `${kind} ${level}`;
  const shown = [
    ...(runIn === null
      ? text
      : text.slice(0, text.indexOf(runIn) + runIn.length)),
  ];
  const line = shown.slice(0, SHOWN).join("").replace(/\s+/g, " ");
  const isWhole = shown.length <= SHOWN && runIn === null;
  return `${name.padEnd(11)} ${line}${isWhole ? "" : " …"}`;
}
