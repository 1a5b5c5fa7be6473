import { withoutBrackets } from "@/core/export/bare-spans";
import type { PartTerms, TermPiece } from "@/core/export/find-terms";
import type { PrintedBlock, PrintedText } from "@/core/export/printed-blocks";
import type { NoteSpan, Side, Span, TextSpan } from "@/core/export/spans";
import { escapeXml } from "@/core/export/xml";

/** What words may be set as. */
export type Format =
  "bold" | "italic" | "superscript" | "subscript" | "supplied" | "link";

/** Where a part of a text begins that is more than words: a line, a paragraph, an item of a list, a row or a cell. */
export type Part = "break" | "paragraph" | "item" | "row" | "cell";

/** How a format writes what is no words; ids are unique in a unit. Contents are written already. */
export type Dialect = {
  readonly format: (
    id: string,
    format: Format,
    href: string | null,
    content: string,
  ) => string;
  readonly term: (id: string, term: number, content: string) => string;
  readonly note: (id: string, span: NoteSpan) => string;
  readonly part: (id: string, part: Part) => string;
};

/** Writes a text of a unit in one line. */
export function writeInline(
  blocks: PrintedText,
  side: Side,
  number: number | null,
  terms: PartTerms,
  dialect: Dialect,
): string {
  let count = 0;
  const nextId = () => {
    count += 1;
    return `${side === "source" ? "s" : "t"}${count}`;
  };
  const writeSpan = (span: Span): string => {
    switch (span.kind) {
      case "break":
        return dialect.part(nextId(), "break");
      case "note":
        return dialect.note(nextId(), span);
      case "text":
        return formatsOf(span).reduce(
          (content, format) =>
            dialect.format(nextId(), format, span.href, content),
          escapeXml(span.text),
        );
    }
  };
  const writePiece = ({ term, spans }: TermPiece): string => {
    const words = spans.map(writeSpan).join("");
    return term === null ? words : dialect.term(nextId(), term, words);
  };
  return piecesOf(blocks)
    .map((piece) =>
      piece.kind === "part"
        ? dialect.part(nextId(), piece.part)
        : terms(joinSpans(withoutBrackets(piece.spans)), side, number)
            .map(writePiece)
            .join(""),
    )
    .join("");
}

/** Joins what is set alike: which words are Chinese needs no code. */
function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isAlike =
      span.kind === "text" &&
      last?.kind === "text" &&
      last.href === span.href &&
      formatsOf(last).join() === formatsOf(span).join();
    if (isAlike)
      joined[joined.length - 1] = { ...last, text: last.text + span.text };
    else joined.push(span);
  }
  return joined;
}

/** From the innermost on. */
function formatsOf(span: TextSpan): readonly Format[] {
  return [
    ...(span.position === null ? [] : [span.position]),
    ...(span.supplied ? (["supplied"] as const) : []),
    ...(span.italic ? (["italic"] as const) : []),
    ...(span.bold ? (["bold"] as const) : []),
    ...(span.href === null ? [] : (["link"] as const)),
  ];
}

type Piece =
  | { readonly kind: "line"; readonly spans: readonly Span[] }
  | { readonly kind: "part"; readonly part: Part };

const partOf = (part: Part): Piece => ({ kind: "part", part });

/** The lines of blocks with what begins before each; nothing begins before the first paragraph. */
function piecesOf(blocks: PrintedText): readonly Piece[] {
  return blocks.flatMap((block, index): readonly Piece[] => {
    const isFirst = index === 0;
    const inner = piecesOfBlock(block);
    return isFirst || block.kind !== "paragraph"
      ? inner
      : [partOf("paragraph"), ...inner];
  });
}

function piecesOfBlock(block: PrintedBlock): readonly Piece[] {
  switch (block.kind) {
    case "paragraph":
      return [{ kind: "line", spans: block.spans }];
    case "list":
      return block.items.flatMap((item) => [partOf("item"), ...piecesOf(item)]);
    case "table":
      return block.rows.flatMap((row) =>
        row.flatMap((cell, index) => [
          partOf(index === 0 ? "row" : "cell"),
          ...piecesOf(cell.blocks),
        ]),
      );
  }
}
