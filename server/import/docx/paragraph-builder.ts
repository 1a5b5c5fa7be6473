import { plainBlock, type SourceBlock } from "@/core/source/block";
import {
  remark,
  shiftRemarks,
  type RemarkKind,
  type SourceRemark,
} from "@/core/source/remark";
import type { ListMarker, NumberingCounter } from "./numbers/numbering";
import { withoutBreaks, writePieces, type Piece } from "./runs/pieces";
import { readFontText } from "./runs/symbol-fonts";
import type { Look } from "./runs/look";
import type { Styles } from "./styles";

/** A paragraph of a Word file while its runs come in. */
export class ParagraphBuilder {
  style: string | null = null;
  numId: string | null = null;
  ilvl: number | null = null;
  outline: number | null = null;
  /** Whether the paragraph's end was deleted or moved away, so that the next paragraph goes on with it. */
  isEndDeleted = false;
  /** Whether a section ends with the paragraph. */
  endsSection = false;
  /** Blocks of text boxes and notes that hang on the paragraph and follow it. */
  readonly attached: SourceBlock[] = [];
  private pieces: Piece[] = [];

  /** Whether any text is shown so far. */
  get hasText(): boolean {
    return this.pieces.some(
      (piece) => piece.kind === "text" && piece.text.trim() !== "",
    );
  }

  /** Adds text as a run shows it; what is struck out or hidden is left out and remarked on. */
  add(text: string, look: Look): void {
    if (look.hidden) this.remark("hidden", text);
    else if (look.struck) this.remark("struck-out", text);
    else this.addShown(text, look);
  }

  /** Adds text that is not formatted: marks of notes, placeholders. */
  addPlain(text: string): void {
    this.pieces.push({
      kind: "text",
      text,
      bold: false,
      raise: null,
      isShifted: false,
    });
  }

  /** Remarks on this place; remarks of a kind that follow each other are one. */
  remark(kind: RemarkKind, detail: string | null): void {
    const last = this.pieces.at(-1);
    if (last?.kind === "remark" && last.remark === kind && LEFT_OUT.has(kind))
      last.details.push(detail ?? "");
    else
      this.pieces.push({
        kind: "remark",
        remark: kind,
        details: detail === null ? [] : [detail],
      });
  }

  /** Puts the text of a paragraph whose end was deleted before this one's; the first with text says what both are. */
  joinTo(before: ParagraphBuilder): void {
    if (before.hasText) {
      this.style = before.style;
      this.numId = before.numId;
      this.ilvl = before.ilvl;
      this.outline = before.outline;
    }
    this.pieces = [...before.pieces, ...this.pieces];
    this.attached.unshift(...before.attached);
  }

  /** The paragraph's blocks, with the marker that Word's numbering puts before it. */
  toBlocks(styles: Styles, counter: NumberingCounter): readonly SourceBlock[] {
    const style = styles.meaningOf(this.style);
    // Word counts empty paragraphs too; a number without words is no paragraph of ours.
    const mark = this.markOf(styles, counter);
    const heading =
      this.outline !== null && this.outline < 9
        ? this.outline + 1
        : style.heading;
    const isOneLine = heading !== null || style.isTitle;
    const given = writePieces(this.pieces);
    const written = isOneLine ? withoutBreaks(given) : given;
    const lines = linesOf(written.text);
    const [first, ...rest] = lines;
    if (first === undefined)
      return [...remarksAlone(written.remarks), ...this.attached];
    const prefix = mark === null ? "" : mark.marker + mark.gap;
    const remarks = this.numbered(mark, written.remarks);
    const block = plainBlock(prefix + first.text, {
      heading: style.isTitle ? null : heading,
      role: roleOf(style.isTitle, mark?.bullet === true),
      list:
        mark === null || mark.marker === ""
          ? null
          : { marker: mark.marker, depth: mark.depth },
      lead: leadOf(written.boldEnd, first, prefix.length),
      remarks: remarksOf(remarks, lines, 0, prefix.length),
    });
    return [
      block,
      ...rest.map((line, index) =>
        plainBlock(line.text, {
          remarks: remarksOf(written.remarks, lines, index + 1, 0),
        }),
      ),
      ...this.attached,
    ];
  }

