import {
  BORDER,
  IGNORED,
  KEEP,
  MARK,
  QUOTE,
  SPACE,
  foldCodePoint,
  foldTables,
  isIgnored,
  isMark,
  isSubscript,
} from "./fold-tables";
import { isClosingQuote, isOpeningQuote, widenToQuotes } from "./quotes";

/**
 * Text folded for matching: one width, one case, no quotation marks, no blanks inside Chinese.
 * What is folded and what is not: docs/specs/term-matching.md.
 */
export type Folded = {
  readonly text: string;
  /** The text as given. */
  readonly source: string;
  /** Where the character at a folded offset begins in the source; the source's length at the end. */
  toSource(offset: number): number;
  /** Where the character before a folded offset ends in the source, with its combining marks. */
  toSourceEnd(offset: number): number;
  /** The part of the source that a part of the folded text stands for; takes in the partner of a quotation mark. */
  toSourceRange(
    from: number,
    to: number,
  ): { readonly from: number; readonly to: number };
};

/** Folded text as numbers: what the term matcher reads. */
export type FoldedUnits = {
  readonly length: number;
  /** UTF-16 units of the folded text; `length` of them count. */
  readonly units: Uint16Array;
  /** For each of them, where its character begins in the source. */
  readonly starts: Int32Array;
};

const ENUMERATION_COMMA = 0x3001;
const BLANK = 0x20;
const TAB = 0x09;
const LINE_FEED = 0x0a;

/** Folds a text and keeps where each character came from. Offsets are UTF-16 offsets. */
export function fold(source: string): Folded {
  const folded = foldUnits(source);
  const { starts, length } = folded;
  const toSource = (offset: number): number => starts[offset] ?? source.length;
  const toSourceEnd = (offset: number): number =>
    offset <= 0
      ? 0
      : characterEnd(source, starts[Math.min(offset, length) - 1] ?? 0);
  return {
    text: textOf(folded),
    source,
    toSource: (offset) => (offset >= length ? source.length : toSource(offset)),
    toSourceEnd,
    toSourceRange: (from, to) =>
      widenToQuotes(source, toSource(from), toSourceEnd(to), {
        from: 0,
        to: source.length,
      }),
  };
}

/** Folds a text into numbers, without making a string of them. */
export function foldUnits(source: string): FoldedUnits {
  const folder = new Folder(source.length);
  folder.append(source);
  return folder.result();
}

/** Folds many short texts into one row of numbers; `ends` says where each of them ends in it. */
export function foldMany(sources: readonly string[]): {
  readonly units: Uint16Array;
  readonly ends: Int32Array;
} {
  const folder = new Folder(
    sources.reduce((sum, source) => sum + source.length, 0),
  );
  const ends = new Int32Array(sources.length);
  for (const [index, source] of sources.entries())
    ends[index] = folder.append(source);
  return { units: folder.result().units, ends };
}

/** The folded text of units. */
export function textOf(folded: FoldedUnits): string {
  const pieces: string[] = [];
  // Argument lists have a limit; 8,192 is far below it everywhere.
  for (let from = 0; from < folded.length; from += 8192) {
    const piece = folded.units.subarray(
      from,
      Math.min(from + 8192, folded.length),
    );
    pieces.push(String.fromCharCode(...piece));
  }
  return pieces.join("");
}

/** Where the character that begins at an offset of the source ends: its code point with all marks that belong to it. */
export function characterEnd(source: string, start: number): number {
  const { classes } = foldTables();
  const first = source.charCodeAt(start);
  if (isOpeningQuoteAfterClosing(source, start)) return start + 2;
  if (classes[first] === SPACE || classes[first] === BORDER) return start + 1;
  let end = start + widthAt(source, start);
  while (
    end < source.length &&
    (classes[source.charCodeAt(end)] ?? KEEP) >= MARK
  ) {
    if (
      classes[source.charCodeAt(end)] !== MARK &&
      !isMark(characterAt(source, end))
    )
      break;
    end += widthAt(source, end);
  }
  return end;
}

function characterAt(source: string, at: number): string {
  return String.fromCodePoint(source.codePointAt(at) ?? 0);
}

