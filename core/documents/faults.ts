import {
  METADATA_KEYS,
  type SourceMetadata,
  type SourceParagraph,
} from "@/core/source/paragraph";
import { MAX_SOURCE_BYTES } from "./body-limits.mjs";

/** The most cells a table paragraph may have. */
export const MAX_TABLE_CELLS = 20_000;

/** The most fields of one paragraph; with what is known beside the text they fit into a bundle. */
const MAX_FIELDS = 90;

/** What can be wrong with a source that is handed in to be stored; a key below `errors`. */
export type SourceFault =
  "source_unstorable" | "source_inconsistent" | "source_too_large";

// NUL cannot be stored as text; a lone surrogate would come back as another character.
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** Tells whether a text can be stored and comes back as it is. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/**
 * Finds the first fault of a corrected source. It comes from a browser, so its parts are checked against each other:
 * marker and run-in heading stand in the text, field offsets point at their values, tables are of a sane size.
 */
export function findSourceFault(source: {
  readonly text: string;
  readonly fileName?: string | null;
  readonly mediaType?: string | null;
  readonly encoding?: string | null;
  readonly metadata: SourceMetadata;
  readonly paragraphs: readonly SourceParagraph[];
}): SourceFault | null {
  const { text, fileName, mediaType, encoding, metadata } = source;
  const texts = [text, fileName, mediaType, encoding];
  if (![...texts, ...Object.values(metadata)].every(isStorableValue))
    return "source_unstorable";
  let size = 0;
  for (const paragraph of source.paragraphs) {
    size += paragraph.text.length;
    if (size > MAX_SOURCE_BYTES) return "source_too_large";
    const fault = findParagraphFault(paragraph);
    if (fault !== null) return fault;
  }
  return null;
}

/** Finds the first fault of one paragraph. */
export function findParagraphFault(
  paragraph: SourceParagraph,
): SourceFault | null {
  const { text, marker, runIn } = paragraph;
  // A part of a sound text is not sound by itself: it may end within a character.
  if (![text, marker, runIn].every(isStorableValue)) return "source_unstorable";
  if (
    !hasItsMarker(paragraph) ||
    !hasItsFields(paragraph) ||
    (paragraph.table !== null && paragraph.kind !== "table")
  ) {
    return "source_inconsistent";
  }
  return paragraph.table === null ? null : findTableFault(paragraph.table);
}

function isStorableValue(value: unknown): boolean {
  return typeof value !== "string" || isStorable(value);
}

function hasItsMarker({ text, marker, runIn }: SourceParagraph): boolean {
  if (marker !== null && (marker === "" || !text.startsWith(marker)))
    return false;
  return runIn === null || (runIn !== "" && text.includes(runIn));
}

function hasItsFields({ kind, text, fields }: SourceParagraph): boolean {
  const isTitle = kind === "title";
  if (fields.length > MAX_FIELDS) return false;
  if (fields.length > 0 && kind !== "meta" && !isTitle) return false;
  const keys = new Set(fields.map((field) => field.key));
  return (
    keys.size === fields.length &&
    fields.every(
      ({ key, label, value, from, to }) =>
        METADATA_KEYS.some((known) => known === key.replace(/-\d+$/, "")) &&
        (label === null || !UNSTORABLE.test(label)) &&
        !UNSTORABLE.test(value) &&
        // What was said at import stands in no text.
        ((isTitle && value !== "" && from === 0 && to === 0) ||
          (from <= to && to <= text.length && text.slice(from, to) === value)),
    )
  );
}

function findTableFault(
  table: NonNullable<SourceParagraph["table"]>,
): SourceFault | null {
  const cells = table.rows.flat();
  if (cells.length > MAX_TABLE_CELLS) return "source_too_large";
  const area = cells.reduce(
    (sum, cell) => sum + cell.colspan * cell.rowspan,
    0,
  );
  if (area > 10 * MAX_TABLE_CELLS) return "source_too_large";
  return cells.some((cell) => UNSTORABLE.test(cell.text))
    ? "source_unstorable"
    : null;
}
