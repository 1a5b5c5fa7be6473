import { fitTable } from "@/core/export/fit-table";
import type { PrintedBlock, PrintedText } from "@/core/export/printed-blocks";
import {
  lineOf,
  type NoteSpan,
  type Span,
  type TextSpan,
} from "@/core/export/spans";

/** Writes blocks, each on lines of its own; those of one text stand close together. */
export function writeText(text: PrintedText): string {
  return text
    .map(writeBlock)
    .filter((block) => block !== "")
    .join("\n");
}

/** Writes blocks in one line, as in a heading or a list at the end. */
export function writeTextLine(text: PrintedText): string {
  return writeTextSpans(lineOf(text), " ");
}

function writeBlock(block: PrintedBlock): string {
  switch (block.kind) {
    case "paragraph":
      return writeTextSpans(block.spans, "\n");
    case "list":
      return block.items
        .map((item, index) =>
          hang(block.ordered ? `${block.start + index}.` : "•", item),
        )
        .join("\n");
    case "table":
      // As spreadsheets take it: a row a line, cells parted by tabs.
      return fitTable(block.rows)
        .map((row) => row.map((cell) => writeTextLine(cell.blocks)).join("\t"))
        .join("\n");
  }
}

function hang(marker: string, item: PrintedText): string {
  const [first = "", ...rest] = writeText(item).split("\n");
  return [
    `${marker} ${first}`.trimEnd(),
    ...rest.map((line) => `  ${line}`),
  ].join("\n");
}

/** Writes spans: words, the numbers of notes in brackets, the address of a link behind its words. */
export function writeTextSpans(
  spans: readonly Span[],
  lineBreak: string,
): string {
  let out = "";
  for (const [index, span] of spans.entries()) {
    if (span.kind === "break") out += lineBreak;
    else if (span.kind === "note") out += writeReference(span);
    else out += writeSpan(span, spans[index + 1]);
  }
  return out
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

const writeReference = ({ number }: NoteSpan) => `[${number}]`;

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
const FIGURES = "0123456789+-=()";

/** Raised and lowered words: as figures of their own where there are such (10³, H₂O), else behind a sign. */
function writePosition({ text, position }: TextSpan): string {
  if (position === null || text.trim() === "") return text;
  const signs = position === "superscript" ? RAISED : LOWERED;
  const figures = [...text].map((sign) => FIGURES.indexOf(sign));
  if (figures.every((at) => at !== -1))
    return figures.map((at) => signs.charAt(at)).join("");
  return `${position === "superscript" ? "^" : "_"}${text}`;
}

function writeSpan(span: TextSpan, next: Span | undefined): string {
  const { href } = span;
  const text = writePosition(span);
  // A link in several pieces has its address behind the last.
  const isLast = next?.kind !== "text" || next.href !== href;
  const address = href === null || !isLast ? null : shownAddress(href, text);
  return address === null ? text : `${text} <${address}>`;
}

/** The address behind the words of a link; null where they are the address. */
function shownAddress(href: string, text: string): string | null {
  const bare = (address: string) =>
    address.replace(/^(?:https?:\/\/|mailto:)/i, "").replace(/\/$/, "");
  return bare(text.trim()) === bare(href) ? null : href;
}
