import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import {
  childrenOf,
  isEqual,
  isSame,
  isText,
  pieceOf,
  type Child,
  type Mapping,
  type SharedType,
} from "./children";
import { longestRise, writeText } from "./write-text";

/**
 * Makes a shared fragment hold a node's content, changing only what differs: the part of `updateYFragment` in y-tiptap,
 * which would part a text around each mark of a note; here marks are units of their text.
 */
export function writeFragment(
  fragment: Y.XmlFragment,
  node: Node,
  mapping: Mapping = new Map(),
): void {
  mapping.set(fragment as Y.AbstractType<unknown>, node);
  if (fragment instanceof Y.XmlElement)
    writeAttributes(fragment as Y.XmlElement, node);
  const wanted = childrenOf(node);
  const held = fragment.toArray() as readonly SharedType[];
  const [only] = held;
  if (held.length === 1 && wanted.length === 0 && only instanceof Y.XmlText) {
    // An emptied text stays, so that what others write in it at that moment is not lost.
    mapping.delete(only as Y.AbstractType<unknown>);
    only.delete(0, only.length);
    return;
  }
  const anchors = movedAnchors(held, wanted, mapping);
  if (anchors === null) writeEnds(fragment, held, wanted, mapping);
  else writeAround(fragment, held, wanted, anchors, mapping);
}

function writeAttributes(element: Y.XmlElement, { attrs }: Node): void {
  const held = element.getAttributes() as Readonly<Record<string, unknown>>;
  const wanted = attrs as Readonly<Record<string, unknown>>;
  for (const [key, value] of Object.entries(wanted)) {
    if (value === null) element.removeAttribute(key);
    else if (held[key] !== value) element.setAttribute(key, value as string);
  }
  for (const key of Object.keys(held))
    if (wanted[key] === undefined) element.removeAttribute(key);
}

/** Leaves what is the same at both ends, and makes of the rest what is wanted. */
function writeEnds(
  fragment: Y.XmlFragment,
  held: readonly SharedType[],
  wanted: readonly Child[],
  mapping: Mapping,
): void {
  const least = Math.min(held.length, wanted.length);
  let left = 0;
  while (left < least && matches(held[left], wanted[left], mapping)) left += 1;
  let right = 0;
  while (
    left + right + 1 < least &&
    matches(held.at(-right - 1), wanted.at(-right - 1), mapping)
  )
    right += 1;
  while (left + right < least) {
    const first = { type: held[left], child: wanted[left] };
    const last = { type: held.at(-right - 1), child: wanted.at(-right - 1) };
    if (isBetterLast(first, last, mapping)) {
      const index = fragment.length - right - 1;
      writeChild(fragment, index, last.type, last.child, mapping);
      right += 1;
    } else {
      writeChild(fragment, left, first.type, first.child, mapping);
      left += 1;
    }
  }
  removeChildren(fragment, left, held.length - left - right, mapping);
  insertChildren(
    fragment,
    left,
    wanted.slice(left, wanted.length - right),
    mapping,
  );
}

type Pair = {
  readonly type: SharedType | undefined;
  readonly child: Child | undefined;
};

/** Tells whether the last pair has more in common than the first: then it is the first that is new. */
function isBetterLast(first: Pair, last: Pair, mapping: Mapping): boolean {
  if (!canHold(last.type, last.child)) return false;
  if (!canHold(first.type, first.child)) return true;
  if (isText(first.child) || isText(last.child)) return false;
  const one = likeness(first, mapping);
  const other = likeness(last, mapping);
  return one.isKnown === other.isKnown
    ? one.equal < other.equal
    : other.isKnown;
}

function likeness({ type, child }: Pair, mapping: Mapping) {
  if (!(type instanceof Y.XmlElement) || child === undefined || isText(child))
    return { equal: 0, isKnown: false };
  const held = type.toArray() as readonly SharedType[];
  const wanted = childrenOf(child);
  const least = Math.min(held.length, wanted.length);
  let isKnown = false;
  const isLike = (one: SharedType | undefined, other: Child | undefined) => {
    if (one === undefined || other === undefined) return false;
    const isHeld = isSame(mapping.get(one as Y.AbstractType<unknown>), other);
    isKnown ||= isHeld;
    return isHeld || isEqual(one, other);
  };
  let left = 0;
  while (left < least && isLike(held[left], wanted[left])) left += 1;
  let right = 0;
  while (
    left + right < least &&
    isLike(held.at(-right - 1), wanted.at(-right - 1))
  )
    right += 1;
  return { equal: left + right, isKnown };
}

