import type { RichText, Run } from "@/core/text/rich-text";
import { readRuns } from "./inline";

/** A note's text as read from Markdown; `refused` are addresses that no link may have, whose words were kept. */
export type NoteText = {
  readonly body: RichText;
  readonly refused: readonly string[];
};

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Reads the Markdown of a footnote, without its label and indentation: paragraphs parted by empty lines, *italic*,
 * **bold**, [links](https://…), <https://…>, plain addresses, backslashes before punctuation, and a backslash or two
 * blanks at the end of a line for a new line. All else is text.
 */
export function readNoteMarkdown(lines: readonly string[]): NoteText {
  const refused: string[] = [];
  const blocks = paragraphsOf(lines).map((text) => ({
    kind: "paragraph" as const,
    runs: merge(readRuns(text, { marks: [], href: null }, refused)),
  }));
  return { body: { version: 2, blocks }, refused };
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const text = line.trim();
    if (text === "") {
      open = false;
      continue;
    }
    const before = open ? (paragraphs.pop() ?? "") : "";
    // "\n" stands for a new line until the runs are read.
    const ends = /(?: {2,}|(?<!\\)(?:\\\\)*\\)$/.test(line);
    const words = text.replace(/(?<!\\)((?:\\\\)*)\\$/, "$1");
    paragraphs.push(joinLines(before, words) + (ends ? "\n" : ""));
    open = true;
  }
  return paragraphs.map((text) => text.trim());
}

function joinLines(before: string, after: string): string {
  if (before === "" || before.endsWith("\n")) return before + after;
  const isWide = WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1));
  return isWide ? before + after : `${before} ${after}`;
}

function merge(runs: readonly Run[]): readonly Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    const isSame =
      run.kind === "text" &&
      last?.kind === "text" &&
      run.href === last.href &&
      run.marks.join() === last.marks.join();
    if (isSame)
      merged[merged.length - 1] = { ...run, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}
