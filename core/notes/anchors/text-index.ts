import type { AnchorText } from "@/core/notes/anchor";
import { fingerprint } from "./fingerprint";

/** Texts made ready for finding paragraphs among them. */
export type TextIndex = {
  readonly byKey: ReadonlyMap<string, IndexedText>;
  /** All texts as one, in their order. */
  readonly joined: string;
  readonly texts: readonly IndexedText[];
};

/** A text, its fingerprint, and where it begins in the joined one. */
export type IndexedText = AnchorText & {
  readonly start: number;
  readonly fingerprint: string;
};

const made = new WeakMap<readonly AnchorText[], TextIndex>();

/** The index of texts, made once for each list: thousands of anchors ask for the same. */
export function indexTexts(texts: readonly AnchorText[]): TextIndex {
  const known = made.get(texts);
  if (known !== undefined) return known;
  let start = 0;
  const indexed = texts.map((text): IndexedText => {
    const entry = { ...text, start, fingerprint: fingerprint(text.text) };
    start += text.text.length;
    return entry;
  });
  const index = {
    // Of two texts with one key the first counts.
    byKey: new Map(indexed.toReversed().map((text) => [keyOf(text), text])),
    joined: texts.map(({ text }) => text).join(""),
    texts: indexed,
  };
  made.set(texts, index);
  return index;
}

/** What tells one row's text from all others. */
export function keyOf({
  paragraphId,
  field,
}: Pick<AnchorText, "paragraphId" | "field">): string {
  return `${paragraphId.toLowerCase()} ${field}`;
}

/** The text that holds a whole part of the joined one; null for a part that lies across a border. */
export function textAt(
  { texts }: TextIndex,
  from: number,
  to: number,
): IndexedText | null {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle]?.start ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  const text = texts[low - 1];
  return text !== undefined && to <= text.start + text.text.length
    ? text
    : null;
}
