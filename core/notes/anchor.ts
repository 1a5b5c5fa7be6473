import { findWhole } from "./anchors/find-whole";
import { findWords } from "./anchors/find-words";
import { fingerprint } from "./anchors/fingerprint";
import {
  indexTexts,
  keyOf,
  type IndexedText,
  type TextIndex,
} from "./anchors/text-index";
import type { AnchorInput, SourceAnchor } from "./note";

/** A row's source, as anchors look for their words in it. */
export type AnchorText = {
  readonly paragraphId: string;
  /** "" for the whole paragraph, else the key of a metadata field. */
  readonly field: string;
  readonly text: string;
};

/** Where the words of an anchor stand, UTF-16 offsets, half-open. */
export type FoundAnchor = {
  readonly paragraphId: string;
  readonly field: string;
  readonly from: number;
  readonly to: number;
  /** Above 0, at most 1: what share of the words and of what surrounds them stands as it stood. */
  readonly score: number;
  /**
   * Why this place: the text has not changed; the whole text stands elsewhere, or parted, or joined with another; or the
   * words were found in the changed text by what stands around them.
   */
  readonly reason: "unchanged" | "moved" | "edited";
};

/** As much as an anchor may store: repeated passages of policy documents are mostly shorter than this on both sides. */
const CONTEXT = 64;
/** Words that stand unchanged with so much on either side are more likely the same than those that changed. */
const NEIGHBOURS = 24;
const LONGEST_QUOTE = 20_000;

/** Makes the anchor of a part of a text; null where the part is empty, too long, out of range or cuts a character in two. */
export function makeAnchor(
  text: string,
  { paragraphId, field, from, to }: AnchorInput,
): SourceAnchor | null {
  const isPart = from >= 0 && from < to && to <= text.length;
  if (!isPart || to - from > LONGEST_QUOTE) return null;
  if (cutsCharacter(text, from) || cutsCharacter(text, to)) return null;
  // Half of a character cannot be stored.
  const start = Math.max(0, from - CONTEXT);
  const end = Math.min(text.length, to + CONTEXT);
  return {
    version: 1,
    paragraphId: paragraphId.toLowerCase(),
    field,
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(cutsCharacter(text, start) ? start + 1 : start, from),
      suffix: text.slice(to, cutsCharacter(text, end) ? end - 1 : end),
    },
    position: { from, to },
    whole: { length: text.length, fingerprint: fingerprint(text) },
  };
}

/**
 * Finds the words of an anchor in texts that may have changed; null where it is not sure of them. Another paragraph is
 * looked at only for the whole old text, unchanged: a sentence that merely looks the same never catches an anchor.
 */
export function findAnchor(
  anchor: SourceAnchor,
  texts: readonly AnchorText[],
): FoundAnchor | null {
  const index = indexTexts(texts);
  const own = index.byKey.get(keyOf(anchor)) ?? null;
  if (own !== null && stands(anchor, own) && anchor.position !== null)
    return view(own, anchor.position, 1, "unchanged");
  const moved = findWhole(anchor, index, own);
  if (moved !== null) return view(moved, moved, 1, "moved");
  if (own === null) return null;
  const found = findWords({ ...anchor.quote, ...bordersOf(anchor) }, own.text);
  if (found === null || standsElsewhere(anchor, own, index)) return null;
  return cutsCharacter(own.text, found.from) ||
    cutsCharacter(own.text, found.to)
    ? null
    : view(own, found, found.score, "edited");
}

/** Tells whether the words stand with their neighbours in another text and not in their own: then they may have moved. */
function standsElsewhere(
  { quote: { exact, prefix, suffix } }: SourceAnchor,
  own: IndexedText,
  { joined }: TextIndex,
): boolean {
  const near = prefix.slice(-NEIGHBOURS) + exact + suffix.slice(0, NEIGHBOURS);
  return (
    near.length > NEIGHBOURS &&
    !own.text.includes(near) &&
    joined.includes(near)
  );
}

/** The anchor as it stands in texts: itself where nothing changed, moved, or without a position where it is not sure. */
export function settleAnchor(
  anchor: SourceAnchor,
  texts: readonly AnchorText[],
): SourceAnchor {
  const found = findAnchor(anchor, texts);
  const text =
    found === null ? undefined : indexTexts(texts).byKey.get(keyOf(found));
  const settled =
    found === null || text === undefined ? null : makeAnchor(text.text, found);
  if (settled === null)
    return anchor.position === null ? anchor : { ...anchor, position: null };
  return isSame(anchor, settled) ? anchor : settled;
}

/** Tells whether a text is the one that an anchor was made on. */
function stands(
  { position, quote, whole }: SourceAnchor,
  { text, fingerprint: name }: IndexedText,
): boolean {
  if (position === null) return false;
  const { from, to } = position;
  const { exact, prefix, suffix } = quote;
  const start = from - prefix.length;
  const window = text.slice(Math.max(0, start), to + suffix.length);
  if (start < 0 || window !== prefix + exact + suffix) return false;
  // Without a fingerprint the place and what surrounds it are all there is to tell by.
  return whole === undefined || whole.fingerprint === name;
}

function bordersOf({ position, quote, whole }: SourceAnchor) {
  return {
    begins: position !== null && position.from === quote.prefix.length,
    ends:
      position !== null &&
      whole !== undefined &&
      whole.length === position.to + quote.suffix.length,
  };
}

function view(
  { paragraphId, field }: Pick<IndexedText, "paragraphId" | "field">,
  { from, to }: { readonly from: number; readonly to: number },
  score: number,
  reason: FoundAnchor["reason"],
): FoundAnchor {
  return { paragraphId, field, from, to, score, reason };
}

function isSame(one: SourceAnchor, other: SourceAnchor): boolean {
  return (
    one.paragraphId === other.paragraphId &&
    one.field === other.field &&
    one.position?.from === other.position?.from &&
    one.position?.to === other.position?.to &&
    one.quote.exact === other.quote.exact &&
    one.quote.prefix === other.quote.prefix &&
    one.quote.suffix === other.quote.suffix &&
    one.whole?.fingerprint === other.whole?.fingerprint
  );
}

function cutsCharacter(text: string, at: number): boolean {
  const [before, behind] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (before & 0xfc00) === 0xd800 && (behind & 0xfc00) === 0xdc00;
}
