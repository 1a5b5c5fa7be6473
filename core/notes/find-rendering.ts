import type { RichText, Run } from "@/core/text/rich-text";
import { mapRuns, runsOf } from "./marks";

/** A place in a rich text: the paragraph as `runsOf` counts them, the run in it, the UTF-16 offset in the run's text. */
export type RunPlace = {
  readonly paragraph: number;
  readonly run: number;
  readonly offset: number;
};

/** Finds the place right behind a term's rendering, the first one in the text; null where it is not there. */
export function findRendering(
  richText: RichText,
  rendering: string,
): RunPlace | null {
  for (const [paragraph, runs] of runsOf(richText.blocks).entries()) {
    for (const [run, each] of runs.entries()) {
      if (each.kind !== "text") continue;
      const at = each.text.toLowerCase().indexOf(rendering.toLowerCase());
      if (at !== -1) return { paragraph, run, offset: at + rendering.length };
    }
  }
  return null;
}

/** Puts runs into a text at a place, parting the run that stands there. */
export function insertRuns(
  richText: RichText,
  place: RunPlace,
  inserted: readonly Run[],
): RichText {
  let paragraph = -1;
  return mapRuns(richText, (runs) => {
    paragraph += 1;
    return paragraph === place.paragraph
      ? insertInto(runs, place, inserted)
      : runs;
  });
}

function insertInto(
  runs: readonly Run[],
  { run: index, offset }: RunPlace,
  inserted: readonly Run[],
): readonly Run[] {
  const run = runs[index];
  if (run?.kind !== "text")
    return [...runs.slice(0, index), ...inserted, ...runs.slice(index)];
  const before = { ...run, text: run.text.slice(0, offset) };
  const after = { ...run, text: run.text.slice(offset) };
  return [
    ...runs.slice(0, index),
    ...(before.text === "" ? [] : [before]),
    ...inserted,
    ...(after.text === "" ? [] : [after]),
    ...runs.slice(index + 1),
  ];
}
