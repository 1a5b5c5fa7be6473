import { settleAnchor, type AnchorText } from "@/core/notes/anchor";
import type { SourceAnchor } from "@/core/notes/note";
import { translationParts } from "@/core/source/paragraph";
import type { BundleParagraph } from "./bundle";

/** What looking for words that do not stand where they stood costs, in characters that are read once. */
const SEARCH = 1_000_000;
/** How often the text is read in which words are looked for. */
const READINGS = 12;
/**
 * What the notes of one bundle may cost, some ten seconds: a thousand changed anchors. Who makes a bundle to keep the
 * server busy gets notes without a place; who has changed more of a source than that places the others by hand.
 */
const MOST = 1_000_000_000;

/** What is left for looking words up, for all documents of a bundle together. */
export type SearchBudget = { left: number };

/** What a bundle that is read may cost. */
export function searchBudget(): SearchBudget {
  return { left: MOST };
}

/** What is left where nothing is looked for: an anchor stands where it stood, or has no position. */
export function noSearch(): SearchBudget {
  return { left: -1 };
}

/**
 * Makes what brings anchors in line with a document's paragraphs: one that stands is left as it is, one whose words
 * have moved follows them where that is sure, any other keeps its words and has no position.
 */
export function anchorSettler(
  paragraphs: readonly BundleParagraph[],
  budget: SearchBudget,
): (anchor: SourceAnchor) => SourceAnchor {
  const texts = paragraphs.flatMap((paragraph) =>
    translationParts(paragraph).map(({ field, text }) => ({
      paragraphId: paragraph.id,
      field,
      text,
    })),
  );
  const byPlace = new Map(texts.map((text) => [placeOf(text), text.text]));
  const whole = texts.reduce((sum, { text }) => sum + text.length, 0);
  return (anchor) => {
    const text = byPlace.get(placeOf(anchor)) ?? "";
    budget.left -= text.length;
    if (budget.left < 0) return stands(anchor, text) ? anchor : lose(anchor);
    const settled = settleAnchor(anchor, texts);
    const isSearched = settled !== anchor || anchor.position === null;
    if (isSearched) budget.left -= SEARCH + whole + READINGS * text.length;
    return settled;
  };
}

function lose(anchor: SourceAnchor): SourceAnchor {
  return anchor.position === null ? anchor : { ...anchor, position: null };
}

/** Tells whether words are where they were, with all that stood around them. */
function stands({ quote, position }: SourceAnchor, text: string): boolean {
  if (position === null) return false;
  const { exact, prefix, suffix } = quote;
  const { from, to } = position;
  return (
    from >= prefix.length &&
    text.slice(from, to) === exact &&
    text.slice(from - prefix.length, from) === prefix &&
    text.slice(to, to + suffix.length) === suffix
  );
}

function placeOf(place: Pick<AnchorText, "paragraphId" | "field">): string {
  return `${place.paragraphId} ${place.field}`;
}
