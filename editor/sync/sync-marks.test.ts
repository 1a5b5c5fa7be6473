import { Editor } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import {
  plainText,
  richTextFromPlain,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import { insertNote, removeNote } from "@/editor/commands/insert-note";
import {
  richTextFromDoc,
  stateFromRichText,
  writeRichText,
} from "@/editor/convert";
import { noteMarksIn } from "@/editor/queries/note-marks";
import { extensions, FRAGMENT, schema } from "@/editor/schema";
import {
  openHeadlessEditor,
  type HeadlessEditor,
} from "@/test/headless-editor";

const NOTE = "0190a000-0000-7000-8000-000000000001";
const OTHER = "0190a000-0000-7000-8000-000000000002";

const open: HeadlessEditor[] = [];
afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy();
});

/** Windows on one text that hear of each other when told. */
function windows(text: RichText, count = 2) {
  const editors = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc();
    doc.clientID = index + 1;
    Y.applyUpdate(doc, stateFromRichText(text));
    const editor = openHeadlessEditor(doc);
    open.push(editor);
    return editor;
  });
  const meet = () => {
    for (const from of editors)
      for (const to of editors)
        Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc));
  };
  return { editors, meet };
}

const change = (
  editor: HeadlessEditor | undefined,
  make: (tr: Transaction) => Transaction,
) => {
  if (editor !== undefined) editor.dispatch(make(editor.state().tr));
};

/** Puts a mark behind this many letters of the first paragraph. */
function mark(editor: HeadlessEditor | undefined, at: number, note = NOTE) {
  change(editor, (tr) => tr.setSelection(TextSelection.create(tr.doc, at + 1)));
  if (editor !== undefined)
    insertNote(note, "ref001")(editor.state(), (tr) => editor.dispatch(tr));
}

/** The text with the marks as [1] and [2]. */
function drawn(editor: HeadlessEditor | undefined): string {
  const { blocks } = richTextFromDoc(editor?.doc ?? new Y.Doc());
  const draw = (run: Run) => {
    if (run.kind === "break") return "/";
    if (run.kind === "text") return run.text;
    return `[${run.noteId === NOTE ? 1 : 2}]`;
  };
  return blocks
    .map((block) =>
      block.kind === "paragraph" ? block.runs.map(draw).join("") : "",
    )
    .join("|");
}

test("a mark is one unit of the shared text: the paragraph stays one text", () => {
  const { editors } = windows(richTextFromPlain("five chains"));
  mark(editors[0], 4);
  const paragraph = editors[0]?.doc.getXmlFragment(FRAGMENT).get(0);
  expect((paragraph as Y.XmlElement).length).toBe(1);
  expect(drawn(editors[0])).toBe("five[1] chains");
});

test("what another person writes behind a place at the moment a mark is set there stays where it was written", () => {
  const { editors, meet } = windows(richTextFromPlain("five chains"));
  mark(editors[0], 4);
  change(editors[1], (tr) => tr.insertText(" strong", 12));
  change(editors[1], (tr) => tr.delete(1, 3));
  meet();
  expect(drawn(editors[0])).toBe("ve[1] chains strong");
  expect(drawn(editors[1])).toBe("ve[1] chains strong");
});

test("taking a mark away while another person writes behind it loses no word", () => {
  const { editors, meet } = windows(richTextFromPlain("five chains"));
  mark(editors[0], 4);
  meet();
  change(editors[1], (tr) => tr.insertText(" of Quzhou", 13));
  removeNote(NOTE)(editors[0]?.state() as never, (tr) =>
    editors[0]?.dispatch(tr),
  );
  meet();
  expect(drawn(editors[0])).toBe("five chains of Quzhou");
  expect(drawn(editors[1])).toBe("five chains of Quzhou");
});

test("two people set marks in one paragraph at once, and both stand where they were set", () => {
  const { editors, meet } = windows(richTextFromPlain("one two three"));
  mark(editors[0], 3);
  mark(editors[1], 7, OTHER);
  meet();
  expect(drawn(editors[0])).toBe("one[1] two[2] three");
  expect(drawn(editors[1])).toBe("one[1] two[2] three");
});

test("a word replaced between two marks by one leaves the mark that another takes away gone, and the other one there", () => {
  const { editors, meet } = windows(richTextFromPlain("one two three"));
  mark(editors[0], 3);
  mark(editors[0], 8, OTHER);
  meet();
  // The first person deletes a mark and the word behind it; the second deletes that mark.
  change(editors[0], (tr) => tr.delete(4, 9));
  removeNote(NOTE)(editors[1]?.state() as never, (tr) =>
    editors[1]?.dispatch(tr),
  );
  meet();
  expect(drawn(editors[0])).toBe("one[2] three");
});

