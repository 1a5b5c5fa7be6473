import { AppError } from "@/core/errors";
import type { RichText } from "@/core/text/rich-text";
import { LABEL, referencesIn } from "./english-line";
import { readNoteMarkdown } from "./note-markdown";

/** A line of English that is no definition of a note. */
export type EnglishLine = {
  readonly text: string;
  /** Its number in the file, counted from 1. */
  readonly number: number;
  /** True for an empty line beside a definition: it may part the two and stand for no line of the source. */
  readonly isGap: boolean;
};

export type Footnote = {
  readonly label: string;
  /** The line of its definition, counted from 1. */
  readonly line: number;
  readonly body: RichText;
};

/** What is kept, but perhaps not as it was meant. */
export type FootnoteWarning = {
  readonly kind: "empty" | "nested" | "address";
  readonly line: number;
  readonly label: string;
  /** The address that no link may have; "" for the others. */
  readonly address: string;
};

export type Footnotes = {
  readonly lines: readonly EnglishLine[];
  /** In the order in which the lines refer to them first; those that no line refers to follow, as they stand. */
  readonly footnotes: readonly Footnote[];
  readonly warnings: readonly FootnoteWarning[];
};

type Definition = {
  readonly label: string;
  readonly line: number;
  readonly text: string[];
};

const DEFINITION = new RegExp(`^ {0,3}\\[\\^(${LABEL})\\]:[ \\t]*(.*)$`);
const INDENTED = /^(?: {4}|\t| {1,3}\t)/;
/**
 * Parts lines of English from the Pandoc footnotes among them: `[^label]` refers to a note, a line that begins with
 * `[^label]:` defines it, and lines behind that are indented by four blanks or a tab go on with it. Throws an AppError
 * for references without a definition and for definitions that come twice: no guess would keep what was meant.
 */
export function readFootnotes(lines: readonly string[]): Footnotes {
  const { english, definitions } = partLines(lines);
  checkDefinitions(definitions);
  const order = referenceOrder(english, definitions);
  const warnings: FootnoteWarning[] = [];
  const footnotes = definitions
    .map(({ label, line, text }): Footnote => {
      const { body, refused } = readNoteMarkdown(text);
      const warn = (kind: FootnoteWarning["kind"], address = "") =>
        warnings.push({ kind, line, label, address });
      if (body.blocks.length === 0) warn("empty");
      if (text.some((each) => referencesIn(each).length > 0)) warn("nested");
      for (const address of refused) warn("address", address);
      return { label, line, body };
    })
    .toSorted((a, b) => rank(order, a.label) - rank(order, b.label));
  return { lines: english, footnotes, warnings };
}

function partLines(lines: readonly string[]): {
  readonly english: readonly EnglishLine[];
  readonly definitions: readonly Definition[];
} {
  const english: EnglishLine[] = [];
  const definitions: Definition[] = [];
  let open: Definition | null = null;
  // Empty lines behind a definition belong to it only when it goes on after them.
  let pending: EnglishLine[] = [];
  let isBesideNote = false;
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    const [, label, first] = DEFINITION.exec(line) ?? [];
    if (label !== undefined) {
      english.push(...pending);
      pending = [];
      markGaps(english);
      open = { label, line: number, text: [first ?? ""] };
      definitions.push(open);
      isBesideNote = true;
    } else if (line.trim() === "") {
      pending.push({ text: "", number, isGap: isBesideNote });
    } else if (open !== null && INDENTED.test(line)) {
      open.text.push(...pending.map(() => ""), line.replace(INDENTED, ""));
      pending = [];
    } else {
      english.push(...pending, { text: line, number, isGap: false });
      pending = [];
      open = null;
      isBesideNote = false;
    }
  }
  english.push(...pending);
  return { english, definitions };
}

/** The empty lines right before a definition part it from the text. */
function markGaps(english: EnglishLine[]): void {
  for (let index = english.length - 1; index >= 0; index -= 1) {
    const line = english[index];
    if (line === undefined || line.text !== "" || line.isGap) return;
    english[index] = { ...line, isGap: true };
  }
}

function checkDefinitions(definitions: readonly Definition[]): void {
  const lines = new Map<string, number[]>();
  for (const { label, line } of definitions)
    lines.set(label, [...(lines.get(label) ?? []), line]);
  const doubled = [...lines].filter(([, places]) => places.length > 1);
  if (doubled.length === 0) return;
  throw new AppError("invalid", "notes_doubled", {
    values: { places: listPlaces(doubled) },
  });
}

/** The labels in the order in which the lines refer to them. */
function referenceOrder(
  english: readonly EnglishLine[],
  definitions: readonly Definition[],
): ReadonlyMap<string, number> {
  const known = new Set(definitions.map(({ label }) => label));
  const order = new Map<string, number>();
  const unknown = new Map<string, number[]>();
  for (const { text, number } of english) {
    for (const label of referencesIn(text)) {
      if (!known.has(label))
        unknown.set(label, [...(unknown.get(label) ?? []), number]);
      else if (!order.has(label)) order.set(label, order.size);
    }
  }
  if (unknown.size === 0) return order;
  throw new AppError("invalid", "notes_undefined", {
    values: { places: listPlaces([...unknown]) },
  });
}

const MAX_NAMED = 10;

function listPlaces(
  places: readonly (readonly [string, readonly number[]])[],
): string {
  const named = places
    .slice(0, MAX_NAMED)
    .map(([label, lines]) => `[^${label}] (${lines.join(", ")})`);
  return [...named, ...(places.length > MAX_NAMED ? ["…"] : [])].join(", ");
}

function rank(order: ReadonlyMap<string, number>, label: string): number {
  return order.get(label) ?? Number.MAX_SAFE_INTEGER;
}
