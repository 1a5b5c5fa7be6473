/** How far a sentence is looked for: no heading and no run-in heading is longer. */
const WINDOW = 400;
const STOP = /[。！？!?｡]/;
const OPENERS = "“‘「『《（(【[〔〈";
const CLOSERS = "”’」』》）)】]〕〉";
/** The characters that opening, closing and ending are looked for at; all others are passed over. */
const NOTABLE = /[。！？!?｡.．“‘「『《（(【[〔〈”’」』》）)】\]〕〉]/g;

/** The offset after the first sentence of a text, closing quotes included; null where none ends near the start. */
export function firstSentenceEnd(text: string): number | null {
  // A quotation that is never closed would hide every full stop: then quotes are not minded.
  return scanSentence(text, true) ?? scanSentence(text, false);
}

function scanSentence(text: string, minded: boolean): number | null {
  let depth = 0;
  for (const match of text.slice(0, WINDOW).matchAll(NOTABLE)) {
    const char = match[0];
    if (minded && OPENERS.includes(char)) depth += 1;
    if (minded && CLOSERS.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && isStop(text, match.index))
      return afterClosers(text, match.index + 1);
  }
  return null;
}

function afterClosers(text: string, at: number): number {
  let end = at;
  while (
    end < text.length &&
    (CLOSERS.includes(text[end] ?? "") || STOP.test(text[end] ?? ""))
  )
    end += 1;
  return end;
}

/** A half-width full stop counts between Chinese characters only: "工作.提高" ends a sentence, "22.5" does not. */
function isStop(text: string, at: number): boolean {
  const char = text[at] ?? "";
  if (STOP.test(char)) return true;
  if (char !== "." && char !== "．") return false;
  const before = text[at - 1] ?? "";
  const after = text[at + 1] ?? "";
  return (
    /[\p{Script=Han}”’》）)]/u.test(before) &&
    (after === "" || /[\s\p{Script=Han}“‘《（(]/u.test(after))
  );
}

/**
 * What the words after a marker look like: nothing; a `line` without a stop; one `sentence`; a `clause` of a longer
 * sentence; a `lead` that ends in a colon; `run`ning text of a sentence and more; `long` text without a stop.
 */
export type Shape =
  "bare" | "line" | "sentence" | "clause" | "lead" | "run" | "long";

/** A heading may be long: "一、深入践行…新篇章" has 66 characters. */
export const MAX_HEADING = 100;

/** Tells the shape of the words after a marker. */
export function shapeOf(words: string): Shape {
  if (words === "") return "bare";
  const end = firstSentenceEnd(words);
  if (end !== null) return words.slice(end).trim() === "" ? "sentence" : "run";
  if (words.length > MAX_HEADING) return "long";
  if (/[；;，,、]$/.test(words)) return "clause";
  return /[：:]$/.test(words) ? "lead" : "line";
}
