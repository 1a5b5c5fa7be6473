import { readArguments } from "@/cli/arguments";
import type { Command } from "@/cli/command";
import { print } from "@/cli/files";
import { readGlossaryFile } from "@/cli/read-glossary-file";
import { readSourceFile } from "@/cli/read-source-file";
import { buildMatcher, matchTerms } from "@/core/glossary/matcher";

export const terms: Command = {
  usage: "terms --glossary FILE.csv FILE",
  summary: "find the terms of a glossary in a Chinese document",
  help: `Prints a JSON array of {"paragraph", "from", "to", "source", "target"}: the number of the paragraph as in
"parse --json", counted from 0; UTF-16 offsets in its "text", the end not included; the term as the glossary has it.
Of terms that overlap, the one that begins first is found, and of those the longest. The CSV's first line names its
columns, at least source and target. FILE may be "-" for standard input.`,
  async run(args) {
    const { files, values } = readArguments(
      args,
      { glossary: { required: true } },
      ["FILE"],
    );
    const glossary = await readGlossaryFile(values["glossary"] ?? "");
    const { paragraphs } = await readSourceFile(files[0] ?? "");
    const matcher = buildMatcher(
      glossary.map(({ source }, index) => ({ id: String(index), source })),
    );
    const matches = paragraphs.flatMap(({ text }, paragraph) =>
      matchTerms(matcher, text).map(({ termId, from, to }) => {
        const term = glossary[Number(termId)];
        return {
          paragraph,
          from,
          to,
          source: term?.source,
          target: term?.target,
        };
      }),
    );
    const lines = matches.map((match) => JSON.stringify(match)).join(",\n");
    await print(lines === "" ? "[]\n" : `[\n${lines}\n]\n`);
  },
};
