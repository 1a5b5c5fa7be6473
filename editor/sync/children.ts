import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { embedOf, NOTE_MARK, readEmbed } from "./embeds";

/** What one shared type holds: an element a node, a text the words and marks of notes that stand side by side. */
export type Child = Node | readonly Node[];

/** A shared type inside a live text. */
export type SharedType = Y.XmlElement | Y.XmlText | Y.XmlHook;

/** Which shared type holds what; the binding resolves carets by it. */
export type Mapping = Map<Y.AbstractType<unknown>, Child>;

/** A piece of shared text: words, or one embedded mark. */
export type Piece = {
  readonly insert: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
};

/** The children of a node as shared types hold them. */
export function childrenOf(node: Node): readonly Child[] {
  const children: Child[] = [];
  let text: Node[] | null = null;
  node.forEach((child) => {
    if (!child.isText && child.type.name !== NOTE_MARK) {
      text = null;
      children.push(child);
    } else if (text === null) {
      text = [child];
      children.push(text);
    } else text.push(child);
  });
  return children;
}

export function isText(child: Child | undefined): child is readonly Node[] {
  return Array.isArray(child);
}

/** A shared text's pieces; neighbours differ in their marks. */
export function piecesOf(text: Y.XmlText): readonly Piece[] {
  return text.toDelta() as readonly Piece[];
}

/** What a node of a text is in the shared text. */
export function pieceOf(node: Node): Required<Piece> {
  const attributes = Object.fromEntries(
    node.marks.map(({ type, attrs }) => [type.name, attrs]),
  );
  return {
    insert: node.isText ? (node.text ?? "") : embedOf(node),
    attributes,
  };
}

/** Tells whether a shared type holds just this. */
export function isEqual(type: SharedType, child: Child): boolean {
  if (type instanceof Y.XmlText)
    return isText(child) && isEqualText(type, child);
  if (!(type instanceof Y.XmlElement) || isText(child)) return false;
  const node = child;
  if (type.nodeName !== node.type.name) return false;
  const children = childrenOf(node);
  return (
    type.length === children.length &&
    isEqualRecord(type.getAttributes(), node.attrs) &&
    (type.toArray() as readonly SharedType[]).every((inner, index) =>
      isEqual(inner, children[index] ?? []),
    )
  );
}

function isEqualText(text: Y.XmlText, nodes: readonly Node[]): boolean {
  const pieces = piecesOf(text);
  return (
    pieces.length === nodes.length &&
    pieces.every((piece, index) => {
      const node = nodes[index];
      if (node === undefined) return false;
      const wanted = pieceOf(node);
      return (
        isEqualInsert(piece.insert, wanted.insert) &&
        isEqualRecord(piece.attributes ?? {}, wanted.attributes)
      );
    })
  );
}

function isEqualInsert(one: unknown, other: unknown): boolean {
  if (typeof one === "string" || typeof other === "string")
    return one === other;
  return isEqualRecord(readEmbed(one), readEmbed(other));
}

function isEqualRecord(one: object, other: object): boolean {
  const given = entriesOf(one);
  const wanted = new Map(entriesOf(other));
  return (
    given.length === wanted.size &&
    given.every(([key, value]) => {
      const match = wanted.get(key);
      return (
        value === match ||
        (isObject(value) && isObject(match) && isEqualRecord(value, match))
      );
    })
  );
}

function entriesOf(record: object): readonly (readonly [string, unknown])[] {
  return Object.entries(record).filter(([, value]) => value !== null);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Tells whether a shared type holds the very nodes that are there now, as what was not touched does. */
export function isSame(held: Child | undefined, child: Child): boolean {
  if (held === child) return true;
  return (
    isText(held) &&
    isText(child) &&
    held.length === child.length &&
    held.every((node, index) => node === child[index])
  );
}
