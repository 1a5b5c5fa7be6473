import type { EditionName } from "@/core/editions/edition";
import { words } from "@/core/export/imprint";
import type { Printed, PrintedTerm } from "@/core/export/printed";
import { pinyinSpans, plainSpan } from "@/core/export/spans";
import {
  ABBREVIATIONS,
  GLOSSARY,
  NAMES,
  ORIGINS,
  GLOSSARY_COLUMNS,
} from "@/core/export/wording";
import {
  docxCell,
  docxParagraph,
  planBlocks,
  type DocxBlock,
  type DocxRow,
  type DocxSpan,
} from "./blocks";
import type { DocxPart } from "./front";

/** Plans the parts behind the text: glossary, index of names and abbreviations, each where there is any. */
export function planBack(printed: Printed): readonly DocxPart[] {
  const { glossary, names, abbreviations } = printed;
  const parts: readonly DocxPart[] = [
    { title: GLOSSARY, columns: 1, blocks: planGlossary(glossary) },
    { title: NAMES, columns: 2, blocks: planNames(names) },
    {
      title: ABBREVIATIONS,
      columns: 1,
      blocks: planAbbreviations(abbreviations),
    },
  ];
  return parts.filter(({ blocks }) => blocks.length > 0);
}

const places = (numbers: readonly number[]): readonly DocxSpan[] =>
  numbers.flatMap((number, index): readonly DocxSpan[] => [
    ...(index === 0 ? [] : [plainSpan(", ")]),
    { kind: "place", number },
  ]);

function planGlossary(terms: readonly PrintedTerm[]): readonly DocxBlock[] {
  if (terms.length === 0) return [];
  const head: DocxRow = {
    isHeader: true,
    isWhole: true,
    cells: (["source", "pinyin", "target", "places"] as const).map((column) =>
      docxCell(
        [
          docxParagraph("ColumnHeading", "en", [
            plainSpan(GLOSSARY_COLUMNS[column]),
          ]),
        ],
        true,
      ),
    ),
  };
  return [
    {
      kind: "table",
      style: "GlossaryTable",
      shares: [0.2, 0.2, 0.45, 0.15],
      rows: [head, ...terms.map(planTerm)],
    },
  ];
}

function planTerm(term: PrintedTerm): DocxRow {
  const english: readonly DocxBlock[] = [
    docxParagraph("GlossaryText", "en", words(term.target)),
    ...(term.definition === null
      ? []
      : planBlocks(term.definition, "GlossaryDetail", "en")),
    ...(term.origin.kind === "official"
      ? [
          docxParagraph("GlossaryDetail", "en", [
            ...words(`${ORIGINS.official}: ${term.origin.source}`),
          ]),
        ]
      : []),
  ];
  const cells: readonly (readonly DocxBlock[])[] = [
    [docxParagraph("GlossaryText", "zh", [plainSpan(term.source)])],
    [docxParagraph("GlossaryText", "en", pinyin(term.pinyin))],
    english,
    [docxParagraph("GlossaryDetail", "en", places(term.places))],
  ];
  return {
    isHeader: false,
    isWhole: true,
    cells: cells.map((blocks) => docxCell(blocks)),
  };
}

/** Pinyin; a character that has none stands in it upright. */
const pinyin = (text: string): readonly DocxSpan[] =>
  pinyinSpans(text).map((span) =>
    span.italic ? { kind: "styled", style: "Pinyin", text: span.text } : span,
  );

function planNames(names: readonly EditionName[]): readonly DocxBlock[] {
  return names.map((name) =>
    docxParagraph("IndexEntry", "en", [
      ...words(name.target),
      plainSpan(" "),
      { ...plainSpan(name.source), isChinese: true },
      plainSpan(" "),
      ...pinyin(name.pinyin),
      plainSpan("  "),
      ...places(name.places),
    ]),
  );
}

const planAbbreviations = (
  abbreviations: Printed["abbreviations"],
): readonly DocxBlock[] =>
  abbreviations.map(({ short, long, number }) =>
    docxParagraph("AbbreviationEntry", "en", [
      ...words(short),
      { kind: "tab" },
      ...words(long),
      plainSpan("  "),
      { kind: "place", number },
    ]),
  );
