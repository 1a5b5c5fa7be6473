import type { PrintedBlock, PrintedText } from "@/core/export/printed-blocks";
import { fitTable } from "@/core/export/fit-table";
import type { NoteSpan, Span, TextSpan } from "@/core/export/spans";
import { readRaised } from "@/core/text/raised";
import { BREAK, breakLong, ROOM } from "./break-long";
import { codesOf, type Coverage } from "./coverage";
import { placeCells, type PlacedCell } from "./place-cells";

/**
 * A piece of a line as the template draws it: plain words, or words with looks (b bold, i italic, p raised "sup" or
 * lowered "sub", h address, z Chinese in an English text, u codes of characters that no typeface has), a note's number
 * (n, with `foot` where the note itself belongs there and `and` behind another number), or a line's end.
 */
export type BookSpan =
  | string
  | {
      readonly t: string;
      readonly b?: true;
      readonly i?: true;
      readonly p?: "sup" | "sub";
      readonly h?: string;
      readonly z?: true;
      readonly u?: true;
    }
  | { readonly n: number; readonly foot?: true; readonly and?: true }
  | { readonly br: true };

export type BookCell = Pick<PlacedCell, "x" | "y" | "colspan" | "rowspan"> & {
  readonly head: boolean;
  readonly blocks: BookText;
};

export type BookBlock =
  | { readonly p: readonly BookSpan[] }
  | {
      readonly items: readonly BookText[];
      /** The first number; none for a list without numbers. */
      readonly start?: number;
    }
  | {
      readonly rows: readonly (readonly BookCell[])[];
      readonly columns: number;
      /** How many rows at the top are its head. */
      readonly heads: number;
    };

export type BookText = readonly BookBlock[];

/** How the marks of notes in a text are set. */
export type SetNotes = {
  /** Whether a note belongs where this mark stands. */
  readonly isFoot: (mark: NoteSpan) => boolean;
  /**
   * Notes that belong to the text but are set before the whole of it: a note inside of a table would have all of the table
   * laid out anew.
   */
  readonly hoisted: number[];
  /** Whether all of its notes are. */
  readonly hoistsAll: boolean;
};

/** For texts without marks of notes. */
export const UNMARKED: SetNotes = {
  isFoot: () => false,
  hoisted: [],
  hoistsAll: false,
};

// Typst refuses what is longer.
const MAX_ADDRESS = 4000;

/** The narrowest that a text can be, in points: a column of Chinese beside its English. */
const NARROWEST = 170;

/** About how much room a cell has for words, in ems, by how many columns share the width. */
const cellRoom = (columns: number) =>
  columns > 8 ? (NARROWEST / columns - 4) / 6.3 : (NARROWEST / columns - 9) / 9;

/** What a span is between its neighbours on a line: the number of a note parts no string. */
function unbrokenText(span: Span): string {
  if (span.kind === "text") return span.text;
  return span.kind === "note" ? "0" : "\n";
}

/** A raised character that no typeface has, as its plain one set above or below the line. */
function raisedSpan({
  text,
  raise,
}: NonNullable<ReturnType<typeof readRaised>>): {
  readonly t: string;
  readonly p: "sup" | "sub";
} {
  return { t: text, p: raise === "superscript" ? "sup" : "sub" };
}

/** Makes spans what the template draws; characters that no typeface has are counted in `missing`. */
export class Setter {
  readonly missing = new Set<string>();
  /** How many places to break long strings have got. */
  breaks = 0;

  constructor(
    private readonly coverage: Coverage,
    /** Whether notes stand at the foot of pages; else none is set before its text. */
    private readonly hasFeet: boolean,
  ) {}

  /** Words for a place where nothing can be drawn, such as a bookmark. */
  plain(text: string): string {
    return this.coverage(text)
      .map((piece) => (piece.isCovered ? piece.text : this.plainOf(piece.text)))
      .join("");
  }

