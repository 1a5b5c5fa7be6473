import {
  joinBlocks,
  opensWithParagraph,
  writeBlocks,
  writeCell,
  writeRows,
} from "./blocks";
import { MISSING, markUnapproved } from "./head";
import { writeInline, type FootnoteSides } from "./inline";
import type { WriteAnchor } from "./places";
import type { Printed, PrintedParagraph } from "@/core/export/printed";
import type { PrintedBlock, PrintedText } from "@/core/export/printed-blocks";
import { lineOf } from "@/core/export/spans";
import { COLUMNS } from "@/core/export/wording";

type Write = {
  readonly sides: FootnoteSides;
  readonly anchor: WriteAnchor;
};

/** Writes the paragraphs of an edition in the layout it was printed for. */
export function writeMarkdownBody(
  { layout, paragraphs }: Printed,
  sides: FootnoteSides,
  anchor: WriteAnchor,
): readonly string[] {
  const write = { sides, anchor };
  switch (layout) {
    case "english":
      return paragraphs.map((paragraph) => writeEnglish(paragraph, write));
    case "annotated":
      return paragraphs.map((paragraph) => writeChinese(paragraph, write));
    case "interleaved":
      return paragraphs.flatMap((paragraph) => writeBoth(paragraph, write));
    case "parallel":
      return writeParallel(paragraphs, write);
  }
}

function writeEnglish(paragraph: PrintedParagraph, write: Write): string {
  const { level, source, target, number, isUnapproved } = paragraph;
  if (level !== null) return writeHeading(level, paragraph, write);
  const place = write.anchor(number);
  if (target !== null)
    return before(place + markUnapproved(isUnapproved), target, write);
  // A quotation, so that what is missing stands out from the text.
  return joinBlocks([
    `${place}**${MISSING}**`,
    writeBlocks(source, write.sides),
  ])
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

function writeChinese(paragraph: PrintedParagraph, write: Write): string {
  const { level, source, number } = paragraph;
  const place = write.anchor(number);
  return level === null
    ? before(place, source, write)
    : `${marksOf(level)} ${place}${inLine(source, write)}`;
}

function writeBoth(
  paragraph: PrintedParagraph,
  write: Write,
): readonly string[] {
  const { level, source, target, number, isUnapproved } = paragraph;
  if (level !== null) return writeBothHeadings(level, paragraph, write);
  const place = write.anchor(number);
  return [
    before(place, source, write),
    target === null
      ? `_${MISSING}_`
      : before(markUnapproved(isUnapproved), target, write),
  ];
}

/** Writes blocks with something before their first words. */
function before(start: string, text: PrintedText, { sides }: Write): string {
  const written = writeBlocks(text, sides);
  if (start === "") return written;
  return opensWithParagraph(text)
    ? `${start}${written}`
    : joinBlocks([start.trimEnd(), written]);
}

const inLine = (text: PrintedText, { sides }: Write) =>
  writeInline(lineOf(text), " ", sides);

const marksOf = (level: number) => "#".repeat(Math.min(level + 1, 6));

function writeHeading(
  level: number,
  { source, target, number, isUnapproved }: PrintedParagraph,
  write: Write,
): string {
  const place = write.anchor(number);
  return target === null
    ? `${marksOf(level)} ${place}${MISSING} ${inLine(source, write)}`
    : `${marksOf(level)} ${place}${markUnapproved(isUnapproved)}${inLine(target, write)}`;
}

function writeBothHeadings(
  level: number,
  paragraph: PrintedParagraph,
  write: Write,
): readonly string[] {
  const heading = writeHeading(level, paragraph, write);
  return paragraph.target === null
    ? [heading]
    : [heading, `**${inLine(paragraph.source, write)}**`];
}

function writeParallel(
  paragraphs: readonly PrintedParagraph[],
  write: Write,
): readonly string[] {
  const blocks: string[] = [];
  let rows: (readonly string[])[] = [];
  const endTable = () => {
    if (rows.length > 0)
      blocks.push(writeRows([COLUMNS.source, COLUMNS.target], rows));
    rows = [];
  };
  for (const paragraph of paragraphs) {
    const { level, source, target, number, isUnapproved } = paragraph;
    if (level !== null) {
      endTable();
      blocks.push(...writeBothHeadings(level, paragraph, write));
    } else if ([...source, ...(target ?? [])].every(isLine)) {
      rows.push([
        `${write.anchor(number)}${writeCell(source, write.sides)}`,
        target === null
          ? `_${MISSING}_`
          : `${markUnapproved(isUnapproved)}${writeCell(target, write.sides)}`,
      ]);
    } else {
      endTable();
      blocks.push(...writeBoth(paragraph, write));
    }
  }
  endTable();
  return blocks;
}

const isLine = (block: PrintedBlock) => block.kind === "paragraph";
