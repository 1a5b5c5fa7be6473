import { numberInHead } from "./page-numbers";
import { runsOn, type PageLine } from "./page-lines";
import type { Measure } from "./wrapping";

const MAX_HEAD = 60;
/** A head and a second line below it. */
export const MAX_HEAD_LINES = 2;

type Seen = {
  all: number;
  readonly beside: number[];
  readonly parting: number[];
};

/**
 * Finds running heads and feet: lines that come again beside page numbers or form feeds, or that count pages themselves
 * and part sentences. What comes again anywhere else is text.
 */
export function findRunningHeads(
  lines: readonly PageLine[],
  numbers: ReadonlySet<number>,
  measure: Measure | null,
): ReadonlySet<number> {
  const found = new Set<number>();
  const repeated = repeatedLines(lines);
  for (let round = 0; round < MAX_HEAD_LINES; round += 1) {
    const taken = new Set([...numbers, ...found]);
    const before = found.size;
    for (const seen of countHeads(lines, repeated, taken, measure).values())
      for (const index of headsAmong(seen)) found.add(index);
    if (found.size === before) break;
  }
  return found;
}

function countHeads(
  lines: readonly PageLine[],
  repeated: ReadonlySet<number>,
  taken: ReadonlySet<number>,
  measure: Measure | null,
): ReadonlyMap<string, Seen> {
  const heads = new Map<string, Seen>();
  for (const index of repeated) {
    const line = lines[index];
    if (line === undefined || taken.has(index)) continue;
    const key = keyOf(line.text);
    if (key === null) continue;
    const seen = heads.get(key) ?? { all: 0, beside: [], parting: [] };
    seen.all += 1;
    if (isBeside(lines, index, taken)) seen.beside.push(index);
    const counts = measure !== null || numberInHead(line.text) !== null;
    if (counts && runsOn(lines[index - 1], lines[index + 1], measure))
      seen.parting.push(index);
    heads.set(key, seen);
  }
  return heads;
}

/** The lines that come more than once and could be running heads. */
export function repeatedLines(lines: readonly PageLine[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  const repeated = new Set<number>();
  lines.forEach(({ text }, index) => {
    const key = keyOf(text);
    if (key === null) return;
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    else repeated.add(before).add(index);
  });
  return repeated;
}

/** The words of a line that may be a running head, without its number; null where it cannot be one. */
function keyOf(text: string): string | null {
  if (text.length > MAX_HEAD || /[。；;：:，,、！？!?]$/.test(text))
    return null;
  const words = text.normalize("NFKC").replace(/[\d\s·•|—\-–]/g, "");
  return words.length < 2 ? null : words;
}

function isBeside(
  lines: readonly PageLine[],
  index: number,
  taken: ReadonlySet<number>,
): boolean {
  return (
    taken.has(index - 1) ||
    taken.has(index + 1) ||
    (index > 0 && lines[index]?.opensPage === true) ||
    lines[index + 1]?.opensPage === true
  );
}

/** The first of a line's occurrences may be the title itself. */
function headsAmong({ all, beside, parting }: Seen): readonly number[] {
  if (beside.length >= 2 && beside.length >= (all - 1) / 2) return beside;
  if (parting.length >= 2 && parting.length >= (all - 1) / 2) return parting;
  return [];
}
