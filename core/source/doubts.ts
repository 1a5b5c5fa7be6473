import { STYLE_RANKS, scanMarker } from "./marks/marker";
import type { ParsedSource, SourceParagraph } from "./paragraph";
import { isPlaceholder } from "./placeholder";

/** A place where the parser may be wrong, or the source is. `index` is the paragraph's; null for the whole document. */
export type Doubt =
  | { readonly kind: "no-title"; readonly index: null }
  /** The numbering jumps: `found` stands where `expected` was due. */
  | {
      readonly kind: "gap";
      readonly index: number;
      readonly expected: number;
      readonly found: number;
    }
  /** A heading two levels below the one before it. */
  | { readonly kind: "level-jump"; readonly index: number }
  /** Running text that holds what looks like the next numbered paragraph, at offset `at`. */
  | { readonly kind: "swallowed"; readonly index: number; readonly at: number }
  /** Text that stops in mid-sentence before more text. */
  | { readonly kind: "broken"; readonly index: number }
  /** A short line without mark or stop, which may be a heading. */
  | { readonly kind: "short-line"; readonly index: number }
  /** Characters that could not be decoded. */
  | { readonly kind: "unreadable"; readonly index: number }
  | { readonly kind: "very-long"; readonly index: number };

const VERY_LONG = 4000;
const MAX_SHORT_LINE = 30;

/** Lists the doubtful places of a parsed source in the order of its text. */
export function findDoubts({ paragraphs }: ParsedSource): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (
    paragraphs.length > 0 &&
    !paragraphs.some((paragraph) => paragraph.kind === "title")
  ) {
    doubts.push({ kind: "no-title", index: null });
  }
  const gaps = new Map(findGaps(paragraphs).map((gap) => [gap.index, gap]));
  let level = 0;
  paragraphs.forEach((paragraph, index) => {
    const gap = gaps.get(index);
    if (gap !== undefined) doubts.push(gap);
    if (paragraph.kind === "heading") {
      if (level > 0 && (paragraph.level ?? 1) > level + 1)
        doubts.push({ kind: "level-jump", index });
      level = paragraph.level ?? 1;
    }
    const doubt = doubtText(paragraph, paragraphs[index + 1], index);
    if (doubt !== null) doubts.push(doubt);
  });
  return doubts;
}

function doubtText(
  paragraph: SourceParagraph,
  next: SourceParagraph | undefined,
  index: number,
): Doubt | null {
  const { kind, text } = paragraph;
  if (text.includes("\ufffd")) return { kind: "unreadable", index };
  if (kind !== "body" && kind !== "numbered" && kind !== "item") return null;
  if (isPlaceholder(text)) return null;
  const at = swallowedAt(paragraph);
  if (at !== null) return { kind: "swallowed", index, at };
  if (text.length > VERY_LONG) return { kind: "very-long", index };
  if (
    next === undefined ||
    /[。！？!?：:；;…”’」』》）)】.]$/.test(text.slice(-1))
  )
    return null;
  if (kind === "body" && text.length <= MAX_SHORT_LINE && next.kind !== "meta")
    return { kind: "short-line", index };
  return next.kind === "body" && text.length > MAX_SHORT_LINE
    ? { kind: "broken", index }
    : null;
}

/** "1. …。2. …": the next number after a full stop in the same paragraph is most likely a line end that was lost. */
function swallowedAt({ marker, text }: SourceParagraph): number | null {
  const found = marker === null ? null : scanMarker(text);
  if (found === null || found.ordinal === 0 || found.style !== "number")
    return null;
  const match = new RegExp(
    `[。！？；]\\s{0,8}(?=${found.ordinal + 1}[.．、](?![0-9０-９]))`,
  ).exec(text);
  return match === null ? null : match.index + match[0].length;
}

type Gap = Extract<Doubt, { kind: "gap" }>;

function findGaps(paragraphs: readonly SourceParagraph[]): readonly Gap[] {
  const gaps: Gap[] = [];
  const last = new Map<string, { rank: number; ordinal: number }>();
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.kind !== "heading" && paragraph.kind !== "numbered") return;
    const marker = scanMarker(paragraph.text);
    if (
      marker === null ||
      marker.text !== paragraph.marker ||
      marker.ordinal === 0
    )
      return;
    const rank = STYLE_RANKS[marker.style] + marker.path.length / 10;
    const key = `${marker.style}${marker.path.length}`;
    const before = last.get(key);
    // 1. may start again under a new heading or run on through all of them: both are common.
    const continues =
      before !== undefined && marker.ordinal === before.ordinal + 1;
    if (
      before !== undefined &&
      marker.ordinal !== 1 &&
      !continues &&
      marker.path.length === 0
    ) {
      gaps.push({
        kind: "gap",
        index,
        expected: before.ordinal + 1,
        found: marker.ordinal,
      });
    }
    if (marker.style === "annex") last.clear();
    last.set(key, { rank, ordinal: marker.ordinal });
  });
  return gaps;
}
