import type { EditionParagraph, SourceNote } from "@/core/editions/edition";
import type { Block, Run } from "@/core/text/rich-text";

/** The `ref` of marks in the Chinese, where each is its note's own place. */
const SOURCE_REF = "source";

/** The Chinese of a paragraph as blocks: its table, or its text with the run-in heading in bold. */
export function sourceBlocks({
  source,
  runIn,
}: Pick<EditionParagraph, "source" | "runIn">): readonly Block[] {
  if (source.table !== null)
    return tableBlocks(source.table.rows, source.text, source.notes);
  const at = runIn === null ? -1 : source.text.indexOf(runIn);
  if (runIn === null || at === -1)
    return paragraphsOf(source.text, source.notes);
  const boldTo = at + runIn.length;
  const whole = { from: 0, to: source.text.length };
  const runs = runsBetween(source.text, whole, source.notes, boldTo);
  return [{ kind: "paragraph", runs }];
}

/** Plain text as blocks, each line a paragraph, with the marks of notes at the ends of their words. */
export function paragraphsOf(
  text: string,
  notes: readonly SourceNote[] = [],
): readonly Block[] {
  const lines = linesOf(text);
  if (lines.length === 0) return blankParagraph(notes);
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    const own = notes.filter(
      ({ to }) =>
        // What ends in an empty line belongs to the line before it.
        to > (index === 0 ? -1 : line.from) &&
        (isLast || to <= (lines[index + 1]?.from ?? line.to)),
    );
    return { kind: "paragraph", runs: runsBetween(text, line, own, 0) };
  });
}

/** Where there are no words at all: the marks alone. */
function blankParagraph(notes: readonly SourceNote[]): readonly Block[] {
  if (notes.length === 0) return [];
  const runs = runsBetween("", { from: 0, to: 0 }, notes, 0);
  return [{ kind: "paragraph", runs }];
}

type Range = { readonly from: number; readonly to: number };

function linesOf(text: string): readonly Range[] {
  const lines: Range[] = [];
  let from = 0;
  for (const line of text.split("\n")) {
    const to = from + line.replace(/\r$/, "").length;
    if (line.trim() !== "") lines.push({ from, to });
    from += line.length + 1;
  }
  return lines;
}

/** The runs of a part of the text; notes that end outside of it stand at its nearer edge. */
function runsBetween(
  text: string,
  { from, to }: Range,
  notes: readonly SourceNote[],
  boldTo: number,
): readonly Run[] {
  const runs: Run[] = [];
  let at = from;
  const write = (end: number) => {
    for (const stop of [Math.min(end, Math.max(at, boldTo)), end]) {
      if (stop <= at) continue;
      runs.push(textRun(text.slice(at, stop), stop <= boldTo));
      at = stop;
    }
  };
  for (const note of notes) {
    write(Math.min(Math.max(note.to, at), to));
    runs.push({ kind: "note", noteId: note.noteId, ref: SOURCE_REF });
  }
  write(to);
  return runs;
}

const textRun = (text: string, bold: boolean): Run => ({
  kind: "text",
  text,
  marks: bold ? ["bold"] : [],
  href: null,
});

type SourceRows = NonNullable<EditionParagraph["source"]["table"]>["rows"];

/** The table of a source; notes stand in the cell that holds their words, or at the end where no cell does. */
function tableBlocks(
  rows: SourceRows,
  text: string,
  notes: readonly SourceNote[],
): readonly Block[] {
  const ranges = locateCells(rows.flat(), text);
  // Without a cell that could hold them, the notes stand below.
  if (ranges.length === 0)
    return [{ kind: "table", rows: [] }, ...blankParagraph(notes)];
  const own = ranges.map((): SourceNote[] => []);
  for (const note of notes) {
    const index = ranges.findIndex(
      (range) => range !== null && note.to > range.from && note.to <= range.to,
    );
    // Behind the last words of the last cell, which can be longer than the text says.
    const to = index === -1 ? Infinity : note.to - (ranges[index]?.from ?? 0);
    own.at(index)?.push({ ...note, to });
  }
  let index = -1;
  const cells = rows.map((row) =>
    row.map(({ text: words, ...cell }) => {
      index += 1;
      return { ...cell, blocks: paragraphsOf(words, own[index]) };
    }),
  );
  return [{ kind: "table", rows: cells }];
}

/** Where the text of each cell stands in the text of the paragraph, in order; null where it is not found. */
function locateCells(
  cells: readonly { readonly text: string }[],
  text: string,
): readonly (Range | null)[] {
  let cursor = 0;
  return cells.map((cell) => {
    const from = cell.text === "" ? -1 : text.indexOf(cell.text, cursor);
    if (from === -1) return null;
    cursor = from + cell.text.length;
    return { from, to: cursor };
  });
}
