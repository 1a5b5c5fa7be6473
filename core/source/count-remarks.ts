import {
  REMARK_KINDS,
  type PlacedRemark,
  type RemarkKind,
  type SourceRemark,
} from "./remark";

/** How many remarks of a kind there are. */
export type RemarkCount = {
  readonly kind: RemarkKind;
  readonly count: number;
};

/** What is in the text and may be wrong there; remarks of other kinds are on what the text no longer has. */
const TO_CHECK: ReadonlySet<RemarkKind> = new Set([
  "rejoined",
  "symbol",
  "field",
  "number-format",
  "superscript",
  "footnote",
]);

/** Tells whether a remark is on words that a person should check, rather than on what was left out. */
export function isToCheck({ kind }: Pick<SourceRemark, "kind">): boolean {
  return TO_CHECK.has(kind);
}

/** Counts remarks by kind, in the order of the kinds: what was left out, and what is to be checked. */
export function countRemarks(remarks: readonly PlacedRemark[]): {
  readonly left: readonly RemarkCount[];
  readonly check: readonly RemarkCount[];
} {
  const counts = new Map<RemarkKind, number>();
  for (const { kind } of remarks) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const found = REMARK_KINDS.flatMap((kind): readonly RemarkCount[] => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
  return {
    left: found.filter((one) => !isToCheck(one)),
    check: found.filter((one) => isToCheck(one)),
  };
}
