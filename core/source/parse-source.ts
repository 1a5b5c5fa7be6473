import { tableText, type SourceBlock } from "./block";
import { decideBody } from "./body/headings";
import { assignLevels } from "./body/levels";
import { findRunIns } from "./body/run-in";
import { markContents } from "./frame/contents";
import { markFoot } from "./frame/foot";
import { markHead } from "./frame/head";
import { gatherMetadata } from "./frame/metadata";
import type { Line } from "./line";
import { scanMarker, type Marker } from "./marks/marker";
import { settleMarkers } from "./marks/sequence";
import { shiftRemarks, type PlacedRemark, type SourceRemark } from "./remark";
import type {
  ParsedSource,
  ParagraphKind,
  SourceMetadata,
  SourceParagraph,
} from "./paragraph";
import { isPlaceholder } from "./placeholder";

/**
 * Understands a source: which of its blocks are title, heading, numbered paragraph, item, metadata, table or running
 * text, and what they say of the document. No character but white space is lost; the time taken is linear in the
 * length of the text. The rules and their counter-examples are in docs/specs/source-structure.md. `known` is what the
 * file says of the document outside its text; what the text itself says goes first.
 */
export function parseSource(
  blocks: readonly SourceBlock[],
  known: Partial<SourceMetadata> = {},
): ParsedSource {
  const framed = markFoot(markHead(markContents(readLines(blocks))));
  const lines = assignLevels(findRunIns(decideBody(framed)));
  return {
    metadata: withKnown(gatherMetadata(lines), known),
    paragraphs: lines.map((line) => toParagraph(line)),
    remarks: placeRemarks(lines),
  };
}

function placeRemarks(lines: readonly Line[]): readonly PlacedRemark[] {
  const placed: PlacedRemark[] = [];
  lines.forEach(({ remarks }, index) => {
    for (const one of remarks) placed.push({ ...one, index });
  });
  return placed;
}

function withKnown(
  gathered: SourceMetadata,
  known: Partial<SourceMetadata>,
): SourceMetadata {
  const names = Object.keys(gathered) as (keyof SourceMetadata)[];
  const missing = names.filter((name) => gathered[name] === null);
  return {
    ...gathered,
    ...Object.fromEntries(missing.map((name) => [name, known[name] ?? null])),
  };
}

function readLines(blocks: readonly SourceBlock[]): readonly Line[] {
  const lines = hangRemarks(blocks).map((block) => readLine(block));
  const markers = settleMarkers(lines.map((line) => line.marker));
  return lines.map((line, index) => ({
    ...line,
    marker: markers[index] ?? null,
  }));
}

function readLine(block: SourceBlock): Line {
  const whole = textOf(block);
  const text = whole.trim();
  const indent = whole.length - whole.trimStart().length;
  return {
    text,
    block,
    marker: givenKind(block) === null ? markerOf(text, block) : null,
    kind: givenKind(block),
    level: null,
    runIn: null,
    fields: [],
    remarks: shiftRemarks(block.remarks, -indent, text.length),
  };
}

function textOf({ text, table }: SourceBlock): string {
  return table === null ? text : tableText(table);
}

/** Drops blocks without text. Their remarks hang on the block above, or, at the top, on the one below. */
function hangRemarks(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const filled: SourceBlock[] = [];
  let waiting: SourceRemark[] = [];
  for (const block of blocks) {
    if (textOf(block).trim() !== "") {
      filled.push(withRemarks(block, [...waiting, ...block.remarks]));
      waiting = [];
      continue;
    }
    if (block.remarks.length === 0) continue;
    const beside = block.remarks.map((one) => ({ ...one, at: null }));
    const above = filled.pop();
    if (above === undefined) waiting.push(...beside);
    else filled.push(withRemarks(above, [...above.remarks, ...beside]));
  }
  return filled;
}

function withRemarks(
  block: SourceBlock,
  remarks: readonly SourceRemark[],
): SourceBlock {
  return remarks.length === block.remarks.length
    ? block
    : { ...block, remarks };
}

/** Tables, notes and placeholders are what they are, whatever is around them. */
function givenKind(block: SourceBlock): ParagraphKind | null {
  if (block.table !== null) return "table";
  return block.role === "note" || isPlaceholder(block.text) ? "body" : null;
}

/** A marker that the file's own numbering has written needs no neighbour to be believed. */
function markerOf(text: string, block: SourceBlock): Marker | null {
  const scanned = scanMarker(text);
  const { list } = block;
  if (list === null || list.marker === "" || !text.startsWith(list.marker))
    return scanned;
  if (scanned !== null && scanned.text === list.marker)
    return { ...scanned, doubtful: false };
  const rest = text.slice(list.marker.length);
  const end = list.marker.length + rest.length - rest.trimStart().length;
  return {
    style: "letter",
    text: list.marker,
    ordinal: 0,
    path: [],
    end,
    apart: true,
    doubtful: false,
  };
}

function toParagraph(line: Line): SourceParagraph {
  return {
    kind: line.kind ?? "body",
    level: line.kind === "heading" ? (line.level ?? 1) : null,
    marker: line.marker?.text ?? null,
    runIn: line.runIn,
    text: line.text,
    table: line.block.table,
    fields: [...line.fields],
  };
}
