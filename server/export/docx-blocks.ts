import {
  Bookmark,
  BorderStyle,
  ExternalHyperlink,
  FootnoteReferenceRun,
  LeaderType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from "docx";
import type {
  DocxBlock,
  DocxLanguage,
  DocxParagraph,
  DocxTable,
} from "@/core/export/docx-blocks";
import type { DocxNote } from "@/core/export/docx-notes";
import type { NoteSpan, Span, TextSpan } from "@/core/export/spans";
import { UNTRANSLATED } from "@/core/export/wording";
import { CHINESE_RUN, ENGLISH_RUN } from "./docx-styles";
import {
  noteBookmark,
  writeCrossReference,
  writeSeparator,
} from "./note-reference";

/** What the lists of a document need in its numbering part; filled while its blocks are written. */
export type Lists = {
  readonly starts: Set<number>;
  readonly instances: Map<NonNullable<DocxParagraph["list"]>, number>;
};

/** Turns planned blocks into the objects of the `docx` package. */
export function writeDocxBlocks(
  blocks: readonly DocxBlock[],
  lists: Lists,
): readonly FileChild[] {
  return blocks.map((block) =>
    block.kind === "contents" ? contents() : writeBlock(block, lists),
  );
}

// Headings of three levels, each a link to its place. The field is marked as not up to date, so that Word asks to fill in
// the page numbers when it opens the file; without a leader the entries look whole where no one does.
const contents = () =>
  new TableOfContents("Contents", {
    hyperlink: true,
    headingStyleRange: "1-3",
    tabLeader: LeaderType.NONE,
  });

function writeBlock(
  block: DocxParagraph | DocxTable,
  lists: Lists,
): Paragraph | Table {
  return block.kind === "paragraph"
    ? writeParagraph(block, lists)
    : writeTable(block, lists);
}

/** Writes a footnote's paragraphs, the first with the space that parts it from its number. */
export function writeDocxNote(
  { paragraphs }: DocxNote,
  lists: Lists,
): readonly Paragraph[] {
  return paragraphs.map((block, index) =>
    writeParagraph(block, lists, index === 0 ? [new TextRun(" ")] : []),
  );
}

function writeParagraph(
  block: DocxParagraph,
  lists: Lists,
  before: readonly TextRun[] = [],
): Paragraph {
  const { style, language, spans, isMarked, bookmark } = block;
  const runs = writeSpans(spans, language);
  const mark = isMarked
    ? [new TextRun({ text: UNTRANSLATED, style: "UntranslatedMark" })]
    : [];
  const space = mark.length > 0 && runs.length > 0 ? [new TextRun(" ")] : [];
  const children = [...before, ...mark, ...space, ...runs];
  return new Paragraph({
    style,
    ...numbering(block, lists),
    children:
      bookmark === null ? children : [new Bookmark({ id: bookmark, children })],
  });
}

function numbering({ list }: DocxParagraph, lists: Lists) {
  if (list === null) return {};
  const instance = lists.instances.get(list) ?? lists.instances.size;
  lists.instances.set(list, instance);
  if (list.start !== null) lists.starts.add(list.start);
  return {
    numbering: {
      reference: list.start === null ? "bullets" : `numbers-${list.start}`,
      level: list.depth,
      instance,
    },
  };
}

/** Writes spans as runs, those with one address together as one link. */
function writeSpans(
  spans: readonly Span[],
  language: DocxLanguage,
): readonly ParagraphChild[] {
  const children: ParagraphChild[] = [];
  let link: { readonly href: string; readonly runs: TextRun[] } | null = null;
  const endLink = () => {
    if (link !== null)
      children.push(
        new ExternalHyperlink({ link: link.href, children: link.runs }),
      );
    link = null;
  };
  for (const span of spans) {
    const href = span.kind === "text" ? span.href : null;
    if (link === null || href !== (link as { href: string }).href) endLink();
    if (href !== null) {
      link ??= { href, runs: [] };
      link.runs.push(writeSpan(span as TextSpan, language));
    } else if (span.kind === "note") children.push(...writeReference(span));
    else children.push(writeSpan(span, language));
  }
  endLink();
  return children;
}

/** The footnote where it belongs, under a name; everywhere else a field that repeats its number. */
function writeReference(span: NoteSpan): readonly ParagraphChild[] {
  const { number, side, reference, isBehindNote } = span;
  const before = isBehindNote ? [writeSeparator()] : [];
  if (side === "source" || reference > 1)
    return [...before, ...writeCrossReference(number)];
  const id = noteBookmark(number);
  const children = [new FootnoteReferenceRun(number)];
  return [...before, new Bookmark({ id, children })];
}

function writeSpan(
  span: Exclude<Span, NoteSpan>,
  language: DocxLanguage,
): TextRun {
  if (span.kind === "break") return new TextRun({ break: 1 });
  const isChinese = language === "zh" || span.isChinese;
  return new TextRun({
    ...marksOf(span),
    ...(isChinese ? CHINESE_RUN : ENGLISH_RUN),
    text: span.text,
  });
}

function marksOf(span: TextSpan) {
  return {
    ...(span.bold ? { bold: true } : {}),
    ...(span.italic ? { italics: true } : {}),
    ...(span.position === "superscript" ? { superScript: true } : {}),
    ...(span.position === "subscript" ? { subScript: true } : {}),
    ...(span.supplied ? { style: "SuppliedWords" } : {}),
    ...(span.href === null ? {} : { style: "Hyperlink" }),
  };
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: "BFB49C" } as const;

const BORDERS = {
  metadata: {
    top: HAIR,
    bottom: HAIR,
    left: NONE,
    right: NONE,
    insideHorizontal: NONE,
    insideVertical: NONE,
  },
  parallel: {
    top: NONE,
    bottom: NONE,
    left: NONE,
    right: NONE,
    insideHorizontal: NONE,
    insideVertical: NONE,
  },
  text: {
    top: HAIR,
    bottom: HAIR,
    left: HAIR,
    right: HAIR,
    insideHorizontal: HAIR,
    insideVertical: HAIR,
  },
} as const;

const MARGINS = {
  metadata: { left: 0, right: 170 },
  parallel: { left: 0, right: 284 },
  text: { left: 85, right: 85, top: 20, bottom: 20 },
} as const;

function writeTable(table: DocxTable, lists: Lists): Table {
  const { widths, purpose } = table;
  const total = widths?.reduce((sum, width) => sum + width, 0) ?? null;
  return new Table({
    width:
      total === null
        ? { size: 100, type: WidthType.PERCENTAGE }
        : { size: total, type: WidthType.DXA },
    ...(widths === null
      ? {}
      : { columnWidths: [...widths], layout: TableLayoutType.FIXED }),
    borders: BORDERS[purpose],
    margins: { ...MARGINS[purpose], marginUnitType: WidthType.DXA },
    rows: table.rows.map(
      (row) =>
        new TableRow({
          ...(row.isHeader ? { tableHeader: true } : {}),
          ...(row.keepNext ? { keepNext: true } : {}),
          children: row.cells.map((cell, index) => {
            const width = widths?.[index];
            return new TableCell({
              columnSpan: cell.colspan,
              rowSpan: cell.rowspan,
              ...(width === undefined
                ? {}
                : { width: { size: width, type: WidthType.DXA } }),
              ...(cell.header ? { shading: { fill: "F3EEE3" } } : {}),
              children: writeCell(cell.blocks, lists),
            });
          }),
        }),
    ),
  });
}

/** A cell ends in a paragraph, or Word refuses the file. */
function writeCell(
  blocks: readonly DocxBlock[],
  lists: Lists,
): readonly (Paragraph | Table)[] {
  const written = blocks.flatMap((block) =>
    block.kind === "contents" ? [] : [writeBlock(block, lists)],
  );
  return written.at(-1) instanceof Paragraph
    ? written
    : [...written, new Paragraph({ style: "TableText", children: [] })];
}
