import { plainBlock, type SourceBlock } from "@/core/source/block";
import { unwrapPages } from "./unwrap";
import type { GivenLine } from "./without-furniture";

const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/;
const LINE_ENDS = /(\r\n|[\n\r\f\v\u2028\u2029])/;

/**
 * Cuts plain text into blocks: a line is a paragraph, unless the text was wrapped by hand. Page numbers and running
 * heads of a text taken from pages become remarks.
 */
export function blocksFromText(text: string): readonly SourceBlock[] {
  return unwrapPages(linesOf(text)).map((piece) =>
    plainBlock(piece.text, { remarks: piece.remarks }),
  );
}

function linesOf(text: string): readonly GivenLine[] {
  if (!text.includes("\f"))
    return text
      .split(LINE_END)
      .map((line) => ({ text: line, opensPage: false }));
  const parts = text.split(LINE_ENDS);
  const lines: GivenLine[] = [];
  for (let at = 0; at < parts.length; at += 2)
    lines.push({ text: parts[at] ?? "", opensPage: parts[at - 1] === "\f" });
  return lines;
}
