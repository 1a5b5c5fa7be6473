import { SAFE_HREF, type NoteMark, type Run } from "@/core/text/rich-text";
import { cleanText } from "./clean-text";
import type { PrintedBlock } from "./printed-blocks";
import {
  splitChinese,
  splitUpright,
  type LanguagePiece,
} from "./split-chinese";

/** Which of both texts a span stands in. */
export const SIDES = ["target", "source"] as const;
export type Side = (typeof SIDES)[number];

/** A piece of a line as exporters write it: cleaned, supplied words with their brackets. */
export type TextSpan = {
  readonly kind: "text";
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly position: "superscript" | "subscript" | null;
  readonly supplied: boolean;
  readonly href: string | null;
  /** True for Chinese words in an English text; what stands in the Chinese text is Chinese without saying so. */
  readonly isChinese: boolean;
};

/** The number of a note. */
export type NoteSpan = {
  readonly kind: "note";
  readonly noteId: string;
  readonly number: number;
  readonly side: Side;
  /** 1-based among the marks of the note on its side. The first in the English is where the note itself belongs. */
  readonly reference: number;
  /** True right behind another number, from which something has to part it. */
  readonly isBehindNote: boolean;
};

export type Span = TextSpan | NoteSpan | { readonly kind: "break" };

/** Finds what a mark is printed as; null for one that is not printed. */
export type Cite = (mark: NoteMark) => Omit<NoteSpan, "isBehindNote"> | null;

/** Prints no mark at all: for labels, and for texts that have none. */
export const UNCITED: Cite = () => null;

/** Turns runs into spans; the brackets of supplied words stand inside of the first and the last span they enclose. */
export function spansOf(
  runs: readonly Run[],
  side: Side,
  cite: Cite,
): readonly Span[] {
  const pieces = joinRuns(runs, cite);
  const words = pieces.filter((piece) => piece.kind !== "note");
  const isSupplied = (piece: Piece | undefined) =>
    piece?.kind === "text" && piece.marks.includes("supplied");
  const spans: Span[] = [];
  let at = -1;
  for (const piece of pieces) {
    if (piece.kind === "note") {
      spans.push(piece);
      continue;
    }
    at += 1;
    if (piece.kind === "break") {
      spans.push(piece);
      continue;
    }
    const opens = isSupplied(piece) && !isSupplied(words[at - 1]);
    const closes = isSupplied(piece) && !isSupplied(words[at + 1]);
    const text = `${opens ? "[" : ""}${cleanText(piece.text)}${closes ? "]" : ""}`;
    // Not all at once: a long text can have more pieces than a call may have arguments.
    for (const span of textSpans(piece, text, side)) spans.push(span);
  }
  return spans;
}

type TextRun = Run & { readonly kind: "text" };
type Piece = TextRun | NoteSpan | { readonly kind: "break" };

/** Runs with the numbers of their notes; what only a mark parted that is not printed stands in one piece again. */
function joinRuns(runs: readonly Run[], cite: Cite): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) {
    const last = pieces.at(-1);
    if (run.kind === "note") {
      const note = cite(run);
      const isBehindNote = last?.kind === "note";
      if (note !== null) pieces.push({ ...note, isBehindNote });
    } else if (
      run.kind === "text" &&
      last?.kind === "text" &&
      isAlike(run, last)
    )
      pieces[pieces.length - 1] = { ...last, text: last.text + run.text };
    else pieces.push(run);
  }
  return pieces;
}

const isAlike = (a: TextRun, b: TextRun) =>
  a.href === b.href &&
  a.marks.length === b.marks.length &&
  a.marks.every((mark) => b.marks.includes(mark));

function textSpans(
  run: Run & { kind: "text" },
  text: string,
  side: Side,
): readonly TextSpan[] {
  const span = {
    kind: "text",
    bold: run.marks.includes("bold"),
    italic: run.marks.includes("italic"),
    position: positionOf(run),
    supplied: run.marks.includes("supplied"),
    href: safeHref(run.href),
  } as const;
  if (text === "") return [];
  const isSource = side === "source";
  if (isSource && !span.italic) return [{ ...span, text, isChinese: false }];
  const pieces = splitChinese(text).flatMap((piece) =>
    span.italic ? slantPieces(piece) : [{ ...piece, italic: false }],
  );
  return pieces.map((piece) => ({
    ...span,
    ...piece,
    isChinese: !isSource && piece.isChinese,
  }));
}

/** Parts words in italics from the East Asian ones among them, which stay upright: emphasis has no slant there. */
function slantPieces(
  piece: LanguagePiece,
): readonly (LanguagePiece & { readonly italic: boolean })[] {
  if (piece.isChinese) return [{ ...piece, italic: false }];
  return splitUpright(piece.text).map(({ text, isUpright }) => ({
    text,
    isChinese: false,
    italic: !isUpright,
  }));
}

function positionOf(run: Run & { kind: "text" }): TextSpan["position"] {
  if (run.marks.includes("superscript")) return "superscript";
  return run.marks.includes("subscript") ? "subscript" : null;
}

/** An address that a link in a file may have, fit for every format; null for any other. */
export function safeHref(href: string | null): string | null {
  if (href === null || !SAFE_HREF.test(href)) return null;
  return cleanText(href)
    .trim()
    .replace(/["'<>\\^`{|}\s]/gu, encodeURIComponent);
}

/** The spans of several blocks in one line, a break where a block or a cell ends. */
export function lineOf(blocks: readonly PrintedBlock[]): readonly Span[] {
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0);
  return lines.flatMap((line, index): readonly Span[] =>
    index === 0 ? line : [{ kind: "break" }, ...line],
  );
}

function linesOf(block: PrintedBlock): readonly (readonly Span[])[] {
  switch (block.kind) {
    case "paragraph":
      return [block.spans];
    case "list":
      return block.items.map((item) => lineOf(item));
    case "table":
      return block.rows.flat().map((cell) => lineOf(cell.blocks));
  }
}

/** The words of spans, a break as a space; numbers of notes are no words. */
export function spansText(spans: readonly Span[]): string {
  return spans.map(spanText).join("");
}

function spanText(span: Span): string {
  if (span.kind === "note") return "";
  return span.kind === "text" ? span.text : " ";
}

/** Pinyin in italics; a character that has no pinyin stands in it as it is, upright. */
export function pinyinSpans(text: string): readonly TextSpan[] {
  return splitUpright(cleanText(text)).map((piece) => ({
    ...plainSpan(piece.text),
    italic: !piece.isUpright,
    isChinese: piece.isUpright,
  }));
}

/** A span of words that an export adds of its own. */
export function plainSpan(text: string): TextSpan {
  return {
    kind: "text",
    text: cleanText(text),
    bold: false,
    italic: false,
    position: null,
    supplied: false,
    href: null,
    isChinese: false,
  };
}
