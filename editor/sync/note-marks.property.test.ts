import {
  joinBackward,
  lift,
  splitBlock,
  toggleMark,
} from "@tiptap/pm/commands";
import { Slice, type Node } from "@tiptap/pm/model";
import {
  liftListItem,
  splitListItem,
  wrapInList,
} from "@tiptap/pm/schema-list";
import {
  Selection,
  TextSelection,
  type Command,
  type EditorState,
} from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { marksOf } from "@/core/notes/marks";
import type { NotePlace, RowMarks } from "@/core/notes/note";
import { numberNotes } from "@/core/notes/numbers";
import { insertNote } from "@/editor/commands/insert-note";
import {
  jsonFromRichText,
  richTextFromDoc,
  richTextFromJson,
  richTextFromState,
  stateFromRichText,
} from "@/editor/convert";
import { settleMarks } from "@/editor/paste";
import {
  keyOfMark,
  noteMarksIn,
  standingMarks,
} from "@/editor/queries/note-marks";
import { schema } from "@/editor/schema";
import {
  openHeadlessEditor,
  type HeadlessEditor,
} from "@/test/headless-editor";
import { NOTE_MARK } from "./embeds";

// What is proved: a mark is always just where a letter in its place would be. Each run is done twice with the same edits
// by the same two people, once with marks of notes and once with letters of their own in their stead; every letter of the
// text is used once only, so that each has an identity. If a note's neighbours are moved, it is with them; if they are
// gone, so is its mark, and the note is unplaced.

const KINDS = [
  "type",
  "erase",
  "replace",
  "split",
  "join",
  "cut",
  "copy",
  "paste",
  "bold",
  "list",
  "lift",
  "note",
  "unnote",
  "undo",
  "redo",
] as const;

type Edit = {
  readonly kind: (typeof KINDS)[number];
  readonly who: 0 | 1;
  /** In which of two paragraphs' texts; what is cut in one can be pasted into the other. */
  readonly where: 0 | 1;
  readonly from: number;
  readonly length: number;
  /** Which of the two hear of what was written so far, before this edit. */
  readonly hears: readonly [boolean, boolean];
};

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...KINDS) },
    { weight: 1, arbitrary: fc.constantFrom("type", "note", "erase") },
  ),
  who: fc.constantFrom(0, 1),
  where: fc.oneof(
    { weight: 3, arbitrary: fc.constant<0>(0) },
    { weight: 1, arbitrary: fc.constant<1>(1) },
  ),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(9),
  hears: fc.tuple(fc.boolean(), fc.boolean()),
});

/** Some fifteen edits each; the same in every run of the tests. */
const RUNS = { numRuns: 120, seed: 20251208 };

type Mode = "marks" | "letters";

