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
  return joinChanges(
    changes.map(({ added, removed, value }) => ({
      kind: kindOf(added, removed),
      text: value.join(""),
    })),
  );
}

/**
 * Joins changes that nothing but blanks parts: two words that replace two others are read as one change, not as two with
 * a blank between them that stayed. Of each change what was removed stands first.
 */
function joinChanges(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = "";
  let added = "";
  const end = () => {
    if (removed !== "") joined.push({ kind: "removed", text: removed });
    if (added !== "") joined.push({ kind: "added", text: added });
    removed = "";
    added = "";
  };
  for (const [index, { kind, text }] of parts.entries()) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (
      text.trim() === "" &&
      removed !== "" &&
      added !== "" &&
      parts[index + 1] !== undefined
    ) {
      removed += text;
      added += text;
    } else {
      end();
      joined.push({ kind, text });
    }
  }
  end();
  return joined;
}

function kindOf(added: boolean, removed: boolean): DiffPart["kind"] {
  if (added) return "added";
  return removed ? "removed" : "same";
}

function split(text: string): string[] {
  return text.match(/\p{Script=Han}|[\p{L}\p{N}'’-]+|\s+|./gu) ?? [];
}
