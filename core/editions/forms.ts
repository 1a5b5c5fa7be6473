import {
  findRenderings,
  insertAll,
  type Insertion,
  type RunPlace,
} from "@/core/notes/find-rendering";
import { runsOf } from "@/core/notes/marks";
import type { FirstUseForm } from "@/core/projects/style";
import type { RichText, Run } from "@/core/text/rich-text";
import type { FormPlace } from "./edition";

/** A term that is used in a text for the first time. */
export type FormUse = {
  readonly rendering: string;
  readonly source: string;
  readonly pinyin: string;
};

const NONE: readonly FormPlace[] = [];

/**
 * Finds where a text has the renderings of terms that it uses first, in its order. Where the translator has written the
 * characters or the pinyin there already, there is nothing to add.
 */
export function placeForms(
  target: RichText,
  uses: readonly FormUse[],
): readonly FormPlace[] {
  const written = uses.filter(({ source }) => HAN.test(source));
  if (written.length === 0) return NONE;
  const places = findRenderings(
    target,
    written.map(({ rendering }) => rendering),
  );
  return written
    .flatMap((use, index): readonly FormPlace[] => {
      const place = places[index] ?? null;
      if (place === null || isWritten(target, place, use)) return [];
      return [{ place, source: use.source, pinyin: use.pinyin }];
    })
    .toSorted(
      (a, b) =>
        a.place.paragraph - b.place.paragraph ||
        a.place.run - b.place.run ||
        a.place.offset - b.place.offset,
    );
}

/**
 * Writes terms behind their renderings as an edition wants them at first use: "rendering (五链融合)" or "rendering
 * (*wǔliàn rónghé*, 五链融合)"; in bold where the rendering is, as in a run-in heading.
 */
export function writeForms(
  target: RichText,
  forms: readonly FormPlace[],
  form: FirstUseForm,
): RichText {
  if (form === "rendering" || forms.length === 0) return target;
  const paragraphs = runsOf(target.blocks);
  const insertions = forms.map(({ place, ...term }): Insertion => {
    const run = paragraphs[place.paragraph]?.[place.run];
    const isBold = run?.kind === "text" && run.marks.includes("bold");
    return { place, runs: formRuns(term, form, isBold) };
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
  { source, pinyin }: Pick<FormPlace, "source" | "pinyin">,
  form: FirstUseForm,
  isBold: boolean,
): readonly Run[] {
  const words = (text: string, isItalic = false): Run => ({
    kind: "text",
    text,
    // In the order of MARKS.
    marks: [
      ...(isBold ? (["bold"] as const) : []),
      ...(isItalic ? (["italic"] as const) : []),
    ],
    href: null,
  });
  return form === "characters" || pinyin === ""
    ? [words(` (${source})`)]
    : [words(" ("), words(pinyin, true), words(`, ${source})`)];
}