/** Ids and letters of the notes of a run; the letters are used for nothing else. */
const noteId = (n: number) =>
  `0190a000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
const letterOf = (n: number) => String.fromCharCode(0xac00 + n);
const BEGINNING = richTextFromJson({
  content: [
    paragraph("ABCDEFGHIJ"),
    {
      type: "orderedList",
      content: [
        { type: "listItem", content: [paragraph("KLMNO")] },
        { type: "listItem", content: [paragraph("PQRST")] },
      ],
    },
    {
      type: "table",
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableCell", content: [paragraph("UVW")] },
            { type: "tableCell", content: [paragraph("XYZ")] },
          ],
        },
      ],
    },
    paragraph("abcdefghij"),
  ],
});

function paragraph(text: string) {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

const OTHER = richTextFromJson({ content: [paragraph("klmnopqrst")] });

/** Two people's windows on two texts, who hear of each other when the edits say so. */
function perform(mode: Mode, edits: readonly Edit[]) {
  const people = [1, 2].map((clientID) => {
    const editors = [BEGINNING, OTHER].map((text) => {
      const doc = new Y.Doc();
      doc.clientID = clientID;
      Y.applyUpdate(doc, stateFromRichText(text));
      return openHeadlessEditor(doc);
    });
    return { editors, clipboard: Slice.empty };
  });
  let letters = 0;
  let notes = 0;
  let refs = 0;
  const newRef = () => `copy${String((refs += 1)).padStart(4, "0")}`;
  const hear = (to: number) => {
    people[to]?.editors.forEach(({ doc }, index) => {
      const from = people[1 - to]?.editors[index]?.doc;
      if (from === undefined) return;
      const vector = Y.encodeStateVector(doc);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(from, vector));
    });
  };
  for (const { kind, who, where, from, length, hears } of edits) {
    hears.forEach((isHearing, index) => {
      if (isHearing) hear(index);
    });
    const person = people[who];
    const editor = person?.editors[where];
    if (person === undefined || editor === undefined) continue;
    select(editor, from, length);
    const state = editor.state();
    const newText = () => String.fromCharCode(0x4e00 + (letters += 1));
    switch (kind) {
      case "type":
        editor.dispatch(
          state.tr.insertText(newText() + newText(), state.selection.to),
        );
        break;
      case "replace":
        editor.dispatch(state.tr.insertText(newText()));
        break;
      case "erase":
        editor.dispatch(state.tr.deleteSelection());
        break;
      case "split":
        run(editor, inList(state) ? splitListItem(list()) : splitBlock);
        break;
      case "join":
        toStartOfBlock(editor);
        run(editor, joinBackward);
        break;
      case "cut":
        person.clipboard = state.selection.content();
        editor.dispatch(state.tr.deleteSelection());
        break;
      case "copy":
        person.clipboard = state.selection.content();
        break;
      case "paste": {
        const slice =
          mode === "letters"
            ? person.clipboard
            : settleMarks(person.clipboard, {
                isKnown: () => true,
                standing: standingMarks(state),
                newRef,
              });
        editor.dispatch(state.tr.replaceSelection(slice));
        break;
      }
      case "bold":
        run(editor, toggleMark(mark("bold")));
        break;
      case "list":
        run(editor, wrapInList(type("bulletList")));
        break;
      case "lift":
        run(editor, inList(state) ? liftListItem(list()) : lift);
        break;
      case "note": {
        notes += 1;
        const ref = `note${String(notes).padStart(4, "0")}`;
        run(
          editor,
          mode === "marks"
            ? insertNote(noteId(notes), ref)
            : insertLetter(letterOf(notes)),
        );
        break;
      }
      case "unnote": {
        const places = notePlaces(state.doc);
        const place = places[length % Math.max(places.length, 1)];
        if (place !== undefined)
          editor.dispatch(state.tr.delete(place, place + 1));
        break;
      }
      case "undo":
        editor.undo();
        break;
      case "redo":
        editor.redo();
        break;
    }
  }
  // Until neither has anything new for the other: an editor may mend what it hears.
  for (let round = 0; round < 4; round += 1) {
    hear(0);
    hear(1);
  }
  return { people: people.map(({ editors }) => editors), notes };
}

function select(editor: HeadlessEditor, from: number, length: number) {
  const state = editor.state();
  const { doc } = state;
  const start = Math.floor(from * doc.content.size);
  const $from = doc.resolve(start);
  const $to = doc.resolve(Math.min(start + length, doc.content.size));
  editor.dispatch(state.tr.setSelection(TextSelection.between($from, $to)));
}

function toStartOfBlock(editor: HeadlessEditor) {
  const state = editor.state();
  const start = state.selection.$from.start();
  const place = Selection.near(state.doc.resolve(start));
  editor.dispatch(state.tr.setSelection(place));
}

function run(editor: HeadlessEditor, command: Command) {
  command(editor.state(), (tr) => editor.dispatch(tr));
}

function insertLetter(letter: string): Command {
  return (state, dispatch) => {
    const { $to } = state.selection;
    if (!$to.parent.isTextblock) return false;
    const tr = state.tr.insert($to.pos, schema.text(letter, $to.marks()));
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, $to.pos + 1)));
    return true;
  };
}

function inList({ selection: { $from } }: EditorState): boolean {
  return $from.depth > 1 && $from.node(-1).type === list();
}

function type(name: string) {
  const found = schema.nodes[name];
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}
const list = () => type("listItem");
function mark(name: string) {
  const found = schema.marks[name];
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

const isLetterOfNote = (letter: string) => /[\uac00-\ud7a3]/.test(letter);

/** The places of marks, or of the letters in their stead. */
function notePlaces(doc: Node): readonly number[] {
  const places: number[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === NOTE_MARK) places.push(position);
    [...(node.text ?? "")].forEach((letter, index) => {
      if (isLetterOfNote(letter)) places.push(position + index);
    });
  });
  return places;
}

/** The structure and the letters of a document, with the letters of notes where their marks are. */
function drawn(node: Node): string {
  if (node.isText) return node.text ?? "";
  if (node.type.name === NOTE_MARK)
    return letterOf(Number.parseInt(String(node.attrs.noteId).slice(-6), 16));
  return `${node.type.name}(${node.children.map(drawn).join("")})`;
}

function check(edits: readonly Edit[]) {
  const { people, notes } = perform("marks", edits);
  const { people: others } = perform("letters", edits);
  const [one = [], two = []] = people;
  const rows = one.map((editor, index): RowMarks => {
    const seen = editor.state().doc;
    seen.check();

    // Both see the same, and so do the server and whoever opens the text later.
    const theirs = two[index];
    const letters = others[0]?.[index];
    if (theirs === undefined || letters === undefined) throw new Error("Gone.");
    expect(drawn(theirs.state().doc)).toBe(drawn(seen));
    const derived = richTextFromDoc(editor.doc);
    expect(derived).toEqual(richTextFromJson(seen.toJSON()));
    const state = Y.encodeStateAsUpdate(theirs.doc);
    expect(richTextFromState(state)).toEqual(derived);
    schema.nodeFromJSON(jsonFromRichText(derived)).check();

    // Each mark is where a letter would be.
    expect(drawn(seen)).toBe(drawn(letters.state().doc));

    // Of the same note and ref one mark counts, and each that stands there does.
    const names = marksOf(derived).map(keyOfMark);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(names)).toEqual(new Set(noteMarksIn(seen).map(keyOfMark)));
    const marks = marksOf(derived).map(({ noteId: id }): NotePlace => ({
      noteId: id,
      isFirstUse: false,
    }));
    return { rowId: `row ${index}`, marks };
  });

  // Every note has a number from 1 to n in the order of the texts, or is unplaced.
  const all = Array.from({ length: notes }, (_, index) => ({
    id: noteId(index + 1),
    kind: "translator" as const,
    deletedAt: null,
  }));
  const numbers = numberNotes(rows, all);
  const placed = new Set(
    rows.flatMap(({ marks }) => marks.map(({ noteId: id }) => id)),
  );
  expect([...numbers.values()]).toEqual(
    Array.from({ length: placed.size }, (_, index) => index + 1),
  );
  for (const { id } of all) expect(numbers.has(id)).toBe(placed.has(id));
  for (const editor of [...people, ...others].flat()) editor.destroy();
}

test("one person's edits: every mark is where a letter in its place would be", () => {
  const alone = edit.map((given): Edit => ({
    ...given,
    who: 0,
    hears: [false, false],
  }));
  fc.assert(
    fc.property(fc.array(alone, { maxLength: 30, size: "max" }), check),
    RUNS,
  );
}, 120_000);

test("two people who hear of each other late: every mark is where a letter in its place would be", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30, size: "max" }), check),
    RUNS,
  );
}, 120_000);
