import {
  findStems,
  readWords,
  wantedStems,
  wordsOf,
} from "@/core/glossary/has-rendering";
import type { RichText, Run } from "@/core/text/rich-text";
import { mapRuns, runsOf } from "./marks";

/** A place in a rich text: the paragraph as `runsOf` counts them, the run in it, the UTF-16 offset in the run's text. */
export type RunPlace = {
  readonly paragraph: number;
  readonly run: number;
  readonly offset: number;
};

/** Runs that are put into a text. */
export type Insertion = {
  readonly place: RunPlace;
  readonly runs: readonly Run[];
};

/**
 * Finds the place right behind a term's rendering, the first in the text, by the same rules as `hasRendering`; signs that
 * end the rendering ("8090+") and an 's are passed. Null where it is not there.
 */
export function findRendering(
  richText: RichText,
  rendering: string,
): RunPlace | null {
  return findRenderings(richText, [rendering])[0] ?? null;
}

/**
 * What looking for all renderings in one text may cost, in words that are compared: a hundred times what a long paragraph
 * full of terms takes, a twentieth of a second. A glossary that is made to be slow leaves the shortest ones unfound.
 */
const MOST = 5_000_000;

/**
 * Finds the places behind several renderings, one for each: longer ones choose first, and what one has taken is no place
 * for another, so that "innovation" is not found inside "scientific and technological innovation".
 */
export function findRenderings(
  richText: RichText,
  renderings: readonly string[],
): readonly (RunPlace | null)[] {
  const flat = flatten(richText);
  const words = readWords(flat.text);
  const counts = new Map<string, number>();
  for (const stem of words.stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const wanted = renderings.map(wantedStems);
  const longestFirst = [...wanted.keys()].sort(
    (a, b) => (wanted[b]?.length ?? 0) - (wanted[a]?.length ?? 0),
  );
  const taken = new Set<number>();
  const places = renderings.map((): RunPlace | null => null);
  let left = MOST;
  for (const index of longestFirst) {
    const own = wanted[index] ?? [];
    if (!own.every((stem) => counts.has(stem))) continue;
    left -= words.stems.length + (counts.get(own[0] ?? "") ?? 0) * own.length;
    if (left < 0) break;
    const found = findStems(words, own, taken);
    if (found === null) continue;
    for (const word of wordsOf(found)) taken.add(word);
    const to = words.ranges[found.last]?.to ?? 0;
    const end = passSigns(flat.text, to, renderings[index] ?? "");
    places[index] = placeOf(flat, end);
  }
  return places;
}

/** Puts runs into a text at places of the text as it is given, parting the runs that stand there; those with the same place stand in the order given. */
export function insertAll(
  richText: RichText,
  insertions: readonly Insertion[],
): RichText {
  if (insertions.length === 0) return richText;
  let paragraph = -1;
  return mapRuns(richText, (runs) => {
    paragraph += 1;
    const here = insertions.filter(
      ({ place }) => place.paragraph === paragraph,
    );
    // From the back, so that places before stay where they are.
    const backwards = here
      .map((insertion, index) => ({ ...insertion, index }))
      .sort(
        (a, b) =>
          b.place.run - a.place.run ||
          b.place.offset - a.place.offset ||
          b.index - a.index,
      );
    return backwards.reduce(insertInto, runs);
  });
}

function insertInto(
  runs: readonly Run[],
  { place: { run: index, offset }, runs: inserted }: Insertion,
): readonly Run[] {
  const run = runs[index];
  if (run?.kind !== "text") return runs.toSpliced(index, 0, ...inserted);
  const parts = [
    { ...run, text: run.text.slice(0, offset) },
    ...inserted,
    { ...run, text: run.text.slice(offset) },
  ];
  return runs.toSpliced(
    index,
    1,
    ...parts.filter((part) => part.kind !== "text" || part.text !== ""),
  );
}

/** A rich text as one string, and where each run of text stands in it. */
type Flat = {
  readonly text: string;
  readonly pieces: readonly {
    readonly from: number;
    readonly to: number;
    readonly paragraph: number;
    readonly run: number;
  }[];
};

/** What `plainText` gives, as far as words go: supplied words stand for themselves, marks of notes part no word. */
function flatten(richText: RichText): Flat {
  const pieces: Flat["pieces"][number][] = [];
  let text = "";
  for (const [paragraph, runs] of runsOf(richText.blocks).entries()) {
    let isSupplied = false;
    for (const [run, each] of runs.entries()) {
      if (each.kind === "note") continue;
      const supplied = each.kind === "text" && each.marks.includes("supplied");
      if (supplied !== isSupplied || each.kind === "break") text += "\n";
      isSupplied = supplied;
      if (each.kind === "break") continue;
      const from = text.length;
      text += each.text;
      pieces.push({ from, to: text.length, paragraph, run });
    }
    text += "\n";
  }
  return { text, pieces };
}

function placeOf({ pieces }: Flat, at: number): RunPlace | null {
  const piece = pieces.find(({ from, to }) => from < at && at <= to);
  if (piece === undefined) return null;
  const { from, paragraph, run } = piece;
  return { paragraph, run, offset: at - from };
}

function passSigns(text: string, from: number, rendering: string): number {
  // Words in brackets may be left out; where they end the rendering and stand in the text, they belong to it.
  const bracketed = /\s*\([^()]*\)$/.exec(rendering)?.[0] ?? "";
  if (bracketed !== "" && text.startsWith(bracketed, from))
    return from + bracketed.length;
  const signs = /[^\p{L}\p{N}\s()]+$/u.exec(rendering)?.[0] ?? "";
  let at = from;
  for (const sign of signs) {
    if (plainSign(text.charAt(at)) !== plainSign(sign)) break;
    at += 1;
  }
  return /^['’]s(?![\p{L}\p{N}])/u.test(text.slice(at, at + 3)) ? at + 2 : at;
}

function plainSign(sign: string): string {
  return sign.replace(/[“”]/, '"').replace(/[‘’]/, "'");
}
