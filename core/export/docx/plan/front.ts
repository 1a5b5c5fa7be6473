import type { Edition } from "@/core/editions/edition";
import { CREDIT_ROLES } from "@/core/editions/publication";
import {
  imprintLines,
  words,
  type ImprintKey,
  type ImprintLine,
} from "@/core/export/imprint";
import type { Printed, PrintedField, PrintedPair } from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf, plainSpan, spansText } from "@/core/export/spans";
import {
  CONTENTS,
  CONVENTIONS,
  IMPRINT,
  INTRODUCTION,
} from "@/core/export/wording";
import {
  docxCell,
  docxParagraph,
  planBlocks,
  type DocxBlock,
  type DocxEntry,
  type DocxParagraph,
  type DocxSpan,
  type DocxTable,
} from "./blocks";
import { flagOf } from "./body";
import { flagged } from "./openings";

/** A part of the edition beside its text, under a heading that the contents list. */
export type DocxPart = {
  readonly title: string;
  readonly columns: 1 | 2;
  readonly blocks: readonly DocxBlock[];
};

/** The parts that the translator wrote, which stand before the text. */
export function planForewords(printed: Printed): readonly DocxPart[] {
  const texts: readonly (readonly [string, PrintedText | null])[] = [
    [INTRODUCTION, printed.introduction],
    [CONVENTIONS, printed.conventions],
  ];
  return texts.flatMap(([title, text]) =>
    text === null
      ? []
      : [{ title, columns: 1, blocks: planBlocks(text, "PartText", "en") }],
  );
}

/** Plans the title page, the page of the imprint, and the contents, where there is anything to list. */
export function planFront(
  edition: Edition,
  printed: Printed,
  notice: string | null,
  entries: readonly DocxEntry[],
): readonly DocxBlock[] {
  const imprint = imprintLines(edition);
  return [
    ...planTitle(printed.title),
    ...planTitlePage(edition, imprint, notice),
    docxParagraph("ImprintHeading", "en", [plainSpan(IMPRINT)]),
    ...planMetadata(printed.metadata, printed.layout),
    docxParagraph("Gap", "en", []),
    ...imprint.map(({ label, spans }) =>
      docxParagraph("ImprintText", "en", [
        { kind: "styled", style: "ImprintLabel", text: label },
        { kind: "tab" },
        ...spans,
      ]),
    ),
    ...(entries.length === 0
      ? []
      : [
          docxParagraph("ContentsHeading", "en", [plainSpan(CONTENTS)]),
          { kind: "contents", entries } as const,
        ]),
  ];
}

/** Plans the title in both languages. */
function planTitle(title: PrintedPair): readonly DocxParagraph[] {
  const { number: place } = title;
  const source = lineOf(title.source);
  // A document that is named after its file has no title that could be translated.
  const flag = place === null ? null : flagOf(title);
  if (title.target === null)
    return [docxParagraph("Title", "zh", flagged(flag, source), { place })];
  return [
    docxParagraph("OriginalTitle", "zh", source),
    docxParagraph("Title", "en", flagged(flag, lineOf(title.target)), {
      place,
    }),
  ];
}

const ON_TITLE_PAGE: ReadonlySet<ImprintKey> = new Set([
  ...CREDIT_ROLES,
  "edition",
] as const);

/** Who issued and who made the edition, and which one it is; or that it is none yet. */
function planTitlePage(
  { source: { issuingBody } }: Edition,
  imprint: readonly ImprintLine[],
  notice: string | null,
): readonly DocxParagraph[] {
  const line = (spans: readonly DocxSpan[]) =>
    docxParagraph("TitlePageText", "en", spans);
  const issuer = words(issuingBody?.target ?? "");
  return [
    ...(issuer.length === 0 ? [] : [line(issuer)]),
    ...imprint
      .filter(({ key }) => ON_TITLE_PAGE.has(key))
      .map(({ key, label, spans }) =>
        line(key === "edition" ? spans : [plainSpan(`${label} `), ...spans]),
      ),
    ...(notice === null
      ? []
      : [docxParagraph("DraftNotice", "en", [plainSpan(notice)])]),
  ];
}

/** The share of labels in the width of the text, and that of what they are the labels of. */
export const LABEL = 0.28;
const REST = 1 - LABEL;

/** Plans the metadata block: a table of labels and values, the values in the languages of the layout. */
function planMetadata(
  fields: readonly PrintedField[],
  layout: Printed["layout"],
): readonly DocxTable[] {
  if (fields.length === 0) return [];
  const isOne = layout === "english" || layout === "annotated";
  return [
    {
      kind: "table",
      style: "MetadataTable",
      shares: isOne ? [LABEL, REST] : [LABEL, REST / 2, REST / 2],
      rows: fields.map((field) => ({
        isHeader: false,
        isWhole: false,
        cells: planField(field, layout).map((block) => docxCell([block])),
      })),
    },
  ];
}

function planField(
  field: PrintedField,
  layout: Printed["layout"],
): readonly DocxParagraph[] {
  const { label, number: place, source, target } = field;
  const flag = place === null ? null : flagOf(field);
  const name = docxParagraph("MetadataLabel", "en", [plainSpan(label.target)]);
  const english = flagged(flag, target === null ? [] : lineOf(target));
  if (layout === "english")
    return [
      name,
      target === null
        ? docxParagraph("MetadataText", "zh", flagged(flag, lineOf(source)), {
            place,
          })
        : docxParagraph("MetadataText", "en", english, { place }),
    ];
  const printed = label.source === null ? [] : [plainSpan(`${label.source} `)];
  const chinese = docxParagraph(
    "MetadataText",
    "zh",
    [...printed, ...lineOf(source)],
    { place },
  );
  return layout === "annotated"
    ? [name, chinese]
    : [name, chinese, docxParagraph("MetadataText", "en", english)];
}

/** The words of a line as the contents repeat them: no numbers of notes. */
export function lineText({ spans }: DocxParagraph): string {
  return spans
    .map((span) => {
      if (span.kind === "styled") return span.text;
      return span.kind === "tab" || span.kind === "place"
        ? " "
        : spansText([span]);
    })
    .join("");
}
