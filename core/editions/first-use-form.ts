import type { FirstUseForm } from "@/core/projects/style";
import {
  findRendering,
  insertRuns,
  type RunPlace,
} from "@/core/notes/find-rendering";
import { mapRuns, runsOf } from "@/core/notes/marks";
import type { RichText, Run } from "@/core/text/rich-text";

/** A term that is used in a text for the first time. */
export type FormUse = {
  readonly rendering: string;
  readonly source: string;
  readonly pinyin: string;
};

/**
 * Writes terms behind their renderings as a project wants them at first use: "rendering (五链融合)" or "rendering
 * (*wǔliàn rónghé*, 五链融合)". Where the translator has written either there already, nothing is added.
 */
export function applyFirstUseForm(
  target: RichText,
  uses: readonly FormUse[],
  form: FirstUseForm,
): RichText {
  if (form === "rendering" || uses.length === 0) return target;
  return findPlaces(target, uses)
    .filter(({ use, place }) => !isWritten(target, place, use))
    .toSorted((a, b) => comparePlaces(b.place, a.place))
    .reduce(
      (text, { use, place }) => insertRuns(text, place, formRuns(use, form)),
      target,
    );
}

type PlacedUse = { readonly use: FormUse; readonly place: RunPlace };

/** Finds the renderings, the longest first: none is looked for inside of another. */
function findPlaces(
  target: RichText,
  uses: readonly FormUse[],
): readonly PlacedUse[] {
  let text = target;
  const found: PlacedUse[] = [];
  for (const use of uses.toSorted(
    (a, b) => b.rendering.length - a.rendering.length,
  )) {
    if (!/\p{Script=Han}/u.test(use.source)) continue;
    const place = findRendering(text, use.rendering);
    if (place === null) continue;
    found.push({ use, place });
    text = cover(text, place, use.rendering.length);
  }
  return found;
}

/** Covers the words that end at a place, so that they are not found again; all offsets stay as they are. */
function cover(text: RichText, place: RunPlace, length: number): RichText {
  let paragraph = -1;
  return mapRuns(text, (runs) => {
    paragraph += 1;
    if (paragraph !== place.paragraph) return runs;
    const end = offsetIn(runs, place);
    let start = 0;
    return runs.map((run): Run => {
      if (run.kind !== "text") return run;
      const size = run.text.length;
      const from = Math.min(Math.max(end - length - start, 0), size);
      const to = Math.min(Math.max(end - start, 0), size);
      start += size;
      const hidden = "\u0000".repeat(to - from);
      return {
        ...run,
        text: `${run.text.slice(0, from)}${hidden}${run.text.slice(to)}`,
      };
    });
  });
}

/** The offset of a place in the letters of its paragraph. */
function offsetIn(runs: readonly Run[], { run, offset }: RunPlace): number {
  return runs
    .slice(0, run)
    .reduce((sum, before) => sum + lettersOf(before).length, offset);
}

const lettersOf = (run: Run) => (run.kind === "text" ? run.text : "");

// Characters right behind the words, in brackets or quotation marks or neither.
const CHARACTERS_BEHIND = /^[\s“”‘’"'(（[]*\p{Script=Han}/u;
const BRACKET_BEHIND = /^\s*[(（[]([^)）\]]{1,500})[)）\]]/u;

/** Tells whether the translator has written the characters or the pinyin behind the words. */
function isWritten(
  target: RichText,
  place: RunPlace,
  { pinyin }: FormUse,
): boolean {
  const runs = runsOf(target.blocks)[place.paragraph] ?? [];
  const behind = runs.map(lettersOf).join("").slice(offsetIn(runs, place));
  if (CHARACTERS_BEHIND.test(behind)) return true;
  const bracket = BRACKET_BEHIND.exec(behind)?.[1] ?? "";
  if (/\p{Script=Han}/u.test(bracket)) return true;
  const sound = toneless(pinyin);
  return sound !== "" && toneless(bracket).includes(sound);
}

/** Pinyin without what people write in different ways: tones, spaces, hyphens, capitals. */
function toneless(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

function comparePlaces(a: RunPlace, b: RunPlace): number {
  return a.paragraph - b.paragraph || a.run - b.run || a.offset - b.offset;
}

function formRuns(
  { source, pinyin }: FormUse,
  form: FirstUseForm,
): readonly Run[] {
  return form === "characters" || pinyin === ""
    ? [words(` (${source})`)]
    : [words(" ("), words(pinyin, true), words(`, ${source})`)];
}

const words = (text: string, italic = false): Run => ({
  kind: "text",
  text,
  marks: italic ? ["italic"] : [],
  href: null,
});
