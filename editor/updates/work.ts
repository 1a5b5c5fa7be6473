import * as Y from "yjs";
import { findStruct, indexOf, type Pieces } from "./pieces";
import { parentOf, type DeletedRange, type Struct } from "./read-update";

/**
 * Estimates what Yjs does to apply an update, in steps of some 10 ns; stops counting beyond `most`. Bytes say little about it:
 * Yjs walks past everything that was put into the same place, moves all later pieces of a client when it splits one,
 * and goes through the deleted pieces around each deleted one.
 */
export function estimateWork(pieces: Pieces, most: number): number {
  let work = 0;
  const add = (steps: number) => {
    work += steps;
    return work <= most;
  };
  return countPieces(pieces, add, () => most - work) &&
    countCrowds(pieces, add) &&
    countDeletes(pieces, add)
    ? work
    : Infinity;
}

/** Adds steps; false when there are too many. */
type Add = (steps: number) => boolean;

/** Reading, splitting and putting in a piece costs about so many steps beside what grows. */
const PIECE = 60;
/** Pieces of an array that are moved in one step. */
const MOVED = 16;

function countPieces(pieces: Pieces, add: Add, left: () => number): boolean {
  for (const structs of pieces.update.structs.values())
    for (const struct of structs) {
      if (!add(PIECE)) return false;
      if (!(struct instanceof Y.Item)) continue;
      const { origin, rightOrigin } = struct;
      if (origin !== null && !add(splitting(pieces, origin, 1))) return false;
      if (rightOrigin !== null && !add(splitting(pieces, rightOrigin, 0)))
        return false;
      if (pieces.isNew(struct) && !add(between(pieces, struct, left())))
        return false;
    }
  return true;
}

/** What splitting a piece at a unit costs: all later pieces of its client move. `side` is 1 to split behind the unit. */
function splitting(
  pieces: Pieces,
  { client, clock }: Y.ID,
  side: 0 | 1,
): number {
  const struct = findStruct(pieces, { client, clock });
  if (!(struct instanceof Y.Item)) return 0;
  const at = clock + side;
  const isEdge =
    at === struct.id.clock || at === struct.id.clock + struct.length;
  return isEdge ? 0 : PIECE + lengthOf(pieces, client) / MOVED;
}

/** How long the list of a client's pieces can become, where each piece of the update may split one. */
function lengthOf({ doc, update }: Pieces, client: number): number {
  const held = doc.store.clients.get(client)?.length ?? 0;
  const ranges = update.deletes.get(client)?.length ?? 0;
  let added = 0;
  for (const structs of update.structs.values()) added += structs.length;
  return held + ranges + added;
}

/** How many pieces of the text Yjs goes past to find an item's place between its neighbours. */
function between(pieces: Pieces, item: Y.Item, most: number): number {
  const { origin, rightOrigin } = item;
  const left = origin === null ? null : findStruct(pieces, origin);
  if (left !== null && (!(left instanceof Y.Item) || pieces.isNew(left)))
    return 0;
  const right = rightOrigin === null ? null : findStruct(pieces, rightOrigin);
  // A unit inside of a piece is split off: nothing is between.
  if (left !== null && left === right) return 0;
  let at = left === null ? firstBeside(pieces, item, right) : left.right;
  let steps = 0;
  for (; at !== null && at !== right && steps <= most; steps += WALKED)
    at = at.right;
  return steps;
}

/** One step past a piece, with the sets that Yjs keeps of what it went past. */
const WALKED = 8;

/** The first piece of the list into which an item without a left neighbour is put. */
function firstBeside(
  pieces: Pieces,
  item: Y.Item,
  right: unknown,
): Y.Item | null {
  if (right instanceof Y.Item && !pieces.isNew(right))
    return firstOf(right.parent as Y.AbstractType<unknown>, right.parentSub);
  const parent = parentOf(item);
  if (typeof parent === "string")
    return firstOf(
      pieces.doc.share.get(parent) as Y.AbstractType<unknown> | undefined,
      item.parentSub,
    );
  const holder = parent === null ? null : findStruct(pieces, parent);
  if (!(holder instanceof Y.Item) || pieces.isNew(holder)) return null;
  const { content } = holder;
  return content instanceof Y.ContentType
    ? firstOf(content.type as Y.AbstractType<unknown>, item.parentSub)
    : null;
}

function firstOf(
  type: Y.AbstractType<unknown> | undefined,
  attribute: string | null,
): Y.Item | null {
  if (type === undefined) return null;
  if (attribute === null) return type._start;
  let first = type._map.get(attribute) ?? null;
  while (first !== null && first.left !== null) first = first.left;
  return first;
}

/** Pieces of the update that were put into one place, behind the same unit or at the same beginning. */
type Crowd = { readonly items: Y.Item[]; strangers: number };

/**
 * Adds what items of the update that were put into the same place cost each other: each goes past all that came to be
 * behind the same unit before it, unless it was put directly before the one before it, as one writes.
 */