/** Tells whether a shared type holds this already, and notes that it does. */
function matches(
  type: SharedType | undefined,
  child: Child | undefined,
  mapping: Mapping,
): boolean {
  if (type === undefined || child === undefined) return false;
  const key = type as Y.AbstractType<unknown>;
  if (isSame(mapping.get(key), child)) return true;
  if (!isEqual(type, child)) return false;
  mapping.set(key, child);
  return true;
}

/** Tells whether a shared type can be made to hold this. */
function canHold(
  type: SharedType | undefined,
  child: Child | undefined,
): boolean {
  if (child === undefined) return false;
  if (isText(child)) return type instanceof Y.XmlText;
  return type instanceof Y.XmlElement && type.nodeName === child.type.name;
}

/** Makes one child hold what is wanted there; put in its place only where it is of another kind. */
function writeChild(
  fragment: Y.XmlFragment,
  index: number,
  type: SharedType | undefined,
  child: Child | undefined,
  mapping: Mapping,
): void {
  if (child === undefined || matches(type, child, mapping)) return;
  if (!canHold(type, child)) {
    removeChildren(fragment, index, 1, mapping);
    insertChildren(fragment, index, [child], mapping);
  } else if (isText(child)) {
    mapping.set(type as Y.AbstractType<unknown>, child);
    writeText(type as Y.XmlText, child);
  } else writeFragment(type as Y.XmlElement, child, mapping);
}

function removeChildren(
  fragment: Y.XmlFragment,
  index: number,
  length: number,
  mapping: Mapping,
): void {
  if (length <= 0) return;
  for (const type of fragment.slice(index, index + length))
    mapping.delete(type as Y.AbstractType<unknown>);
  fragment.delete(index, length);
}

function insertChildren(
  fragment: Y.XmlFragment,
  index: number,
  children: readonly Child[],
  mapping: Mapping,
): void {
  if (children.length === 0) return;
  fragment.insert(
    index,
    children.map((child) => typeOf(child, mapping)),
  );
}

function typeOf(child: Child, mapping: Mapping): Y.XmlElement | Y.XmlText {
  const type = isText(child) ? textOf(child) : elementOf(child, mapping);
  mapping.set(type as Y.AbstractType<unknown>, child);
  return type;
}

function textOf(nodes: readonly Node[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(nodes.map(pieceOf));
  return text;
}

function elementOf(node: Node, mapping: Mapping): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  for (const [key, value] of Object.entries(node.attrs))
    if (value !== null) element.setAttribute(key, value as string);
  element.insert(
    0,
    childrenOf(node).map((child) => typeOf(child, mapping)),
  );
  return element;
}

type Anchor = { readonly from: number; readonly place: number };

/** Children that were not touched and only stand elsewhere now; null where nothing was moved. */
function movedAnchors(
  held: readonly SharedType[],
  wanted: readonly Child[],
  mapping: Mapping,
): readonly Anchor[] | null {
  const places = new Map<Child, number>();
  wanted.forEach((child, index) => {
    if (!places.has(child)) places.set(child, index);
  });
  const candidates = held.flatMap((type, from) => {
    const known = mapping.get(type as Y.AbstractType<unknown>);
    const place = known === undefined ? undefined : places.get(known);
    return place === undefined ? [] : [{ from, place }];
  });
  const anchors = longestRise(candidates);
  const isMoved = anchors.some(({ from, place }) => from !== place);
  const isWhole = anchors.every(({ from, place }) =>
    canHold(held[from], wanted[place]),
  );
  return anchors.length >= 2 && isMoved && isWhole ? anchors : null;
}

/** Makes of what stands between the anchors what is wanted there. */
function writeAround(
  fragment: Y.XmlFragment,
  held: readonly SharedType[],
  wanted: readonly Child[],
  anchors: readonly Anchor[],
  mapping: Mapping,
): void {
  let from = 0;
  let place = 0;
  for (const next of [
    ...anchors,
    { from: held.length, place: wanted.length },
  ]) {
    const olds = held.slice(from, next.from);
    const news = wanted.slice(place, next.place);
    const least = Math.min(olds.length, news.length);
    for (let index = 0; index < least; index += 1)
      writeChild(fragment, place + index, olds[index], news[index], mapping);
    removeChildren(fragment, place + least, olds.length - least, mapping);
    insertChildren(fragment, place + least, news.slice(least), mapping);
    from = next.from + 1;
    place = next.place + 1;
  }
}
