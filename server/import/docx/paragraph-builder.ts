import { plainBlock, type SourceBlock } from "@/core/source/block";
import { cleanText } from "@/core/text/clean-text";
import type { NumberingCounter } from "./numbering";
import type { Styles } from "./styles";

/** A paragraph of a Word file while its runs come in. */
export class ParagraphBuilder {
  style: string | null = null;
  numId: string | null = null;
  ilvl: number | null = null;
  outline: number | null = null;
  /** Blocks of text boxes and notes that hang on the paragraph and follow it. */
  readonly attached: SourceBlock[] = [];
  private text = "";
  /** Where the bold text at the start ends; null while all of it is bold. */
  private boldEnd: number | null = null;

  add(text: string, bold: boolean | null, styles: Styles): void {
    const isBold = bold ?? styles.meaningOf(this.style).bold;
    if (!isBold && this.boldEnd === null && text.trim() !== "")
      this.boldEnd = this.text.length;
    this.text += text;
  }

  /** The paragraph's blocks, with the marker that Word's numbering puts before it. */
  toBlocks(styles: Styles, counter: NumberingCounter): readonly SourceBlock[] {
    const style = styles.meaningOf(this.style);
    const numId = this.numId ?? style.numId;
    const level =
      this.ilvl ?? this.levelByStyle(numId, counter) ?? style.ilvl ?? 0;
    // Word counts empty paragraphs too; a number without words is no paragraph of ours.
    const mark =
      numId === null || numId === "0" ? null : counter.next(numId, level);
    const text = cleanText(this.text);
    if (text.trim() === "") return this.attached;
    const heading =
      this.outline !== null && this.outline < 9
        ? this.outline + 1
        : style.heading;
    const isOneLine = heading !== null || style.isTitle;
    const lines = isOneLine ? [text.replaceAll("\n", "")] : text.split("\n");
    const [first = "", ...rest] = lines
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const prefix = mark === null ? "" : mark.marker + mark.gap;
    const block = plainBlock(prefix + first, {
      heading: style.isTitle ? null : heading,
      role: roleOf(style.isTitle, mark?.bullet === true),
      list:
        mark === null || mark.marker === ""
          ? null
          : { marker: mark.marker, depth: mark.depth },
      lead: this.leadOf(first, prefix.length),
    });
    return [block, ...rest.map((line) => plainBlock(line)), ...this.attached];
  }

  private levelByStyle(
    numId: string | null,
    counter: NumberingCounter,
  ): number | null {
    return numId === null || this.style === null
      ? null
      : counter.levelOfStyle(numId, this.style);
  }

  private leadOf(first: string, prefix: number): number {
    const indent = this.text.length - this.text.trimStart().length;
    const lead = (this.boldEnd ?? 0) - indent;
    return lead > 0 && lead < first.length ? lead + prefix : 0;
  }
}

function roleOf(isTitle: boolean, isBullet: boolean): SourceBlock["role"] {
  if (isTitle) return "title";
  return isBullet ? "bullet" : null;
}
