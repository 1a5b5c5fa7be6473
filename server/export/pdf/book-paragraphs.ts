import { cleanLabel } from "@/core/export/clean-text";
import type {
  Printed,
  PrintedPair,
  PrintedParagraph,
} from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf, spansText, type NoteSpan } from "@/core/export/spans";
import { UNAPPROVED, UNTRANSLATED } from "@/core/export/wording";
import { breakLong } from "./break-long";
import { cutText, runningLine } from "./running-line";
import type { BookText, Setter, SetNotes } from "./set-spans";

/** A part of the text as the template draws it. */
export type BookPair = {
  readonly number: number | null;
  /** True at the first part with this number, which is where links to it lead. */
  readonly isTarget: boolean;
  readonly zh: BookText;
  readonly en: BookText | null;
  /** Stands in place of the English that is missing. */
  readonly missing: string | null;
  /** Stands in the margin of English that nobody approved. */
  readonly unapproved: string | null;
  /** Notes that are set at the foot of the page on which the part begins. */
  readonly feet: readonly number[];
};

export type BookParagraph = BookPair & {
  /** 1-based, without gaps from one heading to the next, as PDF/UA wants them; null for running text. */
  readonly depth: number | null;
  /** True where both texts beside each other take so little room that a page need not end within them. */
  readonly isShort: boolean;
  /** True where weighing all its lines against each other takes longer than it is worth. */
  readonly isLong: boolean;
  /** What bookmarks, contents and running heads say of a heading. */
  readonly label: string;
  readonly running: string;
};

type IsFoot = (mark: NoteSpan) => boolean;

// A bookmark that fills a screen says nothing.
const MAX_LABEL = 300;

/**
 * A note inside of a row has the page laid out anew, some forty milliseconds each. Rows that fit a page whole do without:
 * their notes are set with the row. Of those that may go over several pages so many notes are set where their marks are;
 * the others stand where their row begins.
 */
const MAX_EXACT = 60;
// A quarter of a page.
const SHORT = { target: 900, source: 320 };

const lengthOf = (text: PrintedText | null) =>
  spansText(lineOf(text ?? [])).length;
const isPlain = (text: PrintedText | null) =>
  (text ?? []).every(({ kind }) => kind === "paragraph");

function isShortRow({ source, target }: PrintedParagraph): boolean {
  return (
    isPlain(source) &&
    isPlain(target) &&
    lengthOf(source) <= SHORT.source &&
    lengthOf(target) <= SHORT.target
  );
}

// Some fifteen lines: in longer paragraphs the last lines no longer tell how the first are broken.
const LONG = 1200;

const isLong = ({ source, target }: PrintedParagraph) =>
  lengthOf(source) > LONG || lengthOf(target) > LONG;

const countMarks = ({ source, target }: PrintedParagraph) =>
  lineOf([...source, ...(target ?? [])]).filter(({ kind }) => kind === "note")
    .length;

/** Sets the paragraphs of the text. */
export function setParagraphs(
  printed: Printed,
  setter: Setter,
  isFoot: IsFoot,
): readonly BookParagraph[] {
  const seen = new Set(headNumbers(printed));
  let above = 0;
  let exact = 0;
  return printed.paragraphs.map((paragraph) => {
    const depth =
      paragraph.level === null ? null : Math.min(paragraph.level, above + 1);
    above = depth ?? above;
    const isRow = printed.layout === "parallel";
    const isShort = isShortRow(paragraph);
    const marks = isRow && !isShort ? countMarks(paragraph) : 0;
    const hoistsAll = isRow && (isShort || exact + marks > MAX_EXACT);
    if (!hoistsAll) exact += marks;
    const label = labelOf(paragraph, setter);
    return {
      ...setPair(paragraph, { setter, isFoot, hoistsAll, seen }),
      depth,
      isShort,
      isLong: isLong(paragraph),
      label: breakLong([cutText(label, MAX_LABEL)]).join(""),
      running: runningLine(label),
    };
  });
}

const headNumbers = ({ title, metadata }: Printed) =>
  [title, ...metadata].flatMap(({ number }) => number ?? []);

/** Sets what stands above the text: title and metadata with their notes. */
export function setOpening(printed: Printed, setter: Setter, isFoot: IsFoot) {
  const { title, metadata } = printed;
  const how = { setter, isFoot, hoistsAll: true, seen: new Set<number>() };
  return {
    title: setPair(title, how),
    fields: metadata.map((field) => ({
      ...setPair(field, how),
      label: {
        zh:
          printed.layout === "english"
            ? ""
            : breakLong([field.label.source ?? ""]).join(""),
        en: breakLong([field.label.target]).join(""),
      },
    })),
  };
}

function labelOf(
  { source, target, number }: PrintedParagraph,
  setter: Setter,
): string {
  const label = cleanLabel(spansText(lineOf(target ?? source)));
  // A heading without words would be an empty bookmark.
  return label === "" ? `¶ ${number}` : setter.plain(label);
}

function setPair(
  { number, source, target, isMissing, isUnapproved }: PrintedPair,
  how: {
    readonly setter: Setter;
    readonly isFoot: IsFoot;
    readonly hoistsAll: boolean;
    readonly seen: Set<number>;
  },
): BookPair {
  const notes: SetNotes = {
    isFoot: how.isFoot,
    hoisted: [],
    hoistsAll: how.hoistsAll,
  };
  const isTarget = number !== null && !how.seen.has(number);
  if (number !== null) how.seen.add(number);
  const zh = how.setter.text(source, notes);
  const en = target === null ? null : how.setter.text(target, notes);
  return {
    number,
    isTarget,
    zh,
    en,
    missing: isMissing ? UNTRANSLATED : null,
    unapproved: isUnapproved ? UNAPPROVED : null,
    feet: [...notes.hoisted].sort((a, b) => a - b),
  };
}

/** The numbers that links can lead to. */
export function targetsOf(printed: Printed): ReadonlySet<number> {
  return new Set([
    ...headNumbers(printed),
    ...printed.paragraphs.map(({ number }) => number),
  ]);
}
