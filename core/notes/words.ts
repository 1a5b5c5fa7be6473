import {
  MARKS,
  type Block,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { mapRuns } from "./marks";

/**
 * The words of a text with their formats, in one form however marks of notes stand among them: a text that gets a mark
 * has the same words as before. This is what an approval is of.
 */
export function wordsOf(richText: RichText): RichText {
  const bare = mapRuns(richText, joinWords);
  const blocks = filled(bare.blocks);
  return blocks === richText.blocks ? richText : { ...bare, blocks };
}

function joinWords(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.kind === "note") continue;
    const last = joined.at(-1);
    const isSame =
      run.kind === "text" &&
      last?.kind === "text" &&
      last.href === run.href &&
      formatOf(last) === formatOf(run);
    if (isSame)
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined.length === runs.length ? runs : joined;
}

function formatOf({ marks }: Extract<Run, { kind: "text" }>): string {
  return MARKS.filter((mark) => marks.includes(mark)).join();
}

/** A lone paragraph without words, in which only a mark stood, is nothing. */
function filled(blocks: readonly Block[]): readonly Block[] {
  const [only] = blocks;
  if (
    blocks.length === 1 &&
    only?.kind === "paragraph" &&
    only.runs.length === 0
  )
    return [];
  const inner = blocks.map(filledBlock);
  return inner.every((block, index) => block === blocks[index])
    ? blocks
    : inner;
}

function filledBlock(block: Block): Block {
  switch (block.kind) {
    case "paragraph":
      return block;
    case "list": {
      const items = block.items.map(filled);
      const isSame = items.every((item, index) => item === block.items[index]);
      return isSame ? block : { ...block, items };
    }
    case "table": {
      const rows = block.rows.map((row) =>
        row.map((cell) => {
          const blocks = filled(cell.blocks);
          return blocks === cell.blocks ? cell : { ...cell, blocks };
        }),
      );
      const isSame = rows.every((row, index) =>
        row.every((cell, column) => cell === block.rows[index]?.[column]),
      );
      return isSame ? block : { ...block, rows };
    }
  }
}
