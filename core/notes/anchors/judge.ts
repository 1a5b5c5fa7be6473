import type { Place, Quote } from "./quote";

/** What stands on one side of words that were found. */
type Side = {
  /** Units of the context that stand there still, in order. */
  readonly matched: number;
  /** The share of the context that stands there still. */
  readonly share: number;
  /** Units of the context that stand directly beside the words, without a gap. */
  readonly beside: number;
  /** Units of the text between the words and the nearest unit of the context. */
  readonly gap: number;
};

/** Less of a side than this is what any two sentences of a policy document share. */
const LEAST_SHARE = 0.5;
/** On one side at least so many units stand directly beside the words: a look-alike rarely brings its neighbours. */
const BESIDE = 8;
/** What is left of a side whose sentence was deleted has at least so many units: shorter ones are 加快推进 and the like. */
const LAST_WORDS = 6;
/** And the other side is as it was, a word or two aside. */
const WHOLE_SHARE = 0.9;
/** A context farther away than this is the context of something else; inserted sentences are mostly shorter. */
const FARTHEST = 160;
/** Where one side is lost, the other has to be whole for so long that no two places of one paragraph share it. */
const WHOLE_SIDE = 48;
/** And the words have to be more than a set phrase. */
const OWN_WORDS = 8;
/** What the beginning or the end of a text counts as a neighbour, in units. */
const BORDER = 16;
/** How far words that stood at a border may have moved from it. */
const BORDER_SHIFT = 8;

/** Decides whether what stands around words is enough to be sure of them; `matched` counts units on both sides. */
export function judgeSides(
  quote: Quote,
  partners: Int32Array,
  place: Place,
  length: number,
): { readonly isSure: boolean; readonly matched: number } {
  const { exact, prefix, begins, ends } = quote;
  const end = prefix.length + exact.length;
  const left = judgeSide({
    partners: Array.from(partners.subarray(0, prefix.length), (partner) =>
      partner < 0 ? -1 : place.from - 1 - partner,
    ).reverse(),
    room: place.from,
    atBorder: begins,
  });
  const right = judgeSide({
    partners: Array.from(partners.subarray(end), (partner) =>
      partner < 0 ? -1 : partner - place.to,
    ),
    room: length - place.to,
    atBorder: ends,
  });
  const isWhole = partners
    .subarray(prefix.length, end)
    .every((partner, index) => partner === place.from + index);
  const matched = left.matched + right.matched;
  if (holds(left, right) && holds(right, left))
    return { isSure: Math.max(left.beside, right.beside) >= BESIDE, matched };
  const isSure =
    isWhole &&
    exact.length >= OWN_WORDS &&
    Math.max(left.beside, right.beside) >= WHOLE_SIDE;
  return { isSure, matched };
}

/** A side of which much is gone, as when the sentence before was deleted, holds by its last words if the other is whole. */
function holds(side: Side, other: Side): boolean {
  if (side.gap > FARTHEST) return false;
  return (
    side.share >= LEAST_SHARE ||
    (side.beside >= LAST_WORDS && other.share >= WHOLE_SHARE)
  );
}

/** `partners`: from the words outwards, the distance of each unit's partner from the words; `room`: units to the text's end. */
function judgeSide({
  partners,
  room,
  atBorder,
}: {
  readonly partners: readonly number[];
  readonly room: number;
  readonly atBorder: boolean;
}): Side {
  const standing = partners.filter((distance) => distance >= 0);
  const matched = standing.length;
  const first = partners.findIndex((distance, index) => distance !== index);
  const adjacent = first === -1 ? partners.length : first;
  const outermost = partners.length === 0 ? -1 : (partners.at(-1) ?? -1);
  const keepsBorder =
    atBorder &&
    (partners.length === 0 || outermost >= 0) &&
    room - outermost - 1 <= BORDER_SHIFT;
  const touchesBorder =
    atBorder && adjacent === partners.length && room === partners.length;
  const bonus = keepsBorder ? BORDER : 0;
  const whole = atBorder
    ? partners.length + BORDER
    : Math.max(partners.length, BORDER);
  return {
    matched,
    share: (matched + bonus) / whole,
    beside: adjacent + (touchesBorder ? BORDER : 0),
    gap: standing[0] ?? (keepsBorder ? 0 : Infinity),
  };
}

/**
 * Tells whether the same words stand a second time in a text with half as much of their context directly beside them:
 * then neither is sure.
 */
export function isRivalled(
  { exact, prefix, suffix }: Quote,
  text: string,
  place: Place,
  matched: number,
): boolean {
  for (
    let at = text.indexOf(exact);
    at !== -1;
    at = text.indexOf(exact, at + 1)
  ) {
    if (at < place.to && at + exact.length > place.from) continue;
    const end = at + exact.length;
    if (
      sameBefore(text, at, prefix) + sameBehind(text, end, suffix) >=
      matched / 2
    )
      return true;
  }
  return false;
}

function sameBefore(text: string, at: number, prefix: string): number {
  let count = 0;
  while (
    count < prefix.length &&
    count < at &&
    text[at - 1 - count] === prefix[prefix.length - 1 - count]
  )
    count += 1;
  return count;
}

function sameBehind(text: string, at: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[at + count] === suffix[count])
    count += 1;
  return count;
}
