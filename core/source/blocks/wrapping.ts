/** Nobody wraps by hand beyond this many columns (a Chinese character has two): longer lines are paragraphs. */
const MAX_WRAP = 160;
const MIN_WRAP = 30;
/** How far a full line may stay below the fullest: a punctuation mark that may not open a line, or a long Latin word. */
const SLACK = 8;
/** Real line ends fall on a full stop; wraps do so by chance. */
const MAX_STOPS_AT_WRAPS = 0.4;
const MIN_FULL_SHARE = 0.3;

/** A line of a text file as it was measured. */
export type RawLine = {
  readonly text: string;
  /** In columns. */
  readonly indent: number;
  readonly width: number;
  /** In characters, the indent included: some programs count these, whatever their width. */
  readonly length: number;
};

/** The measure that a text was wrapped to, in columns and in characters. */
export type Measure = { readonly width: number; readonly length: number };

/** Measures a line. */
export function readLine(raw: string): RawLine {
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

/** Finds the measure that lines were wrapped to; null where they were not. */
export function findMeasure(lines: readonly RawLine[]): Measure | null {
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

/** Tells whether a line reaches the measure. */
export function isFull(line: RawLine, measure: Measure): boolean {
  return (
    line.indent + line.width >= measure.width - SLACK ||
    line.length >= measure.length - 1
  );
}

/** Tells whether a line ends as a sentence or a clause of a list does. */
export function endsSentence(text: string): boolean {
  return /[。！？：；!?][”’」』）)】]?$/.test(text.slice(-2));
}

/** The indent of lines that continue a paragraph: the smallest that is no exception. */
export function baseIndent(lines: readonly RawLine[]): number {
  const counts = new Map<number, number>();
  for (const { text, indent } of lines)
    if (text !== "") counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const common = [...counts]
    .filter(([, count]) => count >= all / 10)
    .map(([indent]) => indent);
  return Math.min(...common, MAX_WRAP);
}
