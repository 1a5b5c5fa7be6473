import type { NoteSpan, Side, Span, TextSpan } from "@/core/export/spans";

// What any of CommonMark, GitHub and pandoc could take for markup, wherever it stands.
const ACTIVE =
  /[\\`*_{}[\]<>#&|~^$@]|-(?=-)|(?<=-)-|!$|(?<=\])\(|(?<=www)\.|(?<=https?|ftp):(?=\/\/)/gi;
const ADDRESS = /(https?:\/\/[\w/.?=%:,;+~-]*[\w/=])/i;

/** Escapes plain text; a bare address becomes an autolink, since GitHub would link it with the escapes inside. */
export function escapeMarkdown(text: string): string {
  return text
    .split(ADDRESS)
    .map((piece, index) =>
      index % 2 === 1 ? `<${piece}>` : piece.replace(ACTIVE, "\\$&"),
    )
    .join("");
}

/** Escapes the text of a link, in which an autolink would be the only link that is left. */
function escapeLinkText(text: string): string {
  return text.replace(ACTIVE, "\\$&");
}

/** Escapes what would open a list, a heading's underline or a definition at the start of a line. */
export function escapeLineStart(line: string): string {
  return line
    .replace(
      /^(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]+))([.)])(?=\s|$)/u,
      "$1\\$2",
    )
    .replace(/^[+=:%-]/, "\\$&");
}

/** The label of a note's footnote. */
export const noteLabel = (number: number) => `[^${number}]`;

/** The id of a note whose number is a link in places other than its own. */
export const noteAnchor = (number: number) => `note-${number}`;

// One that no line breaks at.
const THIN_SPACE = "\u202F";
const SUPERIOR = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The side of the text on which each note has its footnote, by number; empty where there are only links to the end. */
export type FootnoteSides = ReadonlyMap<number, Side>;

export const NO_FOOTNOTES: FootnoteSides = new Map();

/** A footnote where the note belongs; elsewhere its number as a link, since pandoc would print it anew each time. */
function writeReference(
  { number, side, reference, isBehindNote }: NoteSpan,
  sides: FootnoteSides,
): string {
  const space = isBehindNote ? THIN_SPACE : "";
  if (side === sides.get(number) && reference === 1)
    return space + noteLabel(number);
  const figures = [...String(number)].map((digit) => SUPERIOR[Number(digit)]);
  return `${space}[${figures.join("")}](#${noteAnchor(number)})`;
}

/** How a break inside of a block is written: on a new line, or in a table's cell. */
export const LINE_BREAK = "\\\n";
export const CELL_BREAK = " <br>";

/** Writes spans as Markdown in one block. */
export function writeInline(
  spans: readonly Span[],
  lineBreak: string,
  sides: FootnoteSides = NO_FOOTNOTES,
): string {
  const written = writeLevel(
    spans,
    LEVELS,
    { before: " ", after: " " },
    { lineBreak, sides },
  );
  // A break at an edge breaks nothing, and would leave its backslash behind.
  return partEdges(written).inner;
}

const LEFT_EDGE = /^(?: <br>|\\\n|\s)*/u;

/**
 * Parts a text from the spaces and breaks at its edges. Not by one expression: looking for the right edge from every space
 * of a long row takes time by its square.
 */
function partEdges(text: string) {
  const from = LEFT_EDGE.exec(text)?.[0].length ?? 0;
  let to = text.length;
  for (let next = to; next > from; to = next) {
    next = stepBack(text, to);
    if (next === to) break;
  }
  to = Math.max(from, to);
  return {
    left: text.slice(0, from),
    inner: text.slice(from, to),
    right: text.slice(to),
  };
}

/** Where the space or break that ends at `to` begins; `to` itself where none ends there. */
function stepBack(text: string, to: number): number {
  if (text.endsWith(CELL_BREAK, to)) return to - CELL_BREAK.length;
  if (text.endsWith(LINE_BREAK, to)) return to - LINE_BREAK.length;
  return /\s/u.test(text.charAt(to - 1)) ? to - 1 : to;
}

/** Writes spans as a paragraph: each of its lines is safe from being taken for the start of something else. */
export function writeParagraph(
  spans: readonly Span[],
  sides: FootnoteSides = NO_FOOTNOTES,
): string {
  return writeInline(spans, LINE_BREAK, sides)
    .split("\n")
    .map((line) => escapeLineStart(line.trim()))
    .join("\n");
}

type Level = "href" | "bold" | "italic" | "position";
type Around = { readonly before: string; readonly after: string };
type Way = { readonly lineBreak: string; readonly sides: FootnoteSides };

const LEVELS: readonly Level[] = ["href", "bold", "italic", "position"];

function writeLevel(
  spans: readonly Span[],
  levels: readonly Level[],
  around: Around,
  way: Way,
): string {
  const [level, ...deeper] = levels;
  if (level === undefined) return writePlain(spans, around, way);
  let out = "";
  // What was written last: reading the end of what grows would copy all of it each time.
  let end = around.before;
  const write = (text: string) => {
    out += text;
    if (text !== "") end = text.slice(-1);
  };
  const groups = groupBy(spans, level);
  groups.forEach((group, index) => {
    const before = end;
    const next = groups[index + 1];
    const after =
      next === undefined ? around.after : firstCharacter(next.spans);
    const { mark } = group;
    if (mark === null || mark === false) {
      write(writeLevel(group.spans, deeper, { before, after }, way));
      return;
    }
    const inside = { before: "(", after: ")" };
    const inner = writeLevel(group.spans, deeper, inside, way);
    write(wrap(mark, level, inner, { before, after }));
  });
  return out;
}

function writePlain(
  spans: readonly Span[],
  { before }: Around,
  way: Way,
): string {
  let out = "";
  let end = before;
  for (const span of spans) {
    const text = writeSpan(span, way);
    // Behind a number they would make a link or a definition of it.
    const isBehindNote = span.kind === "text" && end.endsWith("]");
    const written = isBehindNote ? text.replace(/^[(:]/, "\\$&") : text;
    out += written;
    if (written !== "") end = written;
  }
  return out;
}

function writeSpan(span: Span, { lineBreak, sides }: Way): string {
  switch (span.kind) {
    case "break":
      return lineBreak;
    case "note":
      return writeReference(span, sides);
    case "text":
      return span.href === null
        ? escapeMarkdown(span.text)
        : escapeLinkText(span.text);
  }
}

type Group = {
  readonly mark: string | boolean | null;
  readonly spans: readonly Span[];
};

function groupBy(spans: readonly Span[], level: Level): readonly Group[] {
  const groups: { mark: Group["mark"]; spans: Span[] }[] = [];
  for (const [index, span] of spans.entries()) {
    const last = groups.at(-1);
    const mark = markOf(span, level, last?.mark ?? null, spans[index + 1]);
    if (last !== undefined && last.mark === mark) last.spans.push(span);
    else groups.push({ mark, spans: [span] });
  }
  return groups;
}

/** A number between words of one kind does not part them. */
function markOf(
  span: Span,
  level: Level,
  before: Group["mark"],
  next: Span | undefined,
): Group["mark"] {
  if (span.kind === "text") return span[level];
  const isBetween =
    span.kind === "note" && next?.kind === "text" && next[level] === before;
  return isBetween && level !== "href" ? before : null;
}

/** What a group begins with; a letter, the least convenient neighbour, where it begins with markup. */
function firstCharacter([first]: readonly Span[]): string {
  if (first === undefined || first.kind === "break") return " ";
  if (first.kind === "note") return "[";
  return isPlain(first) ? first.text.slice(0, 1) : "a";
}

const isPlain = (span: TextSpan) =>
  !span.bold && !span.italic && span.position === null && span.href === null;

function wrap(
  mark: string | true,
  level: Level,
  written: string,
  around: Around,
): string {
  // Spaces and breaks at the edges stay outside: a mark next to a space is none.
  const { left, inner, right } = partEdges(written);
  if (inner === "") return written;
  const beside = {
    before: left === "" ? around.before : " ",
    after: right === "" ? around.after : " ",
  };
  return `${left}${wrapTight(mark, level, inner, beside)}${right}`;
}

const TAGS = { bold: "strong", italic: "em" } as const;
const DELIMITERS = { bold: "**", italic: "_" } as const;

function wrapTight(
  mark: string | true,
  level: Level,
  inner: string,
  around: Around,
): string {
  switch (level) {
    case "href":
      return `[${inner}](<${String(mark).replace(/&/g, "&amp;")}>)`;
    case "position": {
      const tag = mark === "superscript" ? "sup" : "sub";
      return `<${tag}>${inner}</${tag}>`;
    }
    case "bold":
    case "italic": {
      // Beside letters, Chinese ones too, delimiters next to punctuation close or open nothing: a tag always does.
      const isFree = /^[\s\p{P}]$/u;
      return isFree.test(around.before) && isFree.test(around.after)
        ? `${DELIMITERS[level]}${inner}${DELIMITERS[level]}`
        : `<${TAGS[level]}>${inner}</${TAGS[level]}>`;
    }
  }
}
