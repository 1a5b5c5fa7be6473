import type { ExportLayout } from "@/core/editions/edition";
import {
  docxParagraph,
  type DocxBlock,
  type DocxParagraph,
  type DocxTable,
} from "./docx-blocks";
import type { PrintedField, PrintedPair } from "./printed";
import { lineOf, plainSpan } from "./spans";

/** The width between the margins of an A4 page, in twips (a twentieth of a point). */
export const TEXT_WIDTH = 9412;

/** Plans the title in both languages. */
export function planTitle(title: PrintedPair): readonly DocxBlock[] {
  const source = lineOf(title.source);
  if (title.target === null) {
    const isMarked = title.number !== null;
    return [docxParagraph("Title", "zh", source, { isMarked })];
  }
  return [
    docxParagraph("OriginalTitle", "zh", source),
    docxParagraph("Title", "en", lineOf(title.target)),
  ];
}

/** Plans the metadata block: a table of labels and values, in the parallel layout with the values as printed. */
export function planMetadata(
  fields: readonly PrintedField[],
  layout: ExportLayout,
): readonly DocxTable[] {
  if (fields.length === 0) return [];
  const label = Math.round(TEXT_WIDTH * 0.2);
  const rest = TEXT_WIDTH - label;
  const half = Math.round(rest / 2);
  const rows = fields.map((field) => ({
    isHeader: false,
    keepNext: false,
    cells: planField(field, layout).map((block) => ({
      blocks: [block],
      header: false,
      colspan: 1,
      rowspan: 1,
    })),
  }));
  const widths =
    layout === "english" ? [label, rest] : [label, half, rest - half];
  return [{ kind: "table", purpose: "metadata", widths, rows }];
}

function planField(
  { label, number, source, target }: PrintedField,
  layout: ExportLayout,
): readonly DocxParagraph[] {
  const name = docxParagraph("MetadataLabel", "en", [plainSpan(label.target)]);
  const words = lineOf(source);
  const isMarked = target === null && number !== null;
  const english = target === null ? [] : lineOf(target);
  if (layout === "english")
    return [
      name,
      target === null
        ? docxParagraph("MetadataText", "zh", words, { isMarked })
        : docxParagraph("MetadataText", "en", english),
    ];
  const printed = label.source === null ? [] : [plainSpan(`${label.source} `)];
  return [
    name,
    docxParagraph("MetadataText", "zh", [...printed, ...words]),
    docxParagraph("MetadataText", "en", english, { isMarked }),
  ];
}
