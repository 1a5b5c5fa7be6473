import { SOURCE_LANGUAGE } from "@/core/editions/edition";
import { withoutBrackets } from "@/core/export/bare-spans";
import type { PartTerms } from "@/core/export/find-terms";
import { fitTable } from "@/core/export/fit-table";
import { linkAddress } from "@/core/export/link-address";
import type { PrintedBlock, PrintedText } from "@/core/export/printed-blocks";
import type { NoteSpan, Side, Span, TextSpan } from "@/core/export/spans";
import { element, escapeXml } from "@/core/export/xml";

/** What writing a text needs to know: which of both it is, the number of the paragraph, and how its terms are found. */
export type TextContext = {
  readonly side: Side;
  readonly number: number | null;
  readonly terms: PartTerms;
};

type Attributes = Readonly<Record<string, string | number | null>>;

/** The id of a term of the glossary. */
export const termId = (index: number) => `term-${index + 1}`;
/** The id of a note. */
export const noteId = (number: number) => `note-${number}`;

/** The id of a mark of a note. */
export function markId({
  number,
  side,
  reference,
}: Pick<NoteSpan, "number" | "side" | "reference">): string {
  return `${side === "source" ? "zh" : "en"}-r${number}-${reference}`;
}

/** Writes blocks, each as an element of its own; `attributesOf` says what a block at its place bears. */
export function writeTeiBlocks(
  blocks: PrintedText,
  context: TextContext,
  attributesOf: (index: number) => Attributes = () => ({}),
): string {
  return blocks
    .map((block, index) => writeBlock(block, context, attributesOf(index)))
    .join("\n");
}

function writeBlock(
  block: PrintedBlock,
  context: TextContext,
  own: Attributes,
): string {
  switch (block.kind) {
    case "paragraph":
      return element("p", own, writeTeiLine(block.spans, context));
    case "list":
      if (block.items.length === 0) return element("p", own, "");
      return element(
        "list",
        {
          ...own,
          rend: [own["rend"] ?? "", block.ordered ? "numbered" : "bulleted"]
            .join(" ")
            .trim(),
        },
        block.items
          .map((item, index) =>
            element(
              "item",
              { n: block.ordered ? block.start + index : null },
              writeTeiBlocks(item, context),
            ),
          )
          .join("\n"),
      );
    case "table": {
      const rows = fitTable(block.rows);
      // A table has a row at least.
      if (rows.length === 0) return element("p", own, "");
      const written = rows.map((row) =>
        element(
          "row",
          { role: row.every(({ header }) => header) ? "label" : null },
          row
            .map((cell) =>
              element(
                "cell",
                {
                  role: cell.header ? "label" : null,
                  cols: cell.colspan === 1 ? null : cell.colspan,
                  rows: cell.rowspan === 1 ? null : cell.rowspan,
                },
                writeTeiBlocks(cell.blocks, context),
              ),
            )
            .join(""),
        ),
      );
      return element("table", own, written.join("\n"));
    }
  }
}

/** Writes the spans of a line. */
export function writeTeiLine(
  spans: readonly Span[],
  { side, number, terms }: TextContext,
): string {
  return terms(withoutBrackets(spans), side, number)
    .map(({ term, spans: own }) => {
      const words = own.map(writeSpan).join("");
      return term === null
        ? words
        : element("term", { ref: `#${termId(term)}` }, words);
    })
    .join("");
}

function writeSpan(span: Span): string {
  switch (span.kind) {
    case "break":
      return "<lb/>";
    case "note":
      return element(
        "ref",
        {
          "xml:id": markId(span),
          type: "note",
          n: span.number,
          target: `#${noteId(span.number)}`,
        },
        String(span.number),
      );
    case "text":
      return writeWords(span);
  }
}

function writeWords(span: TextSpan): string {
  let words = span.isChinese
    ? element("foreign", { "xml:lang": SOURCE_LANGUAGE }, escapeXml(span.text))
    : escapeXml(span.text);
  const rend = [
    ...(span.bold ? ["bold"] : []),
    ...(span.italic ? ["italic"] : []),
    ...(span.position === null ? [] : [span.position]),
  ].join(" ");
  if (rend !== "") words = element("hi", { rend }, words);
  if (span.supplied) words = element("supplied", {}, words);
  const target = span.href === null ? null : linkAddress(span.href);
  return target === null ? words : element("ref", { target }, words);
}
