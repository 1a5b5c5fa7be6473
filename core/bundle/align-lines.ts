import { AppError } from "@/core/errors";
import type { EnglishLine } from "@/core/notes/pandoc/footnotes";

/**
 * Finds the line of English of each paragraph; throws where they do not pair. Empty lines beside footnotes count where
 * that fits, else they are left out: they part the notes from the text, or stand for what is not translated.
 */
export function alignLines(
  given: readonly EnglishLine[],
  sourceText: string,
  count: number,
): readonly string[] {
  const whole = given.map(({ text }) => text.trim());
  const dense = given.flatMap(({ text, isGap }) =>
    isGap ? [] : [text.trim()],
  );
  const fitting =
    fitLines(whole, sourceText, count) ?? fitLines(dense, sourceText, count);
  if (fitting !== null) return fitting;
  const filled = whole.findLastIndex((line) => line !== "") + 1;
  throw new AppError("invalid", "lines_mismatch", {
    values: { expected: count, found: filled },
  });
}

function fitLines(
  lines: readonly string[],
  sourceText: string,
  count: number,
): readonly string[] | null {
  const isFit = (to: number) =>
    lines.length >= to && lines.slice(to).every((line) => line === "");
  if (isFit(count)) return lines.slice(0, count);
  // The end of the last line is not the beginning of another one.
  const sourceLines = sourceText.replace(/(?:\r\n?|\n)$/, "").split(/\r\n?|\n/);
  const filled = sourceLines.flatMap((line, index) =>
    line.trim() === "" ? [] : [index],
  );
  const isLineByLine =
    filled.length === count &&
    isFit(sourceLines.length) &&
    lines.every(
      (line, index) => line === "" || (sourceLines[index] ?? "").trim() !== "",
    );
  return isLineByLine ? filled.map((index) => lines[index] ?? "") : null;
}
