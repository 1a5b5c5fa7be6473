import type { Edition, EditionName } from "@/core/editions/edition";
import { cleanLabel } from "@/core/export/clean-text";
import { pinyinSpans } from "@/core/export/spans";
import { imprintLines } from "@/core/export/imprint";
import { writeCell, writeRows } from "./blocks";
import { CELL_BREAK, escapeMarkdown, writeInline } from "./inline";
import { writePlaces } from "./places";
import type { Printed, PrintedTerm } from "@/core/export/printed";
import {
  ABBREVIATIONS,
  CATEGORIES,
  GLOSSARY,
  GLOSSARY_COLUMNS,
  IMPRINT,
  NAMES,
  ORIGINS,
} from "@/core/export/wording";

/** Writes what stands behind the text: glossary, names, abbreviations, and what the edition says of itself. */
export function writeMarkdownBack(
  edition: Edition,
  { glossary, names, abbreviations }: Printed,
): readonly string[] {
  const { source, pinyin, target, origin, definition, places } =
    GLOSSARY_COLUMNS;
  return [
    ...writeTable(
      GLOSSARY,
      [source, pinyin, target, origin, definition, places],
      glossary.map(termRow),
    ),
    ...writeTable(
      NAMES,
      [target, source, pinyin, GLOSSARY_COLUMNS.category, places],
      names.map(nameRow),
    ),
    ...writeTable(
      ABBREVIATIONS,
      [GLOSSARY_COLUMNS.short, GLOSSARY_COLUMNS.long, places],
      abbreviations.map(({ short, long, number }) => [
        words(short),
        words(long),
        writePlaces([number]),
      ]),
    ),
    `## ${IMPRINT}`,
    imprintLines(edition)
      .map(
        ({ label, spans }) =>
          `- **${label}:** ${writeInline(spans, CELL_BREAK)}`,
      )
      .join("\n"),
  ];
}

function writeTable(
  heading: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  return rows.length === 0 ? [] : [`## ${heading}`, writeRows(head, rows)];
}

const words = (text: string) => escapeMarkdown(cleanLabel(text));

const pinyin = (text: string) =>
  writeInline(pinyinSpans(cleanLabel(text)), CELL_BREAK);

const termRow = (term: PrintedTerm) => [
  words(term.source),
  pinyin(term.pinyin),
  words(term.target),
  term.origin.kind === "official"
    ? `${ORIGINS.official}: ${words(term.origin.source)}`
    : ORIGINS.house,
  term.definition === null ? "" : writeCell(term.definition),
  writePlaces(term.places),
];

const nameRow = (name: EditionName) => [
  words(name.target),
  words(name.source),
  pinyin(name.pinyin),
  CATEGORIES[name.category],
  writePlaces(name.places),
];
