import { joinPieces } from "@/core/text/join";
import { scanMarker } from "@/core/source/marks/marker";

/** Nobody wraps by hand beyond this many columns (a Chinese character has two): longer lines are paragraphs. */
const MAX_WRAP = 160;
const MIN_WRAP = 30;
/** How far a full line may stay below the fullest: a punctuation mark that may not open a line, or a long Latin word. */
const SLACK = 8;
/** Real line ends fall on a full stop; wraps do so by chance. */
const MAX_STOPS_AT_WRAPS = 0.4;
const MIN_FULL_SHARE = 0.3;

type RawLine = {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
};

/**
 * Joins the lines of a text that was wrapped by hand, so that a paragraph is one piece again. Whether it was wrapped
 * is found from the whole: its full lines are of one width and break in mid-sentence.
 */
export function unwrapLines(rawLines: readonly string[]): readonly string[] {
  const lines = rawLines.map((raw) => measure(raw));
  const width = wrapWidth(lines);
  if (width === null)
    return lines.filter((line) => line.text !== "").map((line) => line.text);
  const base = baseIndent(lines);
  const pieces: string[][] = [];
  lines.forEach((line, index) => {
    if (line.text === "") return;
    const before = lines[index - 1];
    const piece = pieces.at(-1);
    if (
      piece !== undefined &&
      before !== undefined &&
      continues(before, line, width, base)
    )
      piece.push(line.text);
    else pieces.push([line.text]);
  });
  return pieces.map((piece) =>
    piece.reduce((text, next) => joinPieces(text, next)),
  );
}

function measure(raw: string): RawLine {
  const text = raw.trim();
  const start = raw.length - raw.trimStart().length;
  // Wide lines are not measured to the end: they decide nothing beyond being wide.
  return {
    text,
    indent: columns(raw.slice(0, start).replace(/\t/g, "    ")),
    width: columns(text.slice(0, MAX_WRAP + 1)),
  };
}

function columns(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1)
    count +=
      text.charCodeAt(at) >= 0x2e80 || isWideMark(text[at] ?? "") ? 2 : 1;
  return count;
}

function isWideMark(char: string): boolean {
  return "“”‘’—…·".includes(char);
}

function wrapWidth(lines: readonly RawLine[]): number | null {
  const filled = lines.filter((line) => line.text !== "");
  let width = 0;
  for (const line of filled) width = Math.max(width, line.indent + line.width);
  if (width > MAX_WRAP || width < MIN_WRAP) return null;
  const full = lines.filter(
    (line, index) =>
      isFull(line, width) && (lines[index + 1]?.text ?? "") !== "",
  );
  if (full.length < 2 || full.length < filled.length * MIN_FULL_SHARE)
    return null;
  const stops = full.filter((line) => endsSentence(line.text)).length;
  return stops <= full.length * MAX_STOPS_AT_WRAPS ? width : null;
}

function isFull(line: RawLine, width: number): boolean {
  return line.indent + line.width >= width - SLACK;
}

function endsSentence(text: string): boolean {
  return /[。！？：；!?][”’」』）)】]?$/.test(text);
}

/** The indent of a line that continues a paragraph: the most common one. */
function baseIndent(lines: readonly RawLine[]): number {
  const counts = new Map<number, number>();
  for (const line of lines)
    if (line.text !== "")
      counts.set(line.indent, (counts.get(line.indent) ?? 0) + 1);
  let base = 0;
  for (const [indent, count] of counts)
    if (count > (counts.get(base) ?? 0)) base = indent;
  return base;
}

function continues(
  before: RawLine,
  line: RawLine,
  width: number,
  base: number,
): boolean {
  if (before.text === "" || !isFull(before, width)) return false;
  if (line.indent > base) return false;
  const marker = scanMarker(line.text);
  if (marker === null || marker.doubtful) return true;
  // "一、" at the start of a line is a paragraph of its own unless it breaks a sentence of an indented text.
  return before.indent > base
    ? !endsSentence(before.text)
    : !endsSentence(before.text) && marker.style === "number" && !marker.apart;
}
