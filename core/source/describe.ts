import { plainBlock } from "./block";
import { runInOf } from "./body/run-in";
import { shapeOf } from "./body/shape";
import { fieldOf } from "./frame/labels";
import { readNotice } from "./frame/notices";
import { scanMarker, type Marker } from "./marks/marker";
import type { ParagraphKind, SourceParagraph } from "./paragraph";

/**
 * Describes a paragraph anew whose text or kind a person has changed: marker, run-in heading and fields follow from
 * both. What still holds of `before` is kept, so that a correction changes nothing it does not speak of.
 */
export function describeParagraph(
  text: string,
  kind: ParagraphKind,
  level: number | null,
  before: SourceParagraph,
): SourceParagraph {
  const marker = isMarked(kind) ? markerIn(text, before) : null;
  return {
    kind,
    level: kind === "heading" ? Math.min(9, Math.max(1, level ?? 1)) : null,
    marker: marker?.text ?? null,
    runIn: kind === "numbered" ? runInIn(text, marker, before) : null,
    text,
    table: kind === "table" ? before.table : null,
    fields: kind === "meta" ? fieldsIn(text, before) : [],
  };
}

function isMarked(kind: ParagraphKind): boolean {
  return kind === "heading" || kind === "numbered" || kind === "item";
}

/** A person has said that it is marked, so what is only probably a marker is one. */
function markerIn(text: string, before: SourceParagraph): Marker | null {
  const scanned = scanMarker(text);
  const known = before.marker;
  if (known === null || !text.startsWith(known) || scanned?.text === known)
    return scanned;
  const rest = text.slice(known.length);
  const end = known.length + rest.length - rest.trimStart().length;
  return {
    style: "letter",
    text: known,
    ordinal: 0,
    path: [],
    end,
    apart: true,
    doubtful: false,
  };
}

function runInIn(
  text: string,
  marker: Marker | null,
  before: SourceParagraph,
): string | null {
  const from = marker?.end ?? 0;
  const isKept =
    before.kind === "numbered" &&
    (before.runIn !== null || text === before.text);
  if (isKept && (before.runIn === null || text.startsWith(before.runIn, from)))
    return before.runIn;
  return runInOf({ text, marker, block: plainBlock(text) });
}

function fieldsIn(
  text: string,
  before: SourceParagraph,
): SourceParagraph["fields"] {
  if (before.kind === "meta" && before.text === text) return before.fields;
  return [...(readNotice(text) ?? [fieldOf("other", text)])];
}

/** What a piece of text is that was cut off the end of a paragraph. */
export function kindOfPiece(
  text: string,
  cutFrom: ParagraphKind,
): ParagraphKind {
  const marker = scanMarker(text);
  if (cutFrom === "meta" || cutFrom === "title") return cutFrom;
  if (marker === null || marker.doubtful) return "body";
  if (marker.style === "dash" || marker.style === "bullet") return "item";
  const shape = shapeOf(text.slice(marker.end));
  return shape === "line" || shape === "bare" ? "heading" : "numbered";
}