function countCrowds(pieces: Pieces, add: Add): boolean {
  const crowds = new Map<string, Crowd>();
  const behind = new Map<Y.Item, Y.Item>();
  for (const structs of pieces.update.structs.values())
    for (const item of structs) {
      if (!(item instanceof Y.Item) || !pieces.isNew(item)) continue;
      const left = item.origin && findStruct(pieces, item.origin);
      if (left instanceof Y.Item && pieces.isNew(left)) behind.set(item, left);
      join(crowds, placeKey(item), item);
    }
  const isCrowded = [...crowds.values()].some(({ strangers }) => strangers > 0);
  if (!isCrowded) return true;
  const sizes = countFollowers(behind);
  for (const { items, strangers } of crowds.values()) {
    if (strangers === 0) continue;
    const size = items.reduce((sum, item) => sum + (sizes.get(item) ?? 1), 0);
    if (!add(strangers * size * WALKED)) return false;
  }
  return true;
}

function placeKey(item: Y.Item): string {
  const { origin } = item;
  if (origin !== null) return `${origin.client} ${origin.clock}`;
  const parent = parentOf(item);
  const place =
    parent instanceof Y.ID ? `${parent.client} ${parent.clock}` : "";
  // Without a parent it is before its right neighbour: all such are taken for one crowd.
  return `start ${place} ${item.parentSub ?? ""}`;
}

function join(crowds: Map<string, Crowd>, key: string, item: Y.Item): void {
  const crowd = crowds.get(key);
  if (crowd === undefined) {
    crowds.set(key, { items: [item], strangers: 0 });
    return;
  }
  const last = crowd.items.at(-1);
  const isBefore =
    last !== undefined &&
    item.rightOrigin !== null &&
    Y.compareIDs(item.rightOrigin, last.id);
  if (!isBefore) crowd.strangers += 1;
  crowd.items.push(item);
}

/** How many items lean on each, itself included; those of a circle count as all. */
function countFollowers(
  behind: ReadonlyMap<Y.Item, Y.Item>,
): ReadonlyMap<Y.Item, number> {
  const waiting = new Map<Y.Item, number>();
  for (const left of behind.values())
    waiting.set(left, (waiting.get(left) ?? 0) + 1);
  const sizes = new Map<Y.Item, number>();
  const ready = [...behind.keys()].filter((item) => !waiting.has(item));
  for (let item = ready.pop(); item !== undefined; item = ready.pop()) {
    const left = behind.get(item);
    if (left === undefined) continue;
    sizes.set(left, (sizes.get(left) ?? 1) + (sizes.get(item) ?? 1));
    const rest = (waiting.get(left) ?? 1) - 1;
    waiting.set(left, rest);
    if (rest === 0) ready.push(left);
  }
  return sizes;
}

/** Adds what deleting costs: finding, splitting, and cleaning up formats around each piece that is newly deleted. */
function countDeletes(pieces: Pieces, add: Add): boolean {
  const deleted = new Map<Y.AbstractType<unknown> | null, number>();
  let pieceCount = 0;
  for (const [client, ranges] of pieces.update.deletes) {
    const moved = lengthOf(pieces, client) / MOVED;
    pieceCount = Math.max(pieceCount, lengthOf(pieces, client));
    for (const structs of [
      pieces.doc.store.clients.get(client) ?? [],
      pieces.update.structs.get(client) ?? [],
    ])
      for (const range of ranges)
        if (!countRange(structs, range, moved, deleted, add)) return false;
  }
  for (const [type, count] of deleted) {
    const length = type === null ? pieceCount : lengthOfList(type);
    if (!add((count * length) / 2)) return false;
  }
  return true;
}

/** Counts a stretch that is deleted, and the pieces in it by what holds them; null for those that come with the update. */
function countRange(
  structs: readonly Struct[],
  range: DeletedRange,
  moved: number,
  deleted: Map<Y.AbstractType<unknown> | null, number>,
  add: Add,
): boolean {
  const { clock } = range;
  const end = clock + range.len;
  // A stretch that is deleted already costs nearly nothing: each resync sends all of them.
  if (!add(1)) return false;
  let at = indexOf(structs, clock);
  let struct = structs[at];
  while (struct !== undefined && struct.id.clock < end) {
    if (!add(countPiece(struct, range, moved, deleted))) return false;
    at += 1;
    struct = structs[at];
  }
  return true;
}

function countPiece(
  struct: Struct,
  { clock, len }: DeletedRange,
  moved: number,
  deleted: Map<Y.AbstractType<unknown> | null, number>,
): number {
  if (!(struct instanceof Y.Item) || isDeleted(struct)) return 1;
  const type = struct.parent instanceof Y.AbstractType ? struct.parent : null;
  deleted.set(type, (deleted.get(type) ?? 0) + 1);
  const isSplit =
    struct.id.clock < clock || struct.id.clock + struct.length > clock + len;
  return isSplit ? PIECE + 2 * moved : PIECE;
}

function isDeleted({ deleted, content }: Y.Item): boolean {
  return deleted || content instanceof Y.ContentDeleted;
}

function lengthOfList({ _start }: Y.AbstractType<unknown>): number {
  let length = 0;
  for (let at = _start; at !== null; at = at.right) length += 1;
  return length;
}