  /** What hangs on a paragraph that is not there: its remarks, text boxes and notes. */
  remains(): readonly SourceBlock[] {
    return [
      ...remarksAlone(writePieces(this.pieces).remarks),
      ...this.attached,
    ];
  }

  private addShown(text: string, look: Look): void {
    const shown = readFontText(
      look.capitals ? text.toUpperCase() : text,
      look.fonts,
    );
    let from = 0;
    const push = (part: string) => {
      if (part === "") return;
      this.pieces.push({
        kind: "text",
        text: part,
        bold: look.bold,
        raise: look.raise,
        isShifted: look.isShifted,
      });
    };
    for (const { at, detail } of shown.unknown) {
      push(shown.text.slice(from, at));
      this.remark("symbol", detail);
      from = at;
    }
    push(shown.text.slice(from));
  }

  private markOf(styles: Styles, counter: NumberingCounter): ListMarker | null {
    const style = styles.meaningOf(this.style);
    const numId = this.numId ?? style.numId;
    if (numId === null || numId === "0") return null;
    const byStyle =
      this.style === null ? null : counter.levelOfStyle(numId, this.style);
    return counter.next(numId, this.ilvl ?? byStyle ?? style.ilvl ?? 0);
  }

  private numbered(
    mark: ListMarker | null,
    remarks: readonly SourceRemark[],
  ): readonly SourceRemark[] {
    return mark?.unknownFormat == null
      ? remarks
      : [remark("number-format", null, mark.unknownFormat), ...remarks];
  }
}

/** Kinds of what is left out, where pieces that follow each other are one. */
const LEFT_OUT: ReadonlySet<RemarkKind> = new Set([
  "struck-out",
  "hidden",
  "deleted-change",
]);

type TextLine = { readonly text: string; readonly from: number };

/** The lines of a text that have words, trimmed, with their places in it. */
function linesOf(text: string): readonly TextLine[] {
  let at = 0;
  return text.split("\n").flatMap((line) => {
    const from = at + line.length - line.trimStart().length;
    at += line.length + 1;
    const words = line.trim();
    return words === "" ? [] : [{ text: words, from }];
  });
}

/** The remarks of one line: those up to the next one, the first line's from the start on. */
function remarksOf(
  remarks: readonly SourceRemark[],
  lines: readonly TextLine[],
  index: number,
  prefix: number,
): readonly SourceRemark[] {
  const line = lines[index];
  if (line === undefined || remarks.length === 0) return remarks;
  const next = lines[index + 1]?.from ?? Infinity;
  const own = remarks.filter(
    ({ at }) =>
      (at ?? 0) < next && (index === 0 || (at !== null && at >= line.from)),
  );
  const clamped = own.map((one) =>
    one.at === null
      ? one
      : {
          ...one,
          at: Math.min(
            line.from + line.text.length,
            Math.max(line.from, one.at),
          ),
        },
  );
  return shiftRemarks(clamped, prefix - line.from);
}

function remarksAlone(
  remarks: readonly SourceRemark[],
): readonly SourceBlock[] {
  return remarks.length === 0
    ? []
    : [
        plainBlock("", {
          remarks: remarks.map((one) => ({ ...one, at: null })),
        }),
      ];
}

function leadOf(
  boldEnd: number | null,
  first: TextLine,
  prefix: number,
): number {
  const lead = (boldEnd ?? 0) - first.from;
  return lead > 0 && lead < first.text.length ? lead + prefix : 0;
}

function roleOf(isTitle: boolean, isBullet: boolean): SourceBlock["role"] {
  if (isTitle) return "title";
  return isBullet ? "bullet" : null;
}
