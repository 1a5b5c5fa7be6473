import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { describeLost, describeNotes } from "@/cli/describe-notes";
import { EXPORT_HELP, EXPORT_OPTIONS, readChoice } from "@/cli/export-choice";
import { Refusal } from "@/cli/failure";
import { complain, readBytes, writeBytes } from "@/cli/files";
import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { publicBundle } from "@/core/bundle/public-bundle";
import { readBundle } from "@/core/bundle/read-bundle";
import { writeBundle } from "@/core/bundle/write-bundle";
import { assembleEdition } from "@/core/editions/assemble-edition";
import { inputOfBundle } from "@/core/editions/edition-of-bundle";
import { exportEdition as writeEdition } from "@/server/export/exporters";
import { sha256 } from "@/server/hash";

export const exportEdition: Command = {
  usage: "export BUNDLE --format FORMAT [--layout LAYOUT] [options] -o OUT",
  summary:
    "write the English edition of a document from a bundle, in any format",
  help: EXPORT_HELP,
  async run(args) {
    const { files, values, flags } = readArguments(args, EXPORT_OPTIONS, [
      "BUNDLE",
    ]);
    const choice = readChoice(values, flags);
    const bundle = readBundle(
      new TextDecoder().decode(await readBytes(files[0] ?? "")),
    );
    const document = findDocument(bundle, values["document"]);
    const input = inputOfBundle(bundle, document, {
      asOf: new Date().toISOString(),
      sha256: sha256(document.source.text),
    });
    const edition = assembleEdition(input);
    const body =
      choice.format === "bundle"
        ? writeBundle(publicBundle(bundle, document.id))
        : (await writeEdition(edition, choice)).body;
    await writeBytes(values["output"] ?? "", body);
    complain([
      ...describeNotes(edition, input.notes),
      ...describeLost([document]),
    ]);
  },
};

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