  private plainOf(text: string): string {
    return [...text]
      .map((character) => {
        const raised = readRaised(character);
        const sign = raised?.raise === "superscript" ? "^" : "_";
        return raised === null
          ? codesOf(character)
              .map((code) => `[${code}]`)
              .join("")
          : sign + raised.text;
      })
      .join("");
  }

  /** `room` is the width of a line in ems: longer strings without blanks may break anywhere. */
  text(blocks: PrintedText, notes: SetNotes, room = ROOM): BookText {
    return blocks.map((block) => this.block(block, notes, room));
  }

  private block(block: PrintedBlock, notes: SetNotes, room: number): BookBlock {
    switch (block.kind) {
      case "paragraph":
        return { p: this.line(block.spans, notes, room) };
      case "list":
        return {
          items: block.items.map((item) => this.text(item, notes, room)),
          ...(block.ordered && { start: block.start }),
        };
      case "table":
        return this.table(block.rows, { ...notes, hoistsAll: true });
    }
  }

  private table(
    given: Extract<PrintedBlock, { kind: "table" }>["rows"],
    notes: SetNotes,
  ): BookBlock {
    const rows = placeCells(fitTable(given));
    const cells = rows.flat();
    const heads = rows.findIndex((row) => row.some((cell) => !cell.header));
    // A head that reaches into the body would be no head.
    const isParted = cells.every(
      ({ y, rowspan }) => y >= heads || y + rowspan <= heads,
    );
    const columns = cells.reduce(
      (most, { x, colspan }) => Math.max(most, x + colspan),
      1,
    );
    const room = Math.max(0, Math.min(ROOM, cellRoom(columns)));
    return {
      columns,
      heads: isParted ? Math.max(0, heads) : 0,
      rows: rows.map((row) =>
        row.map(({ header, x, y, colspan, rowspan, blocks }) => ({
          x,
          y,
          colspan,
          rowspan,
          head: header,
          blocks: this.text(blocks, notes, room),
        })),
      ),
    };
  }

  line(
    spans: readonly Span[],
    notes: SetNotes,
    room = ROOM,
  ): readonly BookSpan[] {
    const set: BookSpan[] = [];
    const texts = breakLong(spans.map(unbrokenText), room);
    for (const text of texts) this.breaks += text.split(BREAK).length - 1;
    for (const [index, span] of spans.entries()) {
      switch (span.kind) {
        case "break":
          set.push({ br: true });
          break;
        case "note":
          set.push(this.mark(span, notes));
          break;
        case "text":
          for (const piece of this.words(span, texts[index] ?? ""))
            set.push(piece);
      }
    }
    return set;
  }

  private mark(span: NoteSpan, notes: SetNotes): BookSpan {
    const belongs = notes.isFoot(span);
    const isHoisted = belongs && notes.hoistsAll && this.hasFeet;
    if (isHoisted) notes.hoisted.push(span.number);
    return {
      n: span.number,
      ...(belongs && !isHoisted && { foot: true as const }),
      ...(span.isBehindNote && { and: true as const }),
    };
  }

  private words(
    { bold, italic, position, href, isChinese }: TextSpan,
    text: string,
  ): readonly BookSpan[] {
    const looks = {
      ...(bold && { b: true as const }),
      ...(italic && { i: true as const }),
      ...(position === "superscript" && { p: "sup" as const }),
      ...(position === "subscript" && { p: "sub" as const }),
      ...(href !== null && href.length <= MAX_ADDRESS && { h: href }),
      ...(isChinese && { z: true as const }),
    };
    const isPlain = Object.keys(looks).length === 0;
    return this.coverage(text).flatMap((piece): readonly BookSpan[] => {
      if (piece.isCovered)
        return [isPlain ? piece.text : { t: piece.text, ...looks }];
      return [...piece.text].flatMap((character): readonly BookSpan[] => {
        const raised = readRaised(character);
        if (raised !== null) return [{ ...looks, ...raisedSpan(raised) }];
        return codesOf(character).map((code) => {
          this.missing.add(code);
          return { t: code, ...looks, u: true };
        });
      });
    });
  }
}
