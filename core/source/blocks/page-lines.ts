import { endsAsTitle } from "@/core/source/frame/title";
import { scanMarker } from "@/core/source/marks/marker";
import { endsSentence, isFull, type Measure, type RawLine } from "./wrapping";

/** A line that has text, as the search for page furniture sees it. */
export type PageLine = RawLine & {
  /** Whether a form feed stands between the line and the one before it. */
  readonly opensPage: boolean;
};

/** In a text of one paragraph a line, a shorter line without a stop is a heading or an entry. */
const MIN_BROKEN = 20;

/** Tells whether a sentence runs from one line into another, over whatever stands between them. */
export function runsOn(
  before: PageLine | undefined,
  after: PageLine | undefined,
  measure: Measure | null,
): boolean {
  if (before === undefined || after === undefined) return false;
  if (endsSentence(before.text) || endsAsTitle(before.text)) return false;
  const marker = scanMarker(after.text);
  if (marker !== null && !marker.doubtful) return false;
  // The first line of a paragraph is indented by two characters.
  if (after.indent >= 4 && after.indent > before.indent) return false;
  if (measure !== null) return isFull(before, measure);
  const own = scanMarker(before.text);
  const isHeading =
    own !== null && !/[，,、；;]/.test(before.text.slice(own.end));
  return (
    before.text.length >= MIN_BROKEN &&
    !isHeading &&
    /[。；，、：！？]/.test(after.text)
  );
}
