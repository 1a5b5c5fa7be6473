import { decide, type Line } from "@/core/source/line";
import type { MarkerStyle } from "@/core/source/marks/marker";
import { findArticleHeadings } from "./articles";
import { placeSiblings, type Place } from "./siblings";
import { MAX_HEADING } from "./shape";

/** Divisions that are headings by nature, whatever follows. */
const DIVISIONS: readonly MarkerStyle[] = [
  "annex",
  "volume",
  "part",
  "chapter",
  "section",
];
/** Unmarked lines that are headings by their one word. */
const NAMED =
  /^(?:前\s*言|引\s*言|序\s*言|绪\s*论|导\s*言|导\s*语|总\s*则|附\s*则|结\s*语|结束语|后\s*记|参考文献|致\s*谢)$/;
/** A full stop at the end makes a longer line a sentence. */
const MAX_HEADING_WITH_STOP = 45;
const MAX_LEAD_HEADING = 16;
/** What opens a list in the middle of a sentence is no heading: "（二）应当提供：". */
const LEAD_WORDS = /应当|不得|必须|可以|下列|以下|如下|包括|[有为是][：:]$/;
/** A line that a style sheet calls a heading and that has more than one sentence is text all the same. */
const MAX_STYLED_RUN = 60;

/** Tells whether a line without marker is a heading by its one word ("前言", "附则"). */
export function isNamedHeading(text: string): boolean {
  return text.length <= 10 && NAMED.test(text);
}

/** Decides what every line is that the frame (head, foot, contents) has left undecided. */
export function decideBody(lines: readonly Line[]): readonly Line[] {
  const places = placeSiblings(lines);
  const articles = findArticleHeadings(lines, places);
  return lines.map((line, index) => {
    if (line.kind !== null) return line;
    const place = places.get(index);
    if (line.marker === null) return decideUnmarked(line);
    if (place === undefined) return decide(line, "item");
    if (line.marker.style === "article")
      return decide(line, articles.has(index) ? "heading" : "numbered");
    return decideMarked(line, line.marker.style, place);
  });
}

function decideUnmarked(line: Line): Line {
  if (line.block.role === "bullet") return decide(line, "item");
  const isShort =
    line.text.length <= MAX_HEADING && !/[。；;，,]$/.test(line.text);
  const isHeading =
    isNamedHeading(line.text) || (line.block.heading !== null && isShort);
  return decide(line, isHeading ? "heading" : "body");
}

function decideMarked(line: Line, style: MarkerStyle, place: Place): Line {
  if (DIVISIONS.includes(style)) {
    return isDivision(line, style, place)
      ? decide(line, "heading")
      : decide(line, "body", { marker: null });
  }
  return decide(line, isHeading(line, style, place) ? "heading" : "numbered");
}

function isDivision(
  line: Line,
  style: MarkerStyle,
  { shape, own }: Place,
): boolean {
  const { text, marker } = line;
  // "附件：1.重点任务清单" and "附件：重点任务清单" under a text name what is attached; they do not open it.
  if (
    style === "annex" &&
    /^附\s*件\s*[:：]\s*\S/.test(text) &&
    (!own || /^附\s*件\s*[:：]\s*[0-9０-９]/.test(text))
  )
    return false;
  if (shape === "bare" || shape === "line" || shape === "lead")
    return text.length <= MAX_HEADING;
  // "第一节课上，老师…": a division that runs on is a sentence.
  return (
    shape === "sentence" &&
    marker?.apart === true &&
    text.length <= MAX_HEADING_WITH_STOP
  );
}

function isHeading(line: Line, style: MarkerStyle, place: Place): boolean {
  const { shape, own, share, headed, introduced } = place;
  const { length } = line.text;
  if (
    line.block.heading !== null &&
    shape !== "clause" &&
    length <= MAX_HEADING
  ) {
    return shape !== "run" || length <= MAX_STYLED_RUN;
  }
  switch (shape) {
    case "line":
      return share >= 0.5 || (style === "comma" && !introduced);
    case "bare":
      return style === "comma" || style === "bracket";
    case "sentence":
      return length <= MAX_HEADING_WITH_STOP && own && share >= 0.5;
    case "lead":
      return (
        length <= MAX_LEAD_HEADING &&
        own &&
        share >= 0.5 &&
        headed > 0.5 &&
        !LEAD_WORDS.test(line.text)
      );
    case "clause":
    case "run":
    case "long":
      return false;
  }
}
