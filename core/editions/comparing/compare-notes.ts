import { plainText } from "@/core/text/rich-text";
import { compareText } from "./compare-text";
import type { ComparedNote, ComparedText } from "@/core/editions/comparison";
import type { EditionNote } from "@/core/editions/edition";
import { noteBlocks } from "@/core/editions/note-blocks";

/** Compares the notes of two editions by their ids, with the sources they cite, in steps of a note each. */
export function* compareNotes(
  before: readonly EditionNote[],
  after: readonly EditionNote[],
): Generator<void, readonly ComparedNote[], void> {
  const earlier = new Map(before.map((note) => [note.id, note]));
  const there = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !there.has(id));
  const later: ComparedNote[] = [];
  for (const note of after) {
    const old = earlier.get(note.id) ?? null;
    const text =
      old === null
        ? wholeText("added", note)
        : compareText(words(old), words(note));
    const kind = old === null ? "added" : "changed";
    if (text !== null) later.push(compared(kind, old, note, text));
    yield;
  }
  return [
    ...later,
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
