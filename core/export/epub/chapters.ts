import type { PrintedParagraph } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf, spansText } from "@/core/export/spans";

/** A file of the text: a section, or a part of one that is too long for a file. */
export type Chapter = {
  readonly file: string;
  readonly paragraphs: readonly PrintedParagraph[];
};

/** Characters that a file holds before it ends at the next heading; readers lay out a file as a whole. */
const FULL = 60_000;
/** Characters that a file holds before it ends at any paragraph. */
const OVERFULL = 120_000;
/** What a paragraph weighs beside its words. */
const MARKUP = 200;

/** Parts a text into files: one for each section of the highest level, more for long ones. */
export function splitChapters(
  paragraphs: readonly PrintedParagraph[],
): readonly Chapter[] {
  const top = paragraphs.reduce(
    (least, { level }) => Math.min(least, level ?? Infinity),
    Infinity,
  );
  const chapters: { file: string; paragraphs: PrintedParagraph[] }[] = [];
  let weight = 0;
  for (const paragraph of paragraphs) {
    const own = weigh(paragraph);
    const { level } = paragraph;
    const isNew =
      level === top ||
      (level !== null && weight > FULL) ||
      weight + own > OVERFULL;
    const last = chapters.at(-1);
    if (last === undefined || (isNew && last.paragraphs.length > 0)) {
      const file = `text-${String(chapters.length + 1).padStart(3, "0")}.xhtml`;
      chapters.push({ file, paragraphs: [paragraph] });
      weight = own;
      continue;
    }
    last.paragraphs.push(paragraph);
    weight += own;
  }
  return chapters;
}

const weigh = ({ source, target }: PrintedParagraph) =>
  MARKUP + lengthOf(source) + lengthOf(target ?? []);

const lengthOf = (blocks: PrintedText) => spansText(lineOf(blocks)).length;
