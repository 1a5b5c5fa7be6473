import type { FirstUseForm } from "@/core/projects/style";
import {
  findRenderings,
  insertAll,
  type Insertion,
  type RunPlace,
} from "@/core/notes/find-rendering";
import { runsOf } from "@/core/notes/marks";
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
  const written = uses.filter(({ source }) => HAN.test(source));
  const places = findRenderings(
    target,
    written.map(({ rendering }) => rendering),
  );
  const insertions = written.flatMap((use, index): readonly Insertion[] => {
    const place = places[index] ?? null;
    if (place === null || isWritten(target, place, use)) return [];
    return [{ place, runs: formRuns(use, form) }];
  });
  return insertAll(target, insertions);
}

const HAN = /\p{Script=Han}/u;

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
  if (HAN.test(bracket)) return true;
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