test("deleting a mark with the words around it leaves the note without a place, and undo brings it back", () => {
  const { editors } = windows(richTextFromPlain("five chains"), 1);
  const [editor] = editors;
  mark(editor, 4);
  change(editor, (tr) => tr.delete(2, 9));
  expect(drawn(editor)).toBe("fains");
  editor?.undo();
  expect(drawn(editor)).toBe("five[1] chains");
  editor?.redo();
  expect(drawn(editor)).toBe("fains");
});

test("bold over a mark and its words does not part or lose it", () => {
  const { editors, meet } = windows(richTextFromPlain("five chains"));
  mark(editors[0], 4);
  meet();
  const bold = editors[0]?.state().schema.marks.bold;
  if (bold === undefined) throw new Error("There is no bold.");
  change(editors[0], (tr) => tr.addMark(1, 8, bold.create()));
  change(editors[1], (tr) => tr.insertText("!", 6));
  meet();
  expect(drawn(editors[1])).toBe("five[1]! chains");
  expect(richTextFromDoc(editors[1]?.doc ?? new Y.Doc()).blocks).toHaveLength(
    1,
  );
});

test("a caret behind words that others delete, with formats that nothing carries any more, stays where it was", () => {
  const { editors, meet } = windows(richTextFromPlain("five chains\nend"));
  const bold = schema.marks.bold;
  if (bold === undefined) throw new Error("There is no bold.");
  mark(editors[1], 0);
  change(editors[1], (tr) => tr.addMark(1, 4, bold.create()));
  change(editors[0], (tr) => tr.delete(1, 6));
  change(editors[1], (tr) => {
    const end = tr.doc.content.size - 1;
    return tr.setSelection(TextSelection.create(tr.doc, end));
  });
  meet();
  expect(drawn(editors[1])).toBe("[1]chains|end");
  const { $head } = editors[1]?.state().selection ?? {};
  expect($head?.parent.textContent).toBe("end");
  expect($head?.parentOffset).toBe(3);
});

test("what is embedded but no mark of a note takes no words with it", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stateFromRichText(richTextFromPlain("five chains")));
  const paragraph = doc.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement;
  const text = paragraph.get(0) as Y.XmlText;
  text.insertEmbed(4, { image: "javascript:alert(1)" });
  text.insertEmbed(0, { noteMark: { noteId: { toString: "x" }, ref: 7 } });
  text.insertEmbed(0, {
    noteMark: { noteId: NOTE.toUpperCase(), ref: "ref001" },
  });
  const editor = openHeadlessEditor(doc);
  open.push(editor);
  expect(plainText(richTextFromDoc(doc))).toBe("five chains");
  expect(drawn(editor)).toBe("[1]five chains");
  expect(noteMarksIn(editor.state().doc)).toEqual([
    { noteId: NOTE, ref: "ref001", position: 1 },
  ]);
  change(editor, (tr) => tr.insertText("!", 4));
  expect(plainText(richTextFromDoc(doc))).toContain("!");
});

test("what the server writes keeps the marks that stay, for whoever writes around them", () => {
  const { editors, meet } = windows(richTextFromPlain("five chains"));
  mark(editors[0], 4);
  meet();
  const given = richTextFromDoc(editors[0]?.doc ?? new Y.Doc());
  const [block] = given.blocks;
  const runs = block?.kind === "paragraph" ? block.runs : [];
  const words: Run = { kind: "text", text: "The ", marks: [], href: null };
  change(editors[1], (tr) => tr.insertText(" of Quzhou", 13));
  if (editors[0] !== undefined)
    writeRichText(editors[0].doc, {
      version: 2,
      blocks: [{ kind: "paragraph", runs: [words, ...runs] }],
    });
  meet();
  expect(drawn(editors[1])).toBe("The five[1] chains of Quzhou");
});

test("the editor that ships writes marks this way", () => {
  // Its keys ask on which system they are.
  vi.stubGlobal("navigator", { platform: "Linux", userAgent: "" });
  const document = new Y.Doc();
  Y.applyUpdate(document, stateFromRichText(richTextFromPlain("five chains")));
  const shipped = new Editor({
    element: null,
    // Read from JSON, nothing asks for a page.
    content: { type: "doc", content: [{ type: "paragraph" }] },
    extensions: [
      ...extensions,
      Collaboration.configure({ document, field: FRAGMENT }),
    ],
  });
  const { plugins } = shipped.extensionManager;
  const state = EditorState.create({ schema: shipped.schema, plugins });
  const { binding } = ySyncPluginKey.getState(state) as { binding: object };
  // Its own, in place of the one of its class.
  expect(Object.keys(binding)).toContain("_prosemirrorChanged");
  const embed = { noteMark: { noteId: NOTE, ref: "ref001" } };
  expect(shipped.schema.text(embed as never).attrs).toEqual(embed.noteMark);
  shipped.destroy();
  vi.unstubAllGlobals();
});
