import { findFurniture } from "./page-furniture";
import { runsOn, type PageLine } from "./page-lines";
import { findMeasure, readLine, type RawLine } from "./wrapping";

/** A line that is left, with the page furniture that was taken out above it. */
export type KeptLine = RawLine & {
  readonly furniture: readonly string[];
  /** Whether the line goes on with the sentence of the line before the page end. */
  readonly rejoins: boolean;
};

/** A line of a text and whether a form feed is before it. */
export type GivenLine = { readonly text: string; readonly opensPage: boolean };

/** What was taken out of the lines, and what came after the last that is left. */
export type KeptLines = {
  readonly lines: readonly KeptLine[];
  readonly after: readonly string[];
};

/** Takes page furniture out of the lines of a text; empty lines stay, save at the page ends that part a sentence. */
export function withoutFurniture(given: readonly GivenLine[]): KeptLines {
  const all = given.map((line) => measured(line));
  const filled = gatherFilled(all);
  const furniture = findFurniture(filled, findMeasure(filled));
  // Most texts have no pages; they are not copied once more.
  if (furniture.size === 0 && !all.some((line) => line.opensPage))
    return { lines: all, after: [] };
  const left = filled.filter((_, index) => !furniture.has(index));
  const measure = findMeasure(left);
  const lines: KeptLine[] = [];
  let blanks: KeptLine[] = [];
  let taken: string[] = [];
  let opensPage = false;
  let before: MeasuredLine | undefined;
  let place = -1;
  for (const line of all) {
    opensPage ||= line.opensPage;
    if (line.text === "") {
      blanks.push(line);
      continue;
    }
    place += 1;
    if (furniture.has(place)) {
      taken.push(line.text);
      continue;
    }
    const rejoins =
      (taken.length > 0 || opensPage) && runsOn(before, line, measure);
    if (!rejoins) lines.push(...blanks);
    lines.push({ ...line, furniture: taken, rejoins });
    before = line;
    blanks = [];
    taken = [];
    opensPage = false;
  }
  return { lines, after: taken };
}

type MeasuredLine = KeptLine & PageLine;

const NOTHING: readonly string[] = [];

function measured(given: GivenLine): MeasuredLine {
  const { text, indent, width, length } = readLine(given.text);
  const { opensPage } = given;
  return {
    text,
    indent,
    width,
    length,
    opensPage,
    furniture: NOTHING,
    rejoins: false,
  };
}

/** The lines that have text; a form feed before an empty line is before the next that has some. */
function gatherFilled(all: readonly MeasuredLine[]): readonly PageLine[] {
  const filled: PageLine[] = [];
  let opensPage = false;
  for (const line of all) {
    opensPage ||= line.opensPage;
    if (line.text === "") continue;
    filled.push(opensPage === line.opensPage ? line : { ...line, opensPage });
    opensPage = false;
  }
  return filled;
}
