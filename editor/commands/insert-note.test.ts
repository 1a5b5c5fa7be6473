import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { plainText, richTextFromPlain } from "@/core/text/rich-text";
import { jsonFromRichText, richTextFromJson } from "@/editor/convert";
import { newRef } from "@/editor/new-ref";
import { noteMarksIn } from "@/editor/queries/note-marks";
import { schema } from "@/editor/schema";
import { NOTE_REF } from "@/core/text/rich-text";
import { insertNote, removeNote } from "./insert-note";
import { insertTerm } from "./insert-term";

const NOTE = "0190a000-0000-7000-8000-000000000001";
const OTHER = "0190a000-0000-7000-8000-000000000002";

function stateWith(text: string, from: number, to = from): EditorState {
  const given = richTextFromPlain(text, { supplied: true });
  const doc = schema.nodeFromJSON(jsonFromRichText(given));
  const state = EditorState.create({ doc });
  const selection = TextSelection.create(doc, from + 1, to + 1);
  return state.apply(state.tr.setSelection(selection));
}

function run(state: EditorState, command: ReturnType<typeof insertNote>) {
  let next = state;
  const done = command(state, (tr) => {
    next = state.apply(tr);
  });
  return { done, state: next };
}

const runsOf = ({ doc }: EditorState) => {
  const [block] = richTextFromJson(doc.toJSON()).blocks;
  return block?.kind === "paragraph" ? block.runs : [];
};

test("a note's mark goes behind the selection, and the caret behind the mark", () => {
  const { done, state } = run(
    stateWith("five chains", 0, 4),
    insertNote(NOTE, "ref001"),
  );
  expect(done).toBe(true);
  expect(runsOf(state)).toMatchObject([
    { text: "five" },
    { kind: "note", noteId: NOTE, ref: "ref001" },
    { text: " chains" },
  ]);
  expect(state.selection.empty).toBe(true);
  expect(state.selection.from).toBe(6);
  expect(state.selection.$from.nodeBefore?.attrs.noteId).toBe(NOTE);
  const typed = state.apply(state.tr.insertText("!"));
  expect(plainText(richTextFromJson(typed.doc.toJSON()))).toBe("five! chains");
});

test("a mark stands behind the word, not behind the blank after it, and one goes on writing where one was", () => {
  for (const [from, to] of [
    [0, 5],
    [5, 5],
  ] as const) {
    const { state } = run(
      stateWith("five chains", from, to),
      insertNote(NOTE, "ref001"),
    );
    expect(runsOf(state)).toMatchObject([
      { text: "five" },
      { kind: "note" },
      { text: " chains" },
    ]);
    const typed = state.apply(state.tr.insertText("!"));
    expect(plainText(richTextFromJson(typed.doc.toJSON()))).toBe(
      "five !chains",
    );
  }
  const { state } = run(stateWith("five", 0), insertNote(NOTE, "ref001"));
  expect(runsOf(state)).toMatchObject([{ kind: "note" }, { text: "five" }]);
});

test("in the midst of supplied words a mark does not part their brackets", () => {
  const { state } = run(
    stateWith("[five chains]", 4),
    insertNote(NOTE, "ref001"),
  );
  expect(plainText(richTextFromJson(state.doc.toJSON()))).toBe("[five chains]");
  const again = schema.nodeFromJSON(
    jsonFromRichText(richTextFromJson(state.doc.toJSON())),
  );
  expect(again.eq(state.doc)).toBe(true);
});

test("an id or ref that is none sets no mark", () => {
  for (const [id, ref] of [
    ["x", "ref001"],
    [NOTE, "REF"],
    [NOTE, ""],
  ] as const)
    expect(run(stateWith("five", 0), insertNote(id, ref)).done).toBe(false);
  for (let n = 0; n < 100; n += 1) expect(newRef()).toMatch(NOTE_REF);
});

test("removing a note takes all its marks or the one that is named, and leaves those of others", () => {
  let state = stateWith("one two three", 3);
  for (const [id, ref] of [
    [NOTE, "ref001"],
    [OTHER, "ref001"],
    [NOTE, "ref002"],
  ] as const)
    state = run(state, insertNote(id, ref)).state;
  const one = run(state, removeNote(NOTE, "ref002"));
  expect(noteMarksIn(one.state.doc).map(({ ref }) => ref)).toEqual([
    "ref001",
    "ref001",
  ]);
  const all = run(state, removeNote(NOTE));
  expect(noteMarksIn(all.state.doc).map(({ noteId }) => noteId)).toEqual([
    OTHER,
  ]);
  expect(noteMarksIn(all.state.doc)).not.toContainEqual(
    expect.objectContaining({ noteId: NOTE }),
  );
  expect(run(all.state, removeNote(NOTE)).done).toBe(false);
});

test("a term put in behind a mark is parted from the word before it", () => {
  const { state } = run(stateWith("the", 3), insertNote(NOTE, "ref001"));
  const term = run(state, insertTerm("five chains"));
  expect(plainText(richTextFromJson(term.state.doc.toJSON()))).toBe(
    "the five chains",
  );
});
