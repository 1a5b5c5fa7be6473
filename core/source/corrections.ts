import { joinPieces } from "@/core/text/join";
import { firstSentenceEnd } from "./body/shape";
import type { Correction } from "./correction";
import { describeParagraph, kindOfPiece } from "./describe";
import { gatherMetadata } from "./frame/metadata";
import { scanMarker } from "./marks/marker";
import type {
  ParagraphKind,
  ParsedSource,
  SourceMetadata,
  SourceParagraph,
} from "./paragraph";
import { followCorrection } from "./remarks";

/**
 * Applies a correction. Merging and splitting lose no character but white space. A correction that cannot be made
 * (no such paragraph, nothing before the first to merge with, a table cut in two) returns `source` itself.
 */
export function correct(
  source: ParsedSource,
  correction: Correction,
): ParsedSource {
  if (correction.kind === "set-metadata") {
    const { name, value } = correction;
    const trimmed = value === null || value.trim() === "" ? null : value;
    return source.metadata[name] === trimmed
      ? source
      : { ...source, metadata: { ...source.metadata, [name]: trimmed } };
  }
  const paragraphs = correctParagraphs(source.paragraphs, correction);
  if (paragraphs === source.paragraphs) return source;
  return {
    metadata: regather(source, paragraphs),
    paragraphs,
    remarks: followCorrection(source.remarks, correction, source.paragraphs),
  };
}

/** Metadata follow the paragraphs they were read from, save what a person has typed. */
function regather(
  source: ParsedSource,
  paragraphs: readonly SourceParagraph[],
): SourceMetadata {
  const before = gatherMetadata(source.paragraphs);
  const after = gatherMetadata(paragraphs);
  const names = Object.keys(after) as (keyof SourceMetadata)[];
  const kept = names.filter((name) => source.metadata[name] !== before[name]);
  return {
    ...after,
    ...Object.fromEntries(kept.map((name) => [name, source.metadata[name]])),
  };
}

type ParagraphCorrection = Exclude<Correction, { kind: "set-metadata" }>;

function correctParagraphs(
  paragraphs: readonly SourceParagraph[],
  correction: ParagraphCorrection,
): readonly SourceParagraph[] {
  const { index } = correction;
  const paragraph = paragraphs[index];
  if (paragraph === undefined) return paragraphs;
  switch (correction.kind) {
    case "set-kind":
      return setKind(paragraphs, index, paragraph, correction.to);
    case "set-level":
      if (paragraph.kind !== "heading" || paragraph.level === correction.level)
        return paragraphs;
      return paragraphs.with(
        index,
        describeParagraph(
          paragraph.text,
          "heading",
          correction.level,
          paragraph,
        ),
      );
    case "set-run-in":
      return setRunIn(paragraphs, index, paragraph, correction.on);
    case "merge":
      return merge(paragraphs, index, paragraph);
    case "split":
      return split(paragraphs, index, paragraph, correction.at);
    case "drop":
      return paragraphs.toSpliced(index, 1);
  }
}

function setKind(
  paragraphs: readonly SourceParagraph[],
  index: number,
  paragraph: SourceParagraph,
  kind: ParagraphKind,
): readonly SourceParagraph[] {
  if (paragraph.kind === kind || (kind === "table" && paragraph.table === null))
    return paragraphs;
  const level =
    kind === "heading" ? likelyLevel(paragraphs, index, paragraph.text) : null;
  return paragraphs.with(
    index,
    describeParagraph(paragraph.text, kind, level, paragraph),
  );
}

/** The level of the nearest heading above with the same family of marker, else of the nearest heading. */
function likelyLevel(
  paragraphs: readonly SourceParagraph[],
  index: number,
  text: string,
): number {
  const style = scanMarker(text)?.style ?? null;
  const above = paragraphs
    .slice(0, index)
    .filter((paragraph) => paragraph.kind === "heading");
  const twin = above.findLast(
    (heading) => (scanMarker(heading.text)?.style ?? null) === style,
  );
  return (twin ?? above.at(-1))?.level ?? 1;
}

function setRunIn(
  paragraphs: readonly SourceParagraph[],
  index: number,
  paragraph: SourceParagraph,
  on: boolean,
): readonly SourceParagraph[] {
  if (paragraph.kind !== "numbered" || on === (paragraph.runIn !== null))
    return paragraphs;
  if (!on) return paragraphs.with(index, { ...paragraph, runIn: null });
  const marker = paragraph.marker ?? "";
  const words = paragraph.text.slice(marker.length).trimStart();
  const end = firstSentenceEnd(words);
  return end === null
    ? paragraphs
    : paragraphs.with(index, { ...paragraph, runIn: words.slice(0, end) });
}

function merge(
  paragraphs: readonly SourceParagraph[],
  index: number,
  paragraph: SourceParagraph,
): readonly SourceParagraph[] {
  const above = paragraphs[index - 1];
  if (above === undefined || above.table !== null || paragraph.table !== null)
    return paragraphs;
  const text = joinPieces(above.text, paragraph.text);
  return paragraphs.toSpliced(
    index - 1,
    2,
    describeParagraph(text, above.kind, above.level, above),
  );
}

function split(
  paragraphs: readonly SourceParagraph[],
  index: number,
  paragraph: SourceParagraph,
  at: number,
): readonly SourceParagraph[] {
  const first = paragraph.text.slice(0, at).trimEnd();
  const second = paragraph.text.slice(at).trimStart();
  if (
    first === "" ||
    second === "" ||
    paragraph.table !== null ||
    isInsidePair(paragraph.text, at)
  )
    return paragraphs;
  const kind = kindOfPiece(second, paragraph.kind);
  const level =
    kind === "heading" ? likelyLevel(paragraphs, index + 1, second) : null;
  const blank = {
    ...paragraph,
    kind,
    marker: null,
    runIn: null,
    fields: [],
    text: "",
  };
  return paragraphs.toSpliced(
    index,
    1,
    describeParagraph(first, paragraph.kind, paragraph.level, paragraph),
    describeParagraph(second, kind, level, blank),
  );
}

/** Between the two halves of one character nothing can be cut. */
function isInsidePair(text: string, at: number): boolean {
  return (
    /[\udc00-\udfff]/.test(text.charAt(at)) &&
    /[\ud800-\udbff]/.test(text.charAt(at - 1))
  );
}
