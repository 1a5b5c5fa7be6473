import path from "node:path";
import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { Refusal } from "@/cli/failure";
import { complain, readBytes, writeBytes } from "@/cli/files";
import { readGlossaryFile } from "@/cli/read-glossary-file";
import { readSourceFile } from "@/cli/read-source-file";
import type { Bundle, BundleTerm } from "@/core/bundle/bundle";
import { pairDocument } from "@/core/bundle/pair-document";
import { writeBundle } from "@/core/bundle/write-bundle";
import { loadPinyin } from "@/core/glossary/pinyin";
import { marksOf } from "@/core/notes/marks";
import { readFootnotes } from "@/core/notes/pandoc/footnotes";
import { countIds } from "@/server/count-ids";
import { decodeText } from "@/server/import/encodings";

export const pair: Command = {
  usage: "pair ZH.txt EN.txt [--glossary FILE.csv] -o BUNDLE",
  summary: "make a bundle of a document and its English, aligned line by line",
  help: `The English has one line for each paragraph of the source, or one for each of its lines, empty lines
included. An empty line: not translated. Words in [square brackets] become words supplied by the translator.

Pandoc footnotes become translator's notes: [^1] or [^label] in a line, and a line that begins with [^1]: for the
note itself, with *italic*, **bold** and [links](https://example.org); lines behind it that are indented by four
blanks or a tab go on with it. These lines are not counted, nor are empty lines at the end. A bracket that is
neither is written \\[.

  --source ZH.txt       the source, where it is not the first argument
  --target EN.txt       the English, where it is not the second one
  --glossary FILE.csv   the glossary; its first line names its columns, at least source and target
  -o, --output BUNDLE   the file to write; "-" is standard output`,
  async run(args) {
    const { files, values } = readArguments(
      args,
      {
        source: {},
        target: {},
        glossary: {},
        output: { short: "o", required: true },
      },
      ["[ZH.txt]", "[EN.txt]"],
    );
    const [file, english] = chooseFiles(files, values);
    const { text, ...source } = await readSourceFile(file);
    const targetLines = await readLines(english);
    const bundle = pairDocument({
      source,
      sourceText: text,
      fileName: file === "-" ? null : path.basename(file),
      targetLines,
      terms:
        values["glossary"] === undefined
          ? []
          : await readTerms(values["glossary"]),
      ids: countIds(`duizhao pair ${text}`, 0),
    });
    await writeBytes(values["output"] ?? "", writeBundle(bundle));
    complain(
      listWarnings(targetLines, bundle).map((line) => `${english}:${line}`),
    );
  },
};

/** The source and the English, each given by its place or by its name. */
function chooseFiles(
  files: readonly string[],
  { source, target }: Readonly<Record<string, string | undefined>>,
): readonly [string, string] {
  const rest = [...files];
  const chosen = [source ?? rest.shift(), target ?? rest.shift()] as const;
  const [zh, en] = chosen;
  if (rest[0] !== undefined)
    throw new Refusal(
      `“${rest[0]}” is one argument too many: --help says what is expected.`,
    );
  if (zh === undefined || en === undefined)
    throw new Refusal(
      `${zh === undefined ? "ZH.txt" : "EN.txt"} is missing: --help says what is expected.`,
    );
  return [zh, en];
}

/** What of the notes may not be meant as it is, by line. */
function listWarnings(
  lines: readonly string[],
  { documents: [document] }: Bundle,
): readonly string[] {
  const { footnotes, warnings } = readFootnotes(lines);
  const placed = new Set(
    document?.paragraphs.flatMap(({ translations }) =>
      translations.flatMap(({ target }) =>
        marksOf(target).map(({ noteId }) => noteId),
      ),
    ),
  );
  const unplaced = footnotes.flatMap(({ label, line }, index) =>
    placed.has(document?.notes[index]?.id ?? "")
      ? []
      : [
          {
            line,
            text: `no line refers to the note [^${label}]: it has no place`,
          },
        ],
  );
  const others = warnings.map(({ kind, line, label, address }) => {
    switch (kind) {
      case "empty":
        return { line, text: `the note [^${label}] has no words` };
      case "nested":
        return {
          line,
          text: `a note has no notes: [^…] in [^${label}] is text`,
        };
      case "address":
        return {
          line,
          text: `no link may lead to “${address}”: only its words are kept`,
        };
    }
  });
  return [...unplaced, ...others]
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, text }) => `${line}: ${text}`);
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
    ({ source, target, pinyin, note, status, category }) => ({
      source,
      target,
      pinyin: pinyin === null || pinyin === "" ? write(source) : pinyin,
      note: note ?? "",
      status: status ?? "proposed",
      category: category ?? "term",
      explanation: null,
    }),
  );
}