function widthAt(source: string, at: number): number {
  return (source.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isOpeningQuoteAfterClosing(source: string, at: number): boolean {
  return (
    isClosingQuote(source.charCodeAt(at)) &&
    isOpeningQuote(source.charCodeAt(at + 1))
  );
}

function foldAll(characters: string): string {
  return [...characters].map(foldCodePoint).join("").normalize("NFC");
}

/** Folds sources one after the other; a class only because a pass has so much state. */
class Folder {
  private readonly tables = foldTables();
  private units: Uint16Array;
  private starts: Int32Array;
  private length = 0;
  private source = "";
  /** Where the units of the present source begin. */
  private base = 0;
  /** Where a run of white space began that may still come to nothing; -1: none. */
  private blank = -1;
  private border = false;
  /** Tabs part the cells of a table; line breaks then part its rows, while in running text they mean nothing. */
  private isTable = false;
  /** Where a row of subscripts behind a digit was left as it is; -1: none. */
  private keptAt = -1;

  constructor(size: number) {
    // Folding may lengthen (one ligature, three letters); the rare case grows the arrays.
    this.units = new Uint16Array(size + 4);
    this.starts = new Int32Array(size + 4);
  }

  /** Folds one more source; returns the number of units there are now. */
  append(source: string): number {
    const { classes, replacements } = this.tables;
    this.source = source;
    this.isTable = source.includes("\t");
    this.base = this.length;
    this.blank = -1;
    this.border = false;
    this.keptAt = -1;
    let at = 0;
    while (at < source.length) {
      const unit = source.charCodeAt(at);
      if (classes[unit] === KEEP) {
        if (this.blank >= 0) this.settleBlank(unit);
        this.push(replacements[unit] ?? unit, at);
        at += 1;
      } else {
        at = this.takeUnusual(unit, at);
      }
    }
    return this.length;
  }

  result(): FoldedUnits {
    return { length: this.length, units: this.units, starts: this.starts };
  }

  private push(unit: number, start: number): void {
    if (this.length >= this.units.length) this.grow();
    this.units[this.length] = unit;
    this.starts[this.length] = start;
    this.length += 1;
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    const starts = new Int32Array(this.units.length * 2);
    units.set(this.units);
    starts.set(this.starts);
    this.units = units;
    this.starts = starts;
  }

  private takeUnusual(unit: number, at: number): number {
    switch (this.tables.classes[unit] ?? KEEP) {
      case SPACE:
      case BORDER:
        if (this.blank < 0) this.blank = at;
        this.border ||=
          this.tables.classes[unit] === BORDER ||
          (this.isTable && unit === LINE_FEED);
        return at + 1;
      case QUOTE:
        return this.takeQuote(at);
      case IGNORED:
        return at + 1;
      case MARK:
        return this.takeMarks(at);
      default:
        return this.takeComplex(at);
    }
  }

  /** Two quotations side by side are two things: the standard leaves out the enumeration comma between them. */
  private takeQuote(at: number): number {
    if (!isOpeningQuoteAfterClosing(this.source, at)) return at + 1;
    this.blank = -1;
    this.border = false;
    this.push(ENUMERATION_COMMA, at);
    return at + 2;
  }

  /** Marks join the character they stand on, so that é is é however it is written. */
  private takeMarks(at: number): number {
    let end = at;
    while (end < this.source.length && isMark(characterAt(this.source, end)))
      end += widthAt(this.source, end);
    let start = at;
    if (this.length > this.base && this.blank < 0) {
      const last = this.starts[this.length - 1] ?? 0;
      if (last + widthAt(this.source, last) === at) {
        start = last;
        while (this.length > this.base && this.starts[this.length - 1] === last)
          this.length -= 1;
      }
    }
    const text = foldAll(this.source.slice(start, end));
    if (this.blank >= 0 && text !== "")
      this.settleBlank(this.source.charCodeAt(at));
    this.pushAll(text, start);
    return end;
  }

  private takeComplex(at: number): number {
    const character = characterAt(this.source, at);
    if (isMark(character)) return this.takeMarks(at);
    if (!isIgnored(character)) {
      if (this.blank >= 0) this.settleBlank(this.source.charCodeAt(at));
      const isKept = this.keepsSubscript(character, at);
      this.pushAll(isKept ? character : foldCodePoint(character), at);
    }
    return at + character.length;
  }

  /** Subscripts behind a digit are the base of the number: 101₂ is not 1012. */
  private keepsSubscript(character: string, at: number): boolean {
    if (!isSubscript(character)) return false;
    const before = this.source.charAt(at - 1);
    const isKept = isSubscript(before)
      ? this.keptAt === at - 1
      : /\p{Nd}/u.test(before);
    if (isKept) this.keptAt = at;
    return isKept;
  }

  private pushAll(text: string, start: number): void {
    for (let index = 0; index < text.length; index += 1)
      this.push(text.charCodeAt(index), start);
  }

  /** White space stays as one blank between words that are not Chinese, as one tab between cells of a table. */
  private settleBlank(next: number): void {
    const { tight } = this.tables;
    if (this.length > this.base) {
      const last = this.source.charCodeAt(this.starts[this.length - 1] ?? 0);
      const folded = this.units[this.length - 1] ?? 0;
      const isLoose =
        tight[last] !== 1 && tight[folded] !== 1 && tight[next] !== 1;
      if (this.border) this.push(TAB, this.blank);
      else if (isLoose) this.push(BLANK, this.blank);
    }
    this.blank = -1;
    this.border = false;
  }
}
