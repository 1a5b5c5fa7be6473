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
  /** In columns. */
  readonly indent: number;
  readonly width: number;
  /** In characters, the indent included: some programs count these, whatever their width. */
  readonly length: number;
};

/** The measure that a text was wrapped to, in columns and in characters. */
type Measure = { readonly width: number; readonly length: number };

/**
 * Joins the lines of a text that was wrapped by hand, so that a paragraph is one piece again. Whether it was wrapped
 * is found from the whole: its full lines are of one width and break in mid-sentence.
 */
export function unwrapLines(rawLines: readonly string[]): readonly string[] {
  const lines = rawLines.map((raw) => readLine(raw));
  const measure = findMeasure(lines);
  const base = baseIndent(lines);
  const pieces: string[][] = [];
  lines.forEach((line, index) => {
    if (line.text === "") return;
    const before = lines[index - 1];
    const piece = pieces.at(-1);
    if (
      measure !== null &&
      piece !== undefined &&
      before !== undefined &&
      continues(before, line, measure, base)
    ) {
      piece.push(line.text);
    } else {
      pieces.push([line.text]);
    }
  });
  return pieces.map((piece) =>
    piece.reduce((text, next) => joinPieces(text, next)),
  );
}

function readLine(raw: string): RawLine {
  const text = raw.trim();
  const start = raw.length - raw.trimStart().length;
  // Wide lines are not measured to the end: they decide nothing beyond being wide.
  const width = columns(text.slice(0, MAX_WRAP + 1));
  return {
    text,
    indent: columns(raw.slice(0, start).replace(/\t/g, "    ")),
    width,
    length: start + text.length,
  };
}

function columns(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const isWide =
      text.charCodeAt(at) >= 0x2e80 || "“”‘’—…·".includes(text[at] ?? "");
    count += isWide ? 2 : 1;
  }
  return count;
}

function findMeasure(lines: readonly RawLine[]): Measure | null {
  const filled = lines.filter((line) => line.text !== "");
  const width = filled.reduce(
    (most, line) => Math.max(most, line.indent + line.width),
    0,
  );
  if (width > MAX_WRAP || width < MIN_WRAP) return null;
  const measure = {
    width,
    length: filled.reduce((most, line) => Math.max(most, line.length), 0),
  };
  const full = lines.filter(
    (line, index) =>
      isFull(line, measure) && (lines[index + 1]?.text ?? "") !== "",
  );
  if (full.length < 2 || full.length < filled.length * MIN_FULL_SHARE)
    return null;
  const stops = full.filter((line) => endsSentence(line.text)).length;
  return stops <= full.length * MAX_STOPS_AT_WRAPS ? measure : null;
}

function isFull(line: RawLine, measure: Measure): boolean {
  return (
    line.indent + line.width >= measure.width - SLACK ||
    line.length >= measure.length - 1
  );
}

function endsSentence(text: string): boolean {
  return /[。！？：；!?][”’」』）)】]?$/.test(text.slice(-2));
}

/** The indent of lines that continue a paragraph: the smallest that is no exception. */
function baseIndent(lines: readonly RawLine[]): number {
  const counts = new Map<number, number>();
  for (const { text, indent } of lines)
    if (text !== "") counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...counts]
    .filter(([, count]) => count >= all / 10)
    .map(([indent]) => indent);
  return Math.min(...common, MAX_WRAP);
}

function continues(
  before: RawLine,
  line: RawLine,
  measure: Measure,
  base: number,
): boolean {
  if (before.text === "" || !isFull(before, measure) || line.indent > base)
    return false;
  const marker = scanMarker(line.text);
  if (marker === null || marker.doubtful) return true;
  // Where indents part paragraphs, a marker at the margin is the middle of a sentence.
  if (endsSentence(before.text)) return false;
  return before.indent > base || (marker.style === "number" && !marker.apart);
}
