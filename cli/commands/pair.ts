import path from "node:path";
import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { readBytes, writeBytes } from "@/cli/files";
import { readGlossaryFile } from "@/cli/read-glossary-file";
import { readSourceFile } from "@/cli/read-source-file";
import type { BundleTerm } from "@/core/bundle/bundle";
import { pairDocument } from "@/core/bundle/pair-document";
import { writeBundle } from "@/core/bundle/write-bundle";
import { AppError } from "@/core/errors";
import { loadPinyin } from "@/core/glossary/pinyin";
import { decodeText } from "@/server/import/encodings";
import { newId } from "@/server/ids";

export const pair: Command = {
  usage: "pair --source zh.txt --target en.txt [--glossary FILE.csv] -o BUNDLE",
  summary: "make a bundle of a document and its English, aligned line by line",
  help: `The English has one line for each paragraph of the source, or one for each of its lines, empty lines
included. An empty line: not translated. Words in [square brackets] become words supplied by the translator.

  -o, --output BUNDLE   the file to write; "-" is standard output`,
  async run(args) {
    const { values } = readArguments(
      args,
      {
        source: { required: true },
        target: { required: true },
        glossary: {},
        output: { short: "o", required: true },
      },
      [],
    );
    const file = values["source"] ?? "";
    const { text, ...source } = await readSourceFile(file);
    const targetLines = await readLines(values["target"] ?? "");
    checkCount(targetLines, source.paragraphs.length, text);
    const bundle = pairDocument({
      source,
      sourceText: text,
      fileName: file === "-" ? null : path.basename(file),
      targetLines,
      terms:
        values["glossary"] === undefined
          ? []
          : await readTerms(values["glossary"]),
      ids: newId,
    });
    await writeBytes(values["output"] ?? "", writeBundle(bundle));
  },
};

/** A file that ends too early is a file of another text as often as not: nothing is paired by guessing. */
function checkCount(
  lines: readonly string[],
  paragraphs: number,
  sourceText: string,
): void {
  const sourceLines = sourceText.replace(/\n$/, "").split(/\r\n?|\n/).length;
  const fits = (count: number) =>
    lines.length >= count &&
    lines.slice(count).every((line) => line.trim() === "");
  if (fits(paragraphs) || fits(sourceLines)) return;
  throw new AppError("invalid", "lines_mismatch", {
    values: { expected: paragraphs, found: lines.length },
  });
}

async function readLines(file: string): Promise<readonly string[]> {
  const { text } = decodeText(await readBytes(file), null);
  // The end of the last line is not the beginning of another one.
  return text
    .replace(/^\ufeff/, "")
    .replace(/(?:\r\n?|\n)$/, "")
    .split(/\r\n?|\n/);
}

async function readTerms(file: string): Promise<readonly BundleTerm[]> {
  const write = await loadPinyin();
  return (await readGlossaryFile(file)).map(
    ({ source, target, pinyin, note, status }) => ({
      source,
      target,
      pinyin: pinyin === null || pinyin === "" ? write(source) : pinyin,
      note: note ?? "",
      status: status ?? "proposed",
      explanation: null,
    }),
  );
}
