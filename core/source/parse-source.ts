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
import type { ParsedSource, SourceParagraph } from "./paragraph";

/**
 * Understands a source: which of its blocks are title, heading, numbered paragraph, item, metadata, table or running
 * text, and what they say of the document. No character but white space is lost; the time taken is linear in the
 * length of the text. The rules and their counter-examples are in docs/specs/source-structure.md.
 */
export function parseSource(blocks: readonly SourceBlock[]): ParsedSource {
  const framed = markFoot(markHead(markContents(readLines(blocks))));
  const lines = assignLevels(findRunIns(decideBody(framed)));
  return {
    metadata: gatherMetadata(lines),
    paragraphs: lines.map((line) => toParagraph(line)),
  };
}

function readLines(blocks: readonly SourceBlock[]): readonly Line[] {
  const lines = blocks.flatMap((block): readonly Line[] => {
    const text = (
      block.table === null ? block.text : tableText(block.table)
    ).trim();
    if (text === "") return [];
    const marker = block.table === null ? markerOf(text, block) : null;
    return [
      {
        text,
        block,
        marker,
        kind: block.table === null ? null : "table",
        level: null,
        runIn: null,
        fields: [],
      },
    ];
  });
  const markers = settleMarkers(lines.map((line) => line.marker));
  return lines.map((line, index) => ({
    ...line,
    marker: markers[index] ?? null,
  }));
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
