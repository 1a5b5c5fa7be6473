import { joinPieces } from "@/core/text/join";
import type { Correction } from "./correction";
import type { SourceParagraph } from "./paragraph";
import type { PlacedRemark } from "./remark";

/** Moves remarks to where their places are after a correction that changed the paragraphs `before`. */
export function followCorrection(
  remarks: readonly PlacedRemark[],
  correction: Correction,
  before: readonly SourceParagraph[],
): readonly PlacedRemark[] {
  if (remarks.length === 0) return remarks;
  switch (correction.kind) {
    case "merge":
      return followMerge(remarks, correction.index, before);
    case "split":
      return followSplit(remarks, correction, before);
    case "drop":
      // What was left out beside a paragraph is left out with it.
      return remarks.flatMap((remark) => {
        if (remark.index === correction.index) return [];
        return [moved(remark, correction.index, -1)];
      });
    case "set-kind":
    case "set-level":
    case "set-run-in":
    case "set-metadata":
      return remarks;
  }
}

function moved(remark: PlacedRemark, above: number, by: number): PlacedRemark {
  return remark.index > above
    ? { ...remark, index: remark.index + by }
    : remark;
}

function followMerge(
  remarks: readonly PlacedRemark[],
  index: number,
  before: readonly SourceParagraph[],
): readonly PlacedRemark[] {
  const above = before[index - 1]?.text ?? "";
  const below = before[index]?.text ?? "";
  const from = joinPieces(above, below).length - below.length;
  return remarks.map((remark) => {
    if (remark.index !== index) return moved(remark, index, -1);
    const at = remark.at === null ? null : remark.at + from;
    return { ...remark, index: index - 1, at };
  });
}

function followSplit(
  remarks: readonly PlacedRemark[],
  { index, at }: Extract<Correction, { kind: "split" }>,
  before: readonly SourceParagraph[],
): readonly PlacedRemark[] {
  const text = before[index]?.text ?? "";
  const first = text.slice(0, at).trimEnd().length;
  const second = text.length - text.slice(at).trimStart().length;
  return remarks.map((remark) => {
    if (remark.index !== index) return moved(remark, index, 1);
    if (remark.at === null) return remark;
    return remark.at < at
      ? { ...remark, at: Math.min(remark.at, first) }
      : { ...remark, index: index + 1, at: Math.max(0, remark.at - second) };
  });
}
