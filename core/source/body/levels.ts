import type { Line } from "@/core/source/line";
import { rankOf } from "./siblings";

/**
 * Gives every heading its level: its depth among the markers that the document uses. An annex is a document within
 * the document: it opens at level 1 and what it holds is counted below it, so that it never moves the main text.
 */
export function assignLevels(lines: readonly Line[]): readonly Line[] {
  const starts = lines.flatMap((line, index) => (isAnnex(line) ? [index] : []));
  return [0, ...starts].flatMap((from, index) =>
    levelPart(lines.slice(from, starts[index])),
  );
}

function isAnnex(line: Line | undefined): boolean {
  return line?.kind === "heading" && line.marker?.style === "annex";
}

function levelPart(lines: readonly Line[]): readonly Line[] {
  const above = isAnnex(lines[0]) ? 1 : 0;
  const depths = depthsOf(lines);
  return lines.map((line) => {
    if (line.kind !== "heading") return line;
    if (isAnnex(line)) return { ...line, level: 1 };
    return {
      ...line,
      level: Math.min(9, above + (depths.get(keyOf(line)) ?? 1)),
    };
  });
}

/** What a heading's depth hangs on: its marker's rank, or, where it has no marker, the depth its file gives it. */
function keyOf(line: Line): string {
  if (line.marker !== null) return `rank:${rankOf(line)}`;
  return line.block.heading === null ? "named" : `hint:${line.block.heading}`;
}

type Depth = { readonly key: string; readonly hint: number | null };

function depthsOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const ranks = new Map<number, number | null>();
  const hints = new Set<number>();
  for (const line of lines) {
    if (isAnnex(line)) continue;
    const isHeading = line.kind === "heading";
    const { heading } = line.block;
    if (line.marker === null && isHeading && heading !== null)
      hints.add(heading);
    if (line.marker === null || !(isHeading || line.kind === "numbered"))
      continue;
    const rank = rankOf(line);
    ranks.set(rank, ranks.get(rank) ?? (isHeading ? heading : null));
  }
  const ladder: Depth[] = [...ranks]
    .sort(([one], [other]) => one - other)
    .map(([rank, hint]) => ({ key: `rank:${rank}`, hint }));
  return depthsOnLadder(
    ladder,
    [...hints].sort((one, other) => one - other),
  );
}

/** An unmarked heading shares the step of the marked ones that have its style, or gets one of its own above the deeper. */
function depthsOnLadder(
  ladder: Depth[],
  hints: readonly number[],
): ReadonlyMap<string, number> {
  const twins = new Map<string, string>();
  for (const hint of hints) {
    const twin = ladder.find((step) => step.hint === hint);
    if (twin !== undefined) twins.set(`hint:${hint}`, twin.key);
    else
      ladder.splice(placeFor(hint, ladder), 0, { key: `hint:${hint}`, hint });
  }
  const depths = new Map(ladder.map((step, index) => [step.key, index + 1]));
  for (const [key, twin] of twins) depths.set(key, depths.get(twin) ?? 1);
  return depths;
}

function placeFor(hint: number, ladder: readonly Depth[]): number {
  const deeper = ladder.findIndex(
    (step) => step.hint !== null && step.hint > hint,
  );
  if (deeper >= 0) return deeper;
  return (
    ladder.findLastIndex((step) => step.hint !== null && step.hint < hint) + 1
  );
}
