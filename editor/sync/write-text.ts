import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import { pieceOf, piecesOf, type Piece } from "./children";
import { readEmbed } from "./embeds";

/** A mark and its place in the text. */
type Placed = {
  readonly key: string;
  readonly at: number;
  readonly piece: Piece;
};

/**
 * Makes a shared text hold these words and marks, changing only what differs. A mark that stays is never touched, whatever
 * happens to the words around it: taken out and put in again it would come back where another person has just deleted it.
 */
export function writeText(text: Y.XmlText, nodes: readonly Node[]): void {
  const wanted = nodes.map(pieceOf);
  const before = marksIn(piecesOf(text));
  const after = marksIn(wanted);
  const kept = keptInOrder(before, after);
  const gone = before.filter(({ key }) => !kept.has(key));
  for (const { at } of gone.toReversed()) text.delete(at, 1);

  writeWords(text, stretches(wanted, kept));
  const added = after.filter(({ key }) => !kept.has(key));
  for (const { at, piece } of added)
    text.insertEmbed(at, piece.insert as object, { ...piece.attributes });
  writeFormats(text, wanted);
}

/** The marks of a text; of several with the same note and ref each has a key of its own. */
function marksIn(pieces: readonly Piece[]): readonly Placed[] {
  const placed: Placed[] = [];
  const seen = new Map<string, number>();
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece.insert === "string") {
      at += piece.insert.length;
      continue;
    }
    const name = nameOf(piece.insert);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    placed.push({ key: `${name} ${times}`, at, piece });
    at += 1;
  }
  return placed;
}

/** The longest run of marks that stand in both texts in the same order. */
function keptInOrder(
  before: readonly Placed[],
  after: readonly Placed[],
): ReadonlySet<string> {
  const places = new Map(after.map(({ key }, index) => [key, index]));
  const common = before.flatMap(({ key }) => {
    const place = places.get(key);
    return place === undefined ? [] : [{ key, place }];
  });
  return new Set(longestRise(common).map(({ key }) => key));
}

/** The longest subsequence whose places rise. */
export function longestRise<T extends { readonly place: number }>(
  items: readonly T[],
): readonly T[] {
  type Chain = { readonly item: T; readonly before: Chain | null };
  const ends: Chain[] = [];
  for (const item of items) {
    let length = ends.findIndex((end) => end.item.place >= item.place);
    if (length === -1) length = ends.length;
    ends[length] = { item, before: ends[length - 1] ?? null };
  }
  const chain: T[] = [];
  for (let end = ends.at(-1) ?? null; end !== null; end = end.before)
    chain.unshift(end.item);
  return chain;
}

function nameOf(embed: unknown): string {
  const { noteId, ref } = readEmbed(embed);
  return `${noteId ?? ""} ${ref ?? ""}`;
}

/** Writes the words before, between and after the marks that stay. */
function writeWords(text: Y.XmlText, wanted: readonly string[]): void {
  const before = stretches(piecesOf(text), null);
  let at = 0;
  wanted.forEach((words, index) => {
    writeStretch(text, at, before[index] ?? "", words);
    at += words.length + 1;
  });
}

/** The words between marks; those that are not kept count as if they were not there. */
function stretches(
  pieces: readonly Piece[],
  kept: ReadonlySet<string> | null,
): readonly string[] {
  const marks = marksIn(pieces).values();
  const found = [""];
  for (const { insert } of pieces) {
    if (typeof insert === "string") found[found.length - 1] += insert;
    else if (kept?.has(marks.next().value?.key ?? "") ?? true) found.push("");
  }
  return found;
}

function writeStretch(
  text: Y.XmlText,
  at: number,
  before: string,
  after: string,
): void {
  const least = Math.min(before.length, after.length);
  let left = 0;
  while (left < least && before[left] === after[left]) left += 1;
  // Never between the halves of a surrogate pair.
  if (/[\ud800-\udbff]/.test(before[left - 1] ?? "")) left -= 1;
  let right = 0;
  while (
    left + right < least &&
    before[before.length - right - 1] === after[after.length - right - 1]
  )
    right += 1;
  if (/[\udc00-\udfff]/.test(before[before.length - right] ?? "") && right > 0)
    right -= 1;
  const removed = before.length - left - right;
  if (removed > 0) text.delete(at + left, removed);
  const added = after.slice(left, after.length - right);
  if (added !== "") text.insert(at + left, added);
}

/** Gives each piece its formats; what has them already stays untouched. */
function writeFormats(
  text: Y.XmlText,
  wanted: readonly Required<Piece>[],
): void {
  const none = Object.fromEntries(
    piecesOf(text)
      .flatMap(({ attributes }) => Object.keys(attributes ?? {}))
      .map((name) => [name, null]),
  );
  text.applyDelta(
    wanted.map(({ insert, attributes }) => ({
      retain: typeof insert === "string" ? insert.length : 1,
      attributes: { ...none, ...attributes },
    })),
  );
}
