import {
  remark,
  type RemarkKind,
  type SourceRemark,
} from "@/core/source/remark";
import { cleanText } from "@/core/text/clean-text";
import { raiseText, type Raise } from "@/core/text/raised";

/** A piece of a paragraph as its runs say it: text of one look, or a remark on the place between two texts. */
export type Piece =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly bold: boolean;
      readonly raise: Raise | null;
      readonly isShifted: boolean;
    }
  | {
      readonly kind: "remark";
      readonly remark: RemarkKind;
      readonly details: string[];
    };

/** A paragraph's text with raised characters written out. */
export type WrittenPieces = {
  readonly text: string;
  readonly remarks: readonly SourceRemark[];
  /** Where the bold text at the start ends; null while all of it is bold. */
  readonly boldEnd: number | null;
};

/** Writes pieces one after the other. Raised text of several runs is one raised text: 10 with a raised 1 and 2 is 10¹². */
export function writePieces(pieces: readonly Piece[]): WrittenPieces {
  const isAllRaised = pieces.every(
    (piece) =>
      piece.kind === "remark" ||
      piece.raise !== null ||
      piece.text.trim() === "",
  );
  const remarks: SourceRemark[] = [];
  const texts: string[] = [];
  let length = 0;
  let boldEnd: number | null = null;
  for (let index = 0; index < pieces.length;) {
    const piece = pieces[index];
    if (piece === undefined) break;
    if (piece.kind === "remark") {
      remarks.push(toRemark(piece, length));
      index += 1;
      continue;
    }
    const end = groupEnd(pieces, index);
    const group = pieces.slice(index, end);
    const text = textOf(group);
    const written = raiseGroup(text, piece, isAllRaised);
    if (!piece.bold && boldEnd === null && text.trim() !== "") boldEnd = length;
    if (!written.isExact) remarks.push(remark("superscript", length, text));
    for (const each of group)
      if (each.kind === "remark") remarks.push(toRemark(each, length));
    texts.push(written.text);
    length += written.text.length;
    index = end;
  }
  return { text: texts.join(""), remarks, boldEnd };
}

/** Joins the lines of a heading, which is one line whatever breaks it has. */
export function withoutBreaks({
  text,
  remarks,
  boldEnd,
}: WrittenPieces): WrittenPieces {
  if (!text.includes("\n")) return { text, remarks, boldEnd };
  const moved = (at: number) => text.slice(0, at).replaceAll("\n", "").length;
  return {
    text: text.replaceAll("\n", ""),
    remarks: remarks.map((one) =>
      one.at === null ? one : { ...one, at: moved(one.at) },
    ),
    boldEnd: boldEnd === null ? null : moved(boldEnd),
  };
}

type TextPiece = Extract<Piece, { kind: "text" }>;

/** The end of raised text that may be parted into runs; plain text is taken run by run. */
function groupEnd(pieces: readonly Piece[], from: number): number {
  const first = pieces[from];
  if (first?.kind !== "text" || first.raise === null) return from + 1;
  let end = from + 1;
  for (let at = from + 1; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece?.kind === "remark") continue;
    if (piece?.raise !== first.raise) break;
    end = at + 1;
  }
  return end;
}

function textOf(group: readonly Piece[]): string {
  return cleanText(
    group.map((piece) => (piece.kind === "text" ? piece.text : "")).join(""),
  );
}

/** Text that is raised without anything to be raised against, or moved by a few points, is laid out rather than raised. */
function raiseGroup(
  text: string,
  { raise, isShifted }: TextPiece,
  isAllRaised: boolean,
): { readonly text: string; readonly isExact: boolean } {
  if (raise === null) return { text, isExact: true };
  const written = raiseText(text, raise);
  const isLayout = isAllRaised || isShifted || text.includes("\n");
  return isLayout && (!written.isExact || (isAllRaised && isShifted))
    ? { text, isExact: true }
    : written;
}

function toRemark(
  { remark: kind, details }: Extract<Piece, { kind: "remark" }>,
  at: number,
): SourceRemark {
  return remark(kind, at, details.length === 0 ? null : details.join(""));
}
