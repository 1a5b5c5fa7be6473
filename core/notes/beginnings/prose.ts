import type { RichText, Run } from "@/core/text/rich-text";

/** Words of a note. */
export function words(text: string): Run {
  return { kind: "text", text, marks: [], href: null };
}

/** Words in italics: pinyin and the names of units. */
export function italic(text: string): Run {
  return { kind: "text", text, marks: ["italic"], href: null };
}

/** One paragraph; runs without text are left out. */
export function paragraph(...runs: readonly Run[]): RichText {
  const written = runs.filter((run) => run.kind !== "text" || run.text !== "");
  return { version: 2, blocks: [{ kind: "paragraph", runs: written }] };
}

/** A text with a capital at its start. */
export function capitalize(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A sentence with its full stop. */
export function sentence(text: string): string {
  return /[.!?…][”’"')]?$/u.test(text) ? text : `${text}.`;
}

const WORDS: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

/** Writes a number as English prose does: 3,000; 1.2 million; 240 billion. */
export function englishNumber(value: number): string {
  const [size, word] = WORDS.find(([least]) => value >= least) ?? [1, ""];
  const figures = new Intl.NumberFormat("en", {
    maximumFractionDigits: 6,
  }).format(tidy(value / size));
  return word === "" ? figures : `${figures} ${word}`;
}

/** A number to three significant figures, four from a thousand on, since 1,100 short tons for 1,102 reads as rounded too far. */
export function rounded(value: number): number {
  return Number(value.toPrecision(value >= 1000 && value < 10_000 ? 4 : 3));
}

/** A number without the dust that binary fractions leave. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
