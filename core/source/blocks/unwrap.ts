import { scanMarker } from "@/core/source/marks/marker";
import { remark, type SourceRemark } from "@/core/source/remark";
import { joinPieces } from "@/core/text/join";
import {
  withoutFurniture,
  type GivenLine,
  type KeptLine,
} from "./without-furniture";
import {
  baseIndent,
  endsSentence,
  findMeasure,
  isFull,
  readLine,
  type Measure,
  type RawLine,
} from "./wrapping";

/** A paragraph made of lines, with remarks on the page ends that were in it. */
export type UnwrappedText = {
  readonly text: string;
  readonly remarks: readonly SourceRemark[];
};

/**
 * Joins the lines of a text that was wrapped by hand, so that a paragraph is one piece again. Whether it was wrapped
 * is found from the whole: its full lines are of one width and break in mid-sentence. Empty lines part paragraphs.
 */
export function unwrapLines(rawLines: readonly string[]): readonly string[] {
  const lines = rawLines.map((raw) => ({
    ...readLine(raw),
    furniture: [],
    rejoins: false,
  }));
  return joinLines(lines).map(({ text }) => text);
}

/** Unwraps a text that may have been taken from pages: page numbers and running heads are left out, with remarks. */
export function unwrapPages(
  given: readonly GivenLine[],
): readonly UnwrappedText[] {
  const { lines, after } = withoutFurniture(given);
  const texts = joinLines(lines);
  const last = texts.at(-1);
  const left = after.map((words) => remark("page-furniture", null, words));
  if (left.length === 0) return texts;
  // A text of page numbers alone is no text taken from pages.
  if (last === undefined)
    return given
      .map(({ text }) => text.trim())
      .filter((text) => text !== "")
      .map((text) => ({ text, remarks: [] }));
  return [
    ...texts.slice(0, -1),
    { ...last, remarks: [...last.remarks, ...left] },
  ];
}

type Piece = { text: string; readonly remarks: SourceRemark[] };

function joinLines(lines: readonly KeptLine[]): readonly UnwrappedText[] {
  const measure = findMeasure(lines);
  const base = baseIndent(lines);
  const pieces: Piece[] = [];
  lines.forEach((line, index) => {
    if (line.text === "") return;
    const before = lines[index - 1];
    const piece = pieces.at(-1);
    const isWrapped =
      measure !== null &&
      before !== undefined &&
      continues(before, line, measure, base);
    if (piece !== undefined && (line.rejoins || isWrapped)) addTo(piece, line);
    else pieces.push({ text: line.text, remarks: leftAbove(line, null) });
  });
  return pieces;
}

function addTo(piece: Piece, line: KeptLine): void {
  piece.text = joinPieces(piece.text, line.text);
  const at = piece.text.length - line.text.length;
  piece.remarks.push(...leftAbove(line, at));
  if (line.rejoins) piece.remarks.push(remark("rejoined", at));
}

function leftAbove({ furniture }: KeptLine, at: number | null): SourceRemark[] {
  return furniture.map((words) => remark("page-furniture", at, words));
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
