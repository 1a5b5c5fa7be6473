import { Parser } from "htmlparser2";
import { markOf, type ListMark } from "./list-styles";

/** A list that is being read. */
export type List = {
  readonly style: string;
  readonly step: 1 | -1;
  next: number;
};

type Attributes = Readonly<Record<string, string>>;

/** Opens a list; `entries` is how many a reversed one has, which its first number follows from. */
export function openList(
  name: string,
  attributes: Attributes,
  style: string | null,
  entries: number,
): List {
  const isReversed = name === "ol" && attributes["reversed"] !== undefined;
  const first = isReversed ? entries : 1;
  return {
    style: style ?? attributes["type"] ?? (name === "ol" ? "1" : "disc"),
    step: isReversed ? -1 : 1,
    next: wholeNumber(attributes["start"], first),
  };
}

/** Counts an entry and gives its mark; `style` is the entry's own, where it has one. */
export function nextMark(
  list: List,
  attributes: Attributes,
  style: string | null,
): ListMark {
  list.next = wholeNumber(attributes["value"], list.next);
  const mark = markOf(list.next, style ?? attributes["type"] ?? list.style);
  list.next += list.step;
  return mark;
}

function wholeNumber(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\s{0,9}[-+]?\d{1,6}\s{0,9}$/.test(value)
    ? Number(value)
    : otherwise;
}

/** Counts the entries of each list of a page, in the order in which lists open; only reversed lists ask for them. */
export function countEntries(html: string): readonly number[] {
  if (!/\sreversed\b/i.test(html)) return [];
  const counts: number[] = [];
  const open: number[] = [];
  const parser = new Parser({
    onopentag: (name) => {
      if (name === "ol" || name === "ul") open.push(counts.push(0) - 1);
      const list = open.at(-1);
      if (name === "li" && list !== undefined)
        counts[list] = (counts[list] ?? 0) + 1;
    },
    onclosetag: (name) => {
      if (name === "ol" || name === "ul") open.pop();
    },
  });
  parser.end(html);
  return counts;
}
