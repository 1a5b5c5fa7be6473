import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { describeLost, describeNotes } from "@/cli/describe-notes";
import { Refusal } from "@/cli/failure";
import { complain, readBytes, writeBytes } from "@/cli/files";
import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import {
  EXPORT_LAYOUTS,
  type Edition,
  type ExportedFile,
  type ExportLayout,
} from "@/core/editions/edition";
import { assembleEdition } from "@/core/editions/assemble-edition";
import { inputOfBundle } from "@/core/editions/edition-of-bundle";
import { exportHtml } from "@/core/export/html";
import { exportMarkdown } from "@/core/export/markdown";
import { exportDocx } from "@/server/export/docx";

type Exporter = (
  edition: Edition,
  layout: ExportLayout,
) => ExportedFile | Promise<ExportedFile>;

const EXPORTERS: Readonly<Record<string, Exporter>> = {
  md: exportMarkdown,
  markdown: exportMarkdown,
  html: exportHtml,
  docx: exportDocx,
};

export const exportEdition: Command = {
  usage: "export BUNDLE --format md|html|docx --layout english|parallel -o OUT",
  summary: "write the English edition of a document from a bundle",
  help: `  --format md|html|docx        Markdown, one self-contained page, or a Word file
  --layout english|parallel    English alone, or both texts side by side
  --document N                 which document of the bundle, counted from 1, where it has more than one
  -o, --output OUT             the file to write; "-" is standard output

Notes become footnotes. Which of them have no place in the English, and so are not printed, and how many nobody has
reviewed is told on standard error.`,
  async run(args) {
    const { files, values } = readArguments(
      args,
      {
        format: { required: true },
        layout: { required: true },
        document: {},
        output: { short: "o", required: true },
      },
      ["BUNDLE"],
    );
    const exporter = choose(
      "format",
      values["format"] ?? "",
      EXPORTERS,
      "md, html or docx",
    );
    const layouts = Object.fromEntries(
      EXPORT_LAYOUTS.map((layout) => [layout, layout]),
    );
    const layout = choose(
      "layout",
      values["layout"] ?? "",
      layouts,
      EXPORT_LAYOUTS.join(" or "),
    );
    const bundle = readBundle(
      new TextDecoder().decode(await readBytes(files[0] ?? "")),
    );
    const document = findDocument(bundle, values["document"]);
    const input = inputOfBundle(bundle, document, new Date().toISOString());
    const edition = assembleEdition(input);
    await writeBytes(
      values["output"] ?? "",
      (await exporter(edition, layout)).body,
    );
    complain([
      ...describeNotes(edition, input.notes),
      ...describeLost([document]),
    ]);
  },
};

function choose<T>(
  name: string,
  value: string,
  choices: Readonly<Record<string, T>>,
  names: string,
): T {
  const choice = Object.hasOwn(choices, value) ? choices[value] : undefined;
  if (choice === undefined)
    throw new Refusal(`--${name} is ${names}, not “${value}”.`);
  return choice;
}

function findDocument(
  { documents }: Bundle,
  number: string | undefined,
): BundleDocument {
  if (number === undefined && documents.length > 1) {
    throw new Refusal(
      `the bundle has ${documents.length} documents: say which with --document.`,
    );
  }
  const document = /^\d+$/.test(number ?? "1")
    ? documents[Number(number ?? "1") - 1]
    : undefined;
  if (document === undefined)
    throw new Refusal(`the bundle has no document ${number ?? "1"}.`);
  return document;
}
