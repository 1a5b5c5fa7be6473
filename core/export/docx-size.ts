import type { Edition } from "@/core/editions/edition";
import { runsOf } from "@/core/notes/marks";
import type { RichText } from "@/core/text/rich-text";
import { splitChinese } from "./split-chinese";

/** The most pieces of one Word file: each is a run of its own, and writing ten takes about a millisecond. */
export const MAX_DOCX_PIECES = 100_000;

/** Counts the runs that a Word file of an edition has at least: its rich text, parted by formats and by languages. */
export function countDocxPieces(edition: Edition): number {
  const texts: readonly (RichText | null)[] = [
    edition.title.target,
    ...edition.metadata.map(({ target }) => target),
    ...edition.paragraphs.map(({ target }) => target),
    ...edition.notes.map(({ body }) => body),
  ];
  let pieces = 0;
  for (const text of texts) {
    for (const run of runsOf(text?.blocks ?? []).flat())
      pieces += run.kind === "text" ? splitChinese(run.text).length : 1;
  }
  return pieces;
}
