import type { RichText, Run } from "@/core/text/rich-text";
import { runsOf } from "./marks";

/** The English around a note's place: what stands before its mark and behind it, cut between words. */
export type WordsAround = { readonly before: string; readonly after: string };

/** How many characters of each side are shown. */
const BEFORE = 72;
const AFTER = 40;

/** Finds the words around the first mark of each note in a text. */
export function wordsAround(
  richText: RichText,
): ReadonlyMap<string, WordsAround> {
  const found = new Map<string, WordsAround>();
  for (const runs of runsOf(richText.blocks)) {
    for (const [at, run] of runs.entries()) {
      if (run.kind !== "note" || found.has(run.noteId)) continue;
      found.set(run.noteId, {
        before: lastWords(wordsOf(runs.slice(0, at)), BEFORE),
        after: firstWords(wordsOf(runs.slice(at + 1)), AFTER),
      });
    }
  }
  return found;
}

/** The end of a text in at most so many characters, with an ellipsis where something was cut. */
export function lastWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(-length).replace(/^[\udc00-\udfff]/, "");
  const space = cut.indexOf(" ");
  return `…${space === -1 || space > length / 2 ? cut : cut.slice(space + 1)}`;
}

/** The beginning of a text in at most so many characters, with an ellipsis where something was cut. */
export function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length).replace(/[\ud800-\udbff]$/, "");
  const space = cut.lastIndexOf(" ");
  return `${space < length / 2 ? cut : cut.slice(0, space)}…`;
}

function wordsOf(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if (run.kind === "note") return "";
      return run.kind === "text" ? run.text : " ";
    })
    .join("");
}
