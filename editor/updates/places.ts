import * as Y from "yjs";
import { MAX_NESTING } from "@/editor/yjs-json";
import { isNodeAttribute } from "./content";
import { findStruct, type Pieces } from "./pieces";
import { parentOf, type Struct } from "./read-update";

/** What holds an item: the root, an element or a text, so deep inside the root; and as which attribute, if as one. */
type Place = {
  /** The client and clock of what holds it; empty for the root. */
  readonly key: string;
  readonly holder: "root" | "element" | "text";
  readonly depth: number;
  readonly attribute: string | null;
};

/**
 * Where an item comes to be: `gone` when what holds it was deleted for good, so that Yjs takes nothing of it; `waiting` when
 * that is neither in the text nor in the update, so that Yjs cannot apply it.
 */
type Found = Place | "gone" | "waiting" | "too_deep";

/** What is known of the items of an update while it is looked at. */
export type Places = {
  /** Tells whether an item is where editors write such items, and not too deep. */
  isFitting(item: Y.Item): boolean;
};

/** Looks for the places of an update's items, in the text and in the update. Linear in the update. */
export function createPlaces(pieces: Pieces): Places {
  const known = new Map<Y.Item, Found>();

  const find = (start: Y.Item): Found => {
    const path: Y.Item[] = [];
    let item = start;
    // Not by recursion: each character typed leans on the one before it.
    for (;;) {
      if (known.has(item)) break;
      // Who comes back here leans on itself.
      known.set(item, "waiting");
      path.push(item);
      const next = leansOn(item, pieces);
      if (!(next instanceof Y.Item) || !pieces.isNew(next)) break;
      item = next;
    }
    for (const each of path.toReversed()) known.set(each, place(each));
    return known.get(start) ?? "waiting";
  };

  /** The place of an item whose neighbour or parent is known. */
  const place = (item: Y.Item): Found => {
    const parent = parentOf(item);
    const attribute = item.parentSub;
    if (typeof parent === "string")
      return { key: "", holder: "root", depth: 0, attribute };
    const other = leansOn(item, pieces);
    if (other === null || other instanceof Y.Skip) return "waiting";
    if (!(other instanceof Y.Item)) return "gone";
    const found = pieces.isNew(other)
      ? (known.get(other) ?? "waiting")
      : placeInText(other);
    if (parent === null || typeof found === "string") return found;
    return inside(other, found, attribute);
  };

  return {
    isFitting(item) {
      const found = find(item);
      if (found === "too_deep") return false;
      const begun = findBegun(item, pieces);
      if (begun !== null && !isSamePlace(begun, found)) return false;
      return typeof found === "string" || fits(item, found);
    },
  };
}

/** The part of an item that the text holds already, where it holds only its beginning; else null. */
function findBegun({ id }: Y.Item, pieces: Pieces): Struct | null {
  const state = Y.getState(pieces.doc.store, id.client);
  if (id.clock >= state) return null;
  return findStruct(pieces, { client: id.client, clock: state - 1 });
}

/** Tells whether an item goes on where its beginning is: Yjs would tie lists of two parents together. */
function isSamePlace(begun: Struct, found: Found): boolean {
  const place = begun instanceof Y.Item ? placeInText(begun) : "gone";
  if (typeof place === "string" || typeof found === "string")
    return place === found;
  return place.key === found.key && place.attribute === found.attribute;
}

/** What decides where an item is: its parent, else its neighbour; null when that is nowhere. */
function leansOn(item: Y.Item, pieces: Pieces) {
  const parent = parentOf(item);
  if (typeof parent === "string") return null;
  const id = parent ?? item.origin ?? item.rightOrigin;
  return id === null ? null : findStruct(pieces, id);
}

function placeInText(item: Y.Item): Found {
  let depth = 0;
  const holder = item.parent as Y.AbstractType<unknown> | null;
  if (holder === null) return "gone";
  for (let at = holder._item; at !== null; depth += 1) {
    if (depth > MAX_NESTING) return "too_deep";
    at = (at.parent as Y.AbstractType<unknown>)._item;
  }
  const attribute = item.parentSub;
  const key = holder._item === null ? "" : keyOf(holder._item);
  if (depth === 0) return { key, holder: "root", depth, attribute };
  return {
    key,
    holder: holder instanceof Y.XmlText ? "text" : "element",
    depth,
    attribute,
  };
}

/** The place inside of a type that an item is. */
function inside(
  item: Y.Item,
  { depth }: Place,
  attribute: string | null,
): Found {
  const { content } = item;
  if (!(content instanceof Y.ContentType)) return "gone";
  if (depth >= MAX_NESTING) return "too_deep";
  const holder = content.type instanceof Y.XmlText ? "text" : "element";
  return { key: keyOf(item), holder, depth: depth + 1, attribute };
}

function keyOf({ id }: Y.Item): string {
  return `${id.client} ${id.clock}`;
}

/** Tells whether editors write this content there: words in texts, attributes and texts in elements. */
function fits({ content }: Y.Item, { holder, attribute }: Place): boolean {
  switch (content.constructor) {
    case Y.ContentDeleted:
      return true;
    case Y.ContentAny:
      return (
        holder === "element" && attribute !== null && isNodeAttribute(attribute)
      );
    case Y.ContentType:
      return holder !== "text" && attribute === null;
    default:
      return holder === "text" && attribute === null;
  }
}
