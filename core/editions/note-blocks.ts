import { citationRuns } from "@/core/notes/citation";
import { isEmptyRichText, type Block, type Run } from "@/core/text/rich-text";
import type { EditionNote } from "./edition";

/** Stands where a note has no words yet. */
export const UNWRITTEN = "[Note not written yet]";

const run = (text: string): Run => ({
  kind: "text",
  text,
  marks: [],
  href: null,
});

/** The words of a note as editions print them: its body, its sources in the one citation style at the end. */
export function noteBlocks({
  body,
  citations,
}: Pick<EditionNote, "body" | "citations">): readonly Block[] {
  const cited = citations.map(citationRuns).filter((runs) => runs.length > 0);
  const sources = cited.flatMap((runs, index): readonly Run[] =>
    index === 0 ? runs : [run("; "), ...runs],
  );
  const blocks = isEmptyRichText(body) ? [] : body.blocks;
  if (sources.length === 0)
    return blocks.length > 0
      ? blocks
      : [{ kind: "paragraph", runs: [run(UNWRITTEN)] }];
  const sentence = endsSentence(sources) ? sources : [...sources, run(".")];
  const last = blocks.at(-1);
  return last?.kind === "paragraph" && last.runs.length > 0
    ? [
        ...blocks.slice(0, -1),
        { ...last, runs: [...last.runs, run(" "), ...sentence] },
      ]
    : [...blocks, { kind: "paragraph", runs: sentence }];
}

function endsSentence(runs: readonly Run[]): boolean {
  const last = runs.at(-1);
  return last?.kind === "text" && /[.!?]$/u.test(last.text);
}
