import type { AnchorInput, SourceAnchor } from "./note";

/** A row's source, as anchors look for their words in it. */
export type AnchorText = {
  readonly paragraphId: string;
  /** "" for the whole paragraph, else the key of a metadata field. */
  readonly field: string;
  readonly text: string;
};

/** Where the words of an anchor stand; `score` is between 0 and 1, and 1 for words that stand as they stood. */
export type FoundAnchor = {
  readonly paragraphId: string;
  readonly field: string;
  readonly from: number;
  readonly to: number;
  readonly score: number;
};

/** As much of the text on either side as tells one look-alike from another in most texts, within what an anchor may store. */
const CONTEXT = 32;

/** Makes the anchor of a part of a text; null where the part is empty, out of range or cuts a character in two. */
export function makeAnchor(
  text: string,
  { paragraphId, field, from, to }: AnchorInput,
): SourceAnchor | null {
  if (from < 0 || to <= from || to > text.length) return null;
  if (cutsCharacter(text, from) || cutsCharacter(text, to)) return null;
  if (to - from > 20_000) return null;
  return {
    version: 1,
    paragraphId: paragraphId.toLowerCase(),
    field,
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(Math.max(0, from - CONTEXT), from),
      suffix: text.slice(to, to + CONTEXT),
    },
    position: { from, to },
  };
}

/** Finds the words of an anchor in texts that may have changed; null where it is not sure of them. */
export function findAnchor(
  anchor: SourceAnchor,
  texts: readonly AnchorText[],
): FoundAnchor | null {
  const { exact } = anchor.quote;
  const own = texts.find(
    ({ paragraphId, field }) =>
      paragraphId === anchor.paragraphId && field === anchor.field,
  );
  if (own === undefined) return null;
  const at = own.text.indexOf(exact);
  if (at === -1 || own.text.includes(exact, at + 1)) {
    const { position } = anchor;
    if (position === null) return null;
    return own.text.slice(position.from, position.to) === exact
      ? { ...place(own), ...position, score: 1 }
      : null;
  }
  return { ...place(own), from: at, to: at + exact.length, score: 1 };
}

/** The anchor as it stands in texts: itself where nothing changed, moved, or without a position where it is not sure. */
export function settleAnchor(
  anchor: SourceAnchor,
  texts: readonly AnchorText[],
): SourceAnchor {
  const found = findAnchor(anchor, texts);
  if (found === null)
    return anchor.position === null ? anchor : { ...anchor, position: null };
  const { paragraphId, field, from, to } = found;
  const text = texts.find(
    (each) => each.paragraphId === paragraphId && each.field === field,
  );
  const settled = makeAnchor(text?.text ?? "", {
    paragraphId,
    field,
    from,
    to,
  });
  if (settled === null) return { ...anchor, position: null };
  const isSame = JSON.stringify(settled) === JSON.stringify(anchor);
  return isSame ? anchor : settled;
}

function place({ paragraphId, field }: AnchorText) {
  return { paragraphId, field };
}

function cutsCharacter(text: string, at: number): boolean {
  return (
    /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) &&
    /[\uD800-\uDBFF]$/.test(text.slice(Math.max(0, at - 1), at))
  );
}
