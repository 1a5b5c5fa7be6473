import { diffArrays } from "diff";

/** A stretch of words that two texts share, or that only one of them has. */
export type DiffPart = {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
};

/** Texts that differ in more words than this are shown as one replaced by the other: finding more takes too long. */
const MOST_EDITS = 500;

/** Compares two texts word by word; Chinese character by character. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const changes = diffArrays(split(before), split(after), {
    maxEditLength: MOST_EDITS,
  });
  if (changes === undefined)
    return [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
  return changes.map(({ added, removed, value }) => ({
    kind: kindOf(added, removed),
    text: value.join(""),
  }));
}

function kindOf(added: boolean, removed: boolean): DiffPart["kind"] {
  if (added) return "added";
  return removed ? "removed" : "same";
}

function split(text: string): string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}'’-]+|\s+|./gu) ?? [];
}
