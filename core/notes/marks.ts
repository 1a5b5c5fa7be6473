import type { Block, NoteMark, RichText, Run } from "@/core/text/rich-text";

/** The marks of notes in a text, in order; of two with the same note and ref the first. */
export function marksOf(richText: RichText): readonly NoteMark[] {
  const marks: NoteMark[] = [];
  const seen = new Set<string>();
  for (const runs of runsOf(richText.blocks)) {
    for (const run of runs) {
      if (run.kind !== "note" || seen.has(keyOf(run))) continue;
      seen.add(keyOf(run));
      marks.push(run);
    }
  }
  return marks;
}

/** Takes out the marks that are not kept, and doubles; a text without any comes back as itself. */
export function keepMarks(
  richText: RichText,
  isKept: (mark: NoteMark) => boolean,
): RichText {
  const seen = new Set<string>();
  return mapRuns(richText, (runs) =>
    filterSame(runs, (run) => {
      if (run.kind !== "note") return true;
      if (seen.has(keyOf(run)) || !isKept(run)) return false;
      seen.add(keyOf(run));
      return true;
    }),
  );
}

/** A text without any marks of notes; one that has none comes back as itself. */
export function withoutMarks(richText: RichText): RichText {
  return keepMarks(richText, () => false);
}

/** Gives marks other notes; one whose note is null is taken out. */
export function mapMarks(
  richText: RichText,
  noteIdOf: (noteId: string) => string | null,
): RichText {
  return mapRuns(richText, (runs) => {
    let isSame = true;
    const mapped = runs.flatMap((run): readonly Run[] => {
      if (run.kind !== "note") return [run];
      const noteId = noteIdOf(run.noteId);
      if (noteId === run.noteId) return [run];
      isSame = false;
      return noteId === null ? [] : [{ ...run, noteId }];
    });
    return isSame ? runs : mapped;
  });
}

/** Changes the runs of every paragraph of a text, in lists and cells too; where nothing changes the text is returned as itself. */
export function mapRuns(
  richText: RichText,
  change: (runs: readonly Run[]) => readonly Run[],
): RichText {
  const blocks = mapBlocks(richText.blocks, change);
  return blocks === richText.blocks ? richText : { ...richText, blocks };
}

/** The runs of every paragraph, in lists and cells too, in order. */
export function runsOf(blocks: readonly Block[]): readonly (readonly Run[])[] {
  return blocks.flatMap((block): readonly (readonly Run[])[] => {
    switch (block.kind) {
      case "paragraph":
        return [block.runs];
      case "list":
        return block.items.flatMap(runsOf);
      case "table":
        return block.rows.flat().flatMap((cell) => runsOf(cell.blocks));
    }
  });
}

function keyOf(mark: NoteMark): string {
  return `${mark.noteId} ${mark.ref}`;
}

function mapBlocks(
  blocks: readonly Block[],
  change: (runs: readonly Run[]) => readonly Run[],
): readonly Block[] {
  return mapSame(blocks, (block): Block => {
    switch (block.kind) {
      case "paragraph": {
        const runs = change(block.runs);
        return runs === block.runs ? block : { ...block, runs };
      }
      case "list": {
        const items = mapSame(block.items, (item) => mapBlocks(item, change));
        return items === block.items ? block : { ...block, items };
      }
      case "table": {
        const rows = mapSame(block.rows, (row) =>
          mapSame(row, (cell) => {
            const inner = mapBlocks(cell.blocks, change);
            return inner === cell.blocks ? cell : { ...cell, blocks: inner };
          }),
        );
        return rows === block.rows ? block : { ...block, rows };
      }
    }
  });
}

function mapSame<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const mapped = items.map(change);
  return mapped.every((item, index) => item === items[index]) ? items : mapped;
}

function filterSame<T>(
  items: readonly T[],
  isKept: (item: T) => boolean,
): readonly T[] {
  const kept = items.filter(isKept);
  return kept.length === items.length ? items : kept;
}
