import { SOURCE_LANGUAGE, type Edition } from "@/core/editions/edition";
import type {
  Printed,
  PrintedPair,
  PrintedParagraph,
} from "@/core/export/printed";
import type { PrintedText } from "@/core/export/printed-blocks";
import { lineOf, type Side } from "@/core/export/spans";
import { element, escapeXml } from "@/core/export/xml";
import type { PartTerms } from "@/core/export/find-terms";
import { writeTeiBlocks, writeTeiLine, type TextContext } from "./text";

/** Stands for English that there is not yet. */
const GAP = `<gap reason="untranslated"/>`;

/** Writes one of both texts, each of its parts with an id that says its number and with what it corresponds to. */
export function writeTeiText(
  edition: Edition,
  printed: Printed,
  side: Side,
  terms: PartTerms,
): string {
  const language =
    side === "source" ? SOURCE_LANGUAGE : edition.language.target;
  return element(
    "text",
    { "xml:id": tagOf(side), "xml:lang": language },
    `\n<front>\n${writeFront(printed, side, terms)}\n</front>\n<body>\n${writeBody(printed.paragraphs, side, terms)}\n</body>\n`,
  );
}

const tagOf = (side: Side) => (side === "source" ? "zh" : "en");
const otherOf = (side: Side): Side => (side === "source" ? "target" : "source");

/** The id of a block of a part: the first has the part's own. */
function blockId(side: Side, key: string, index: number): string {
  return `${tagOf(side)}-${key}${index === 0 ? "" : `.${index + 1}`}`;
}

/** What a part is written from: a text without English has one empty block, so that it has a place. */
const textOf = ({ source, target }: PrintedPair, side: Side): PrintedText =>
  side === "source" ? source : (target ?? []);

/** The attributes of a block: its id, the number readers cite, and the ids of its counterparts. */
function bearings(
  pair: PrintedPair,
  key: string,
  side: Side,
  index: number,
  isOneLine: boolean,
) {
  const count = isOneLine ? 1 : Math.max(1, textOf(pair, otherOf(side)).length);
  const others = Array.from(
    { length: count },
    (_, other) => `#${blockId(otherOf(side), key, other)}`,
  );
  return {
    "xml:id": blockId(side, key, index),
    n: pair.number,
    corresp: others.join(" "),
  };
}

const contextOf = (
  { number }: PrintedPair,
  side: Side,
  terms: PartTerms,
): TextContext => ({ side, number, terms });

function writeFront(
  { title, metadata }: Printed,
  side: Side,
  terms: PartTerms,
): string {
  const words = (pair: PrintedPair) =>
    side === "target" && pair.target === null
      ? GAP
      : writeTeiLine(lineOf(textOf(pair, side)), contextOf(pair, side, terms));
  const page = element(
    "titlePage",
    bearings(title, "title", side, 0, true),
    `<docTitle><titlePart type="main">${words(title)}</titlePart></docTitle>`,
  );
  const fields = metadata.map((field, index) => {
    const label =
      side === "source" ? (field.label.source ?? "") : field.label.target;
    return `${element("label", {}, escapeXml(label))}\n${element("item", bearings(field, `m${index + 1}`, side, 0, true), words(field))}`;
  });
  return fields.length === 0
    ? page
    : `${page}\n<div type="metadata">\n<list type="gloss">\n${fields.join("\n")}\n</list>\n</div>`;
}

/** Headings open divisions, which hold the deeper ones. */
function writeBody(
  paragraphs: readonly PrintedParagraph[],
  side: Side,
  terms: PartTerms,
): string {
  const lines: string[] = [];
  const open: number[] = [];
  const closeTo = (level: number) => {
    while ((open.at(-1) ?? 0) >= level) {
      open.pop();
      lines.push("</div>");
    }
  };
  for (const paragraph of paragraphs) {
    const { level } = paragraph;
    if (level === null) {
      lines.push(writeParagraph(paragraph, side, terms));
      continue;
    }
    closeTo(level);
    open.push(level);
    lines.push(
      `<div type="section" subtype="level-${level}">`,
      writeHeading(paragraph, side, terms),
    );
  }
  closeTo(1);
  return lines.length === 0 ? "<p/>" : lines.join("\n");
}

const keyOf = ({ number }: PrintedParagraph) => `p${number}`;

function writeHeading(
  paragraph: PrintedParagraph,
  side: Side,
  terms: PartTerms,
): string {
  const isGap = side === "target" && paragraph.target === null;
  return element(
    "head",
    {
      ...bearings(paragraph, keyOf(paragraph), side, 0, true),
      rend: rendOf(paragraph, side),
    },
    isGap
      ? GAP
      : writeTeiLine(
          lineOf(textOf(paragraph, side)),
          contextOf(paragraph, side, terms),
        ),
  );
}

function writeParagraph(
  paragraph: PrintedParagraph,
  side: Side,
  terms: PartTerms,
): string {
  const rend = rendOf(paragraph, side);
  const bear = (index: number) => ({
    ...bearings(paragraph, keyOf(paragraph), side, index, false),
    rend,
  });
  const blocks = textOf(paragraph, side);
  if (side === "target" && paragraph.target === null)
    return element("p", bear(0), GAP);
  return blocks.length === 0
    ? element("p", bear(0), "")
    : writeTeiBlocks(blocks, contextOf(paragraph, side, terms), bear);
}

/** How a paragraph is set, and whether a reviewer has approved its English. */
function rendOf(
  { kind, level, isUnapproved }: PrintedParagraph,
  side: Side,
): string | null {
  const words = [
    ...(level === null && kind !== "body" && kind !== "table" ? [kind] : []),
    ...(isUnapproved && side === "target" ? ["unapproved"] : []),
  ];
  return words.length === 0 ? null : words.join(" ");
}
