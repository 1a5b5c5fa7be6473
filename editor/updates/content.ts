import * as Y from "yjs";
import { schema } from "@/editor/schema";

/** The longest value of an attribute; the longest that is written is the address of a link. */
const MAX_VALUE = 4_096;
/** A mark of a note is two levels with two values, a link one level with one. */
const MAX_VALUE_DEPTH = 4;
const MAX_VALUES = 32;
const MAX_KEY = 64;

const NODES: ReadonlySet<string> = new Set(Object.keys(schema.nodes));
const MARKS: ReadonlySet<string> = new Set(Object.keys(schema.marks));
const NODE_ATTRIBUTES: ReadonlySet<string> = new Set(
  Object.values(schema.nodes).flatMap(({ spec }) =>
    Object.keys(spec.attrs ?? {}),
  ),
);
/**
 * Tells whether an editor of this schema can have written a content, wherever it is. What is embedded may be anything
 * small: readers make a mark of it or leave it out. All that passes can be encoded again without a deep stack.
 */
export function isWrittenByEditors(content: Y.Item["content"]): boolean {
  switch (content.constructor) {
    case Y.ContentDeleted:
    case Y.ContentString:
      return true;
    case Y.ContentFormat: {
      const { key, value } = content as Y.ContentFormat;
      return MARKS.has(key) && isSmall(value);
    }
    case Y.ContentEmbed:
      return isSmall((content as Y.ContentEmbed).embed);
    case Y.ContentAny: {
      const { arr } = content as Y.ContentAny;
      return arr.length === 1 && isFlat(arr[0]);
    }
    case Y.ContentType: {
      const { type } = content as Y.ContentType;
      if (type.constructor === Y.XmlText) return true;
      return (
        type.constructor === Y.XmlElement &&
        NODES.has((type as Y.XmlElement).nodeName)
      );
    }
    default:
      return false;
  }
}

/** Tells whether a name is one under which editors write a node's attribute. */
export function isNodeAttribute(name: string): boolean {
  return NODE_ATTRIBUTES.has(name);
}

function isFlat(value: unknown): boolean {
  if (typeof value === "string") return value.length <= MAX_VALUE;
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "boolean" || value === null;
}

/** Tells whether a value of JSON is small and shallow. Walks it without recursion, and no further than it may reach. */
function isSmall(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > MAX_VALUE_DEPTH || count > MAX_VALUES) return false;
    const inner: unknown[] = [];
    for (const each of level) {
      if (typeof each !== "object" || each === null) {
        if (!isFlat(each)) return false;
        continue;
      }
      const keys = Object.keys(each);
      if (keys.length > MAX_VALUES || keys.some((key) => !isKey(key)))
        return false;
      inner.push(...(Object.values(each) as readonly unknown[]));
    }
    level = inner;
  }
  return true;
}

function isKey(key: string): boolean {
  return key.length <= MAX_KEY && key !== "__proto__";
}
