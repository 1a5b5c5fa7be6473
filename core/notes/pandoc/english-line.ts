import type { NoteMark, RichText, Run } from "@/core/text/rich-text";

/** What a footnote may be called, as a pattern: no blanks, brackets or carets. */
export const LABEL = "[^\\s^[\\]]+";

const REFERENCE = new RegExp(`\\\\[[\\]]|\\[\\^(${LABEL})\\]`, "g");

/** What a line of English is read in: a bracket that is text, a reference, supplied words with references in them. */
const PIECE = new RegExp(
  `\\\\([[\\]])|\\[\\^(${LABEL})\\]|\\[((?:[^[\\]\\\\]|\\\\(?:[[\\]]|(?![[\\]]))|\\[\\^${LABEL}\\])+)\\]`,
  "g",
);

/** The labels that a line refers to, in order; `\[^1]` is text. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(REFERENCE)].flatMap(([, label]) =>
    label === undefined ? [] : [label],
  );
}

/** Reads a line of English: words in [square brackets] are supplied, `[^label]` is the mark that `markOf` gives. */
export function readEnglishLine(
  line: string,
  markOf: (label: string) => NoteMark | null,
): RichText {
  const runs: Run[] = [];
  const add = (text: string, supplied: boolean) => {
    const last = runs.at(-1);
    if (text === "") return;
    if (last?.kind === "text" && last.marks.includes("supplied") === supplied)
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else
      runs.push({
        kind: "text",
        text,
        marks: supplied ? ["supplied"] : [],
        href: null,
      });
  };
  const read = (text: string, supplied: boolean) => {
    let from = 0;
    for (const match of text.matchAll(PIECE)) {
      const [whole, bracket, label, words] = match;
      add(text.slice(from, match.index), supplied);
      from = match.index + whole.length;
      const mark = label === undefined ? null : markOf(label);
      if (bracket !== undefined) add(bracket, supplied);
      else if (mark !== null) runs.push(mark);
      else if (words !== undefined && hasWords(words)) read(words, true);
      else if (words !== undefined) {
        add("[", supplied);
        read(words, supplied);
        add("]", supplied);
      } else add(whole, supplied);
    }
    add(text.slice(from), supplied);
  };
  read(line, false);
  return { version: 2, blocks: [{ kind: "paragraph", runs }] };
}

function hasWords(text: string): boolean {
  return text.replace(REFERENCE, "").trim() !== "";
}
