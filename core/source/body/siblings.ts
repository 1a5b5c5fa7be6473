import type { Line } from "@/core/source/line";
import { STYLE_RANKS, type MarkerStyle } from "@/core/source/marks/marker";
import { wordsOf } from "./run-in";
import { shapeOf, type Shape } from "./shape";

/** How a marked line stands among its siblings: those of its style under the same parent. */
export type Place = {
  readonly shape: Shape;
  /** Whether text of its own follows the line, before the next sibling. */
  readonly own: boolean;
  /** The share of siblings of its shape that have text of their own; the last one, which any text follows, aside. */
  readonly share: number;
  /** The share of all siblings that have the shape of a heading and text of their own, which the last one need not have. */
  readonly headed: number;
  /** Whether a line that ends in a colon leads the siblings in: then they are its list. */
  readonly introduced: boolean;
};

type Siblings = {
  readonly rank: number;
  readonly style: MarkerStyle;
  readonly introduced: boolean;
  readonly members: {
    readonly index: number;
    readonly shape: Shape;
    readonly own: boolean;
  }[];
};

/** The depth rank of a line's marker; 1.1 stands below 1. and above (1). */
export function rankOf(line: Line): number {
  if (line.marker === null) return STYLE_RANKS.bullet;
  return STYLE_RANKS[line.marker.style] + line.marker.path.length / 10;
}

/** Places every marked line among its siblings; lines without a numbering marker have no place. */
export function placeSiblings(
  lines: readonly Line[],
): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const { members, introduced } of groupSiblings(lines)) {
    const last = members.at(-1);
    const shares = new Map<Shape, { all: number; own: number }>();
    for (const member of members) {
      const share = shares.get(member.shape) ?? { all: 0, own: 0 };
      if (member !== last || members.length === 1) {
        share.all += 1;
        if (member.own) share.own += 1;
      }
      shares.set(member.shape, share);
    }
    const headed = headedShare(members);
    for (const { index, shape, own } of members) {
      const share = shares.get(shape) ?? { all: 0, own: 0 };
      // The only one of its shape, at the end: it speaks for itself.
      const ratio = share.all === 0 ? Number(own) : share.own / share.all;
      places.set(index, { shape, own, share: ratio, headed, introduced });
    }
  }
  return places;
}

const HEADING_SHAPES: readonly Shape[] = ["bare", "line", "sentence", "lead"];

function headedShare(members: Siblings["members"]): number {
  const last = members.at(-1);
  const headed = members.filter(
    (member) =>
      (member.own || member === last) && HEADING_SHAPES.includes(member.shape),
  );
  return headed.length / members.length;
}

function groupSiblings(lines: readonly Line[]): readonly Siblings[] {
  const groups: Siblings[] = [];
  const open: Siblings[] = [];
  let before = "";
  lines.forEach((line, index) => {
    if (line.kind === "meta" || line.kind === "title") return;
    const { marker } = line;
    if (marker !== null && STYLE_RANKS[marker.style] < STYLE_RANKS.dash) {
      const rank = rankOf(line);
      while ((open.at(-1)?.rank ?? -1) > rank) open.pop();
      let siblings = open.at(-1);
      // The same rank in another style, or a count that starts again, opens a new group.
      if (
        siblings === undefined ||
        siblings.rank !== rank ||
        siblings.style !== marker.style ||
        marker.ordinal === 1
      ) {
        if (siblings?.rank === rank) open.pop();
        siblings = {
          rank,
          style: marker.style,
          introduced: /[：:]$/.test(before),
          members: [],
        };
        open.push(siblings);
        groups.push(siblings);
      }
      siblings.members.push({
        index,
        shape: shapeOf(wordsOf(line)),
        own: hasOwnText(lines, index, rank),
      });
    }
    before = line.text;
  });
  return groups;
}

function hasOwnText(
  lines: readonly Line[],
  index: number,
  rank: number,
): boolean {
  const next = lines[index + 1];
  if (next === undefined || next.kind === "meta" || next.kind === "title")
    return false;
  return next.marker === null || rankOf(next) > rank;
}
