import { plainBlock, type SourceBlock } from "@/core/source/block";
import { unwrapLines } from "./unwrap";

const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/;

/** Cuts plain text into blocks: a line is a paragraph, unless the text was wrapped by hand. */
export function blocksFromText(text: string): readonly SourceBlock[] {
  return unwrapLines(text.split(LINE_END)).map((line) => plainBlock(line));
}
