import type { RowSummary } from "@/core/documents/views";
import { TRANSLATION_STATUSES } from "@/core/documents/views";

/** One line of the outline: a heading with what belongs to it, or a paragraph with a run-in heading. */
export type OutlineEntry = {
  readonly id: string;
  /** The row's place in the document. */
  readonly index: number;
  /** 1-based depth in the outline. */
  readonly depth: number;
  readonly marker: string;
  readonly source: string;
  readonly english: string | null;
  readonly isSection: boolean;
  readonly hasChildren: boolean;
  /** The place after the last row that belongs to it. */
  readonly end: number;
  readonly done: number;
  readonly total: number;
  readonly charactersDone: number;
  readonly characters: number;
};

const TRANSLATED = TRANSLATION_STATUSES.indexOf("translated");

/** Lists the outline of a document in order, with what is done in each section. */
export function listOutline(
  summaries: readonly RowSummary[],
): readonly OutlineEntry[] {
  // The source line at the foot of a page belongs to no section.
  const counts = (row: RowSummary) => (row.kind === "meta" ? 0 : 1);
  const total = sumUp(summaries, counts);
  const done = sumUp(summaries, (row) => (isDone(row) ? counts(row) : 0));
  const charactersDone = sumUp(summaries, (row) =>
    isDone(row) ? row.characters : 0,
  );
  const characters = sumUp(summaries, (row) => row.characters);

  const heads = summaries.flatMap((row, index) => {
    const rank = rankOf(row);
    return rank === null ? [] : [{ row, index, rank }];
  });
  const open: number[] = [];
  return heads.map(({ row, index, rank }, position) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= rank) open.pop();
    open.push(rank);
    const next = heads[position + 1];
    const end =
      heads.slice(position + 1).find((head) => head.rank <= rank)?.index ??
      summaries.length;
    return {
      id: row.id,
      index,
      depth: open.length,
      marker: row.marker ?? "",
      source: row.heading ?? "",
      english: row.headingEnglish,
      isSection: row.kind === "heading",
      hasChildren: next !== undefined && next.rank > rank,
      end,
      done: span(done, index, end),
      total: span(total, index, end),
      charactersDone: span(charactersDone, index, end),
      characters: span(characters, index, end),
    };
  });
}

/** The entry to which a row belongs: the last that begins at or before it. */
export function entryAt(
  entries: readonly OutlineEntry[],
  index: number,
): OutlineEntry | null {
  return entries.findLast((entry) => entry.index <= index) ?? null;
}

/** A numbered paragraph stands below every heading, whatever the heading's level. */
function rankOf(row: RowSummary): number | null {
  if (row.heading === null) return null;
  if (row.kind === "heading") return row.level ?? 1;
  return row.kind === "numbered" ? 100 + (row.level ?? 0) : null;
}

function isDone(row: RowSummary): boolean {
  return TRANSLATION_STATUSES.indexOf(row.status) >= TRANSLATED;
}

/** Running sums, so that a section's total is one subtraction. */
function sumUp(
  rows: readonly RowSummary[],
  value: (row: RowSummary) => number,
): readonly number[] {
  const sums = [0];
  for (const row of rows) sums.push((sums.at(-1) ?? 0) + value(row));
  return sums;
}

function span(sums: readonly number[], from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}
