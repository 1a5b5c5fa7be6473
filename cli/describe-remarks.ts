import { countRemarks, type RemarkCount } from "@/core/source/count-remarks";
import type { PlacedRemark, RemarkKind } from "@/core/source/remark";

/** More places are counted and not listed; --json has them all. */
const LISTED = 20;

const NAMES: Readonly<Record<RemarkKind, readonly [string, string]>> = {
  picture: ["picture", "pictures"],
  formula: ["formula", "formulas"],
  symbol: ["symbol", "symbols"],
  field: ["field", "fields"],
  "struck-out": ["struck-out passage", "struck-out passages"],
  hidden: ["hidden passage", "hidden passages"],
  "deleted-change": ["deleted passage", "deleted passages"],
  comment: ["comment", "comments"],
  footnote: ["footnote", "footnotes"],
  rejoined: ["rejoined sentence", "rejoined sentences"],
  "page-furniture": [
    "page number or running head",
    "page numbers and running heads",
  ],
  "number-format": ["list number", "list numbers"],
  "embedded-object": ["embedded object", "embedded objects"],
  superscript: ["superscript or subscript", "superscripts and subscripts"],
  ruby: ["ruby reading", "ruby readings"],
};

/** Says in one line what a reader left out and what is to be checked, then where; no line where there is nothing. */
export function describeRemarks(
  file: string,
  remarks: readonly PlacedRemark[],
): readonly string[] {
  if (remarks.length === 0) return [];
  const { left, check } = countRemarks(remarks);
  const parts = [
    ...(left.length === 0 ? [] : [`left out: ${listOf(left)}`]),
    ...(check.length === 0 ? [] : [`check ${listOf(check)}`]),
  ];
  const places = remarks.slice(0, LISTED).map(placeOf);
  const more = remarks.length - places.length;
  return [
    `${file}: ${parts.join("; ")}`,
    ...places,
    ...(more > 0 ? [`  and ${more} more: parse --json lists them all`] : []),
  ];
}

function listOf(counts: readonly RemarkCount[]): string {
  return counts
    .map(({ kind, count }) => `${count} ${NAMES[kind][count === 1 ? 0 : 1]}`)
    .join(", ");
}

function placeOf({ kind, index, detail }: PlacedRemark): string {
  const words = detail === null ? "" : `: ${detail.slice(0, 80)}`;
  return `  paragraph ${index}: ${NAMES[kind][0]}${words}`;
}
