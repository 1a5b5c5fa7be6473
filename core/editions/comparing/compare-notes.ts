import { plainText } from "@/core/text/rich-text";
import { compareText } from "./compare-text";
import type { ComparedNote, ComparedText } from "@/core/editions/comparison";
import type { EditionNote } from "@/core/editions/edition";
import { noteBlocks } from "@/core/editions/note-blocks";

/** Compares the notes of two editions by their ids, with the sources they cite. */
export function compareNotes(
  before: readonly EditionNote[],
  after: readonly EditionNote[],
): readonly ComparedNote[] {
  const earlier = new Map(before.map((note) => [note.id, note]));
  const there = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !there.has(id));
  return [
    ...after.flatMap((note): readonly ComparedNote[] => {
      const old = earlier.get(note.id);
      if (old === undefined)
        return [compared("added", null, note, wholeText("added", note))];
      const text = compareText(words(old), words(note));
      return text === null ? [] : [compared("changed", old, note, text)];
    }),
    ...gone.map((note) =>
      compared("removed", note, null, wholeText("removed", note)),
    ),
  ];
}

const words = (note: EditionNote) =>
  plainText({ version: 2, blocks: noteBlocks(note) });

const wholeText = (
  kind: "added" | "removed",
  note: EditionNote,
): ComparedText => [{ kind, text: words(note) }];

function compared(
  kind: ComparedNote["kind"],
  before: EditionNote | null,
  after: EditionNote | null,
  text: ComparedText,
): ComparedNote {
  const note = after ?? before;
  if (note === null) throw new Error("A note of neither edition.");
  return {
    kind,
    id: note.id,
    noteKind: note.kind,
    before: before?.number ?? null,
    after: after?.number ?? null,
    text,
  };
}
