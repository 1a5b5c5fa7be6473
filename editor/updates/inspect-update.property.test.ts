import { splitBlock, toggleMark, joinBackward } from "@tiptap/pm/commands";
import {
  liftListItem,
  sinkListItem,
  splitListItem,
  wrapInList,
} from "@tiptap/pm/schema-list";
import { TextSelection, type Command } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { stateFromRichText } from "@/editor/convert";
import { schema } from "@/editor/schema";
import { FUZZ } from "@/test/fuzz";
import {
  openHeadlessEditor,
  type HeadlessEditor,
} from "@/test/headless-editor";
import { inspectUpdate } from "./inspect-update";

const { listItem, bulletList, orderedList } = schema.nodes;
const COMMANDS: readonly Command[] = [
  splitBlock,
  joinBackward,
  wrapInList(bulletList!),
  wrapInList(orderedList!),
  splitListItem(listItem!),
  sinkListItem(listItem!),
  liftListItem(listItem!),
  ...Object.values(schema.marks).map((mark) =>
    toggleMark(mark, mark.name === "link" ? { href: "https://a.example" } : {}),
  ),
];

type Edit = {
  readonly who: number;
  readonly kind: number;
  readonly at: number;
  readonly length: number;
  readonly hears: boolean;
};

const edits = fc.array(
  fc.record({
    who: fc.integer({ min: 0, max: 1 }),
    kind: fc.integer({ min: 0, max: COMMANDS.length + 5 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    hears: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

function make(editor: HeadlessEditor, edit: Edit): void {
  const dispatch: HeadlessEditor["dispatch"] = (tr) => editor.dispatch(tr);
  const state = editor.state();
  const { doc } = state;
  const from = Math.round(edit.at * doc.content.size);
  const to = Math.min(from + edit.length, doc.content.size);
  const selection = TextSelection.between(doc.resolve(from), doc.resolve(to));
  dispatch(state.tr.setSelection(selection));
  const command = COMMANDS[edit.kind];
  if (command !== undefined) {
    command(editor.state(), dispatch);
    return;
  }
  if (edit.kind === COMMANDS.length) editor.undo();
  else if (edit.kind === COMMANDS.length + 1) editor.redo();
  else if (edit.kind === COMMANDS.length + 2)
    dispatch(editor.state().tr.deleteSelection());
  else dispatch(editor.state().tr.insertText("链 a\u{20000}"));
}

/** A server that looks at each update before it applies it. */
function take(server: Y.Doc, update: Uint8Array): void {
  expect(inspectUpdate(server, update)).not.toBeNull();
  Y.applyUpdate(server, update);
  expect(server.store.pendingStructs).toBeNull();
}

test("whatever two editors write, at once and late, is never refused", () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const state = stateFromRichText({
        version: 2,
        blocks: [
          {
            kind: "paragraph",
            runs: [{ kind: "text", text: "Old words", marks: [], href: null }],
          },
        ],
      });
      const server = new Y.Doc();
      Y.applyUpdate(server, state);
      const editors = [1, 2].map((client) => {
        const doc = new Y.Doc();
        doc.clientID = client;
        Y.applyUpdate(doc, state);
        return openHeadlessEditor(doc);
      });
      for (const edit of steps) {
        const editor = editors[edit.who];
        if (editor === undefined) continue;
        make(editor, edit);
        if (!edit.hears) continue;
        const { doc } = editor;
        take(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
      }
      for (const { doc } of editors)
        take(server, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server)));
      // A whole resync overlaps what is known.
      for (const { doc } of editors) take(server, Y.encodeStateAsUpdate(doc));
      for (const editor of editors) editor.destroy();
    }),
    { numRuns: FUZZ.runs * 2, seed: FUZZ.seed },
  );
}, 120_000);

test("whatever passes is applied without an exception, and can be written again", () => {
  const base = new Y.Doc();
  base.clientID = 1;
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText("Old words");
  paragraph.insert(0, [text]);
  base.getXmlFragment("default").insert(0, [paragraph]);
  text.format(2, 3, { bold: {} });
  text.delete(1, 2);
  const state = Y.encodeStateAsUpdate(base);
  const writer = new Y.Doc();
  writer.clientID = 1;
  Y.applyUpdate(writer, state);
  const written = writer.getXmlFragment("default").get(0) as Y.XmlElement;
  (written.get(0) as Y.XmlText).insert(3, "new", { italic: {} });
  written.insert(1, [new Y.XmlElement("hardBreak"), new Y.XmlText("more")]);
  const valid = Y.encodeStateAsUpdate(writer);
  let passed = 0;
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.nat(valid.length - 1),
          fc.oneof(
            fc.integer({ min: 0, max: 255 }),
            fc.constantFrom(0, 1, 2, 4, 7, 132, 196),
          ),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      (bytes) => {
        const update = valid.slice();
        for (const [at, byte] of bytes) update[at] = byte;
        const doc = new Y.Doc();
        Y.applyUpdate(doc, state);
        const found = inspect(doc, update);
        if (found === null) return;
        passed += 1;
        Y.applyUpdate(doc, update);
        Y.encodeStateAsUpdate(doc);
        expect(doc._transactionCleanups).toEqual([]);
      },
    ),
    { numRuns: FUZZ.runs * 150, seed: FUZZ.seed },
  );
  expect(passed).toBeGreaterThan(100);
}, 120_000);

function inspect(doc: Y.Doc, update: Uint8Array) {
  try {
    return inspectUpdate(doc, update);
  } catch {
    return null;
  }
}
