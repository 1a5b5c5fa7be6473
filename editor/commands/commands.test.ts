import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import {
  plainText,
  richTextFromPlain,
  type RichText,
} from "@/core/text/rich-text";
import { jsonFromRichText, richTextFromJson } from "@/editor/convert";
import { schema } from "@/editor/schema";
import { insertTerm, spacedTerm } from "./insert-term";
import { linkAt, setLink } from "./set-link";

function stateWith(text: string, from: number, to = from): EditorState {
  const doc = schema.nodeFromJSON(jsonFromRichText(richTextFromPlain(text)));
  const state = EditorState.create({ doc });
  // Inside the first paragraph: offset 0 of the text is position 1.
  const selection = TextSelection.create(doc, from + 1, to + 1);
  return state.apply(state.tr.setSelection(selection));
}

function run(
  state: EditorState,
  command: ReturnType<typeof insertTerm>,
): { done: boolean; state: EditorState } {
  let next = state;
  const done = command(state, (tr) => {
    next = state.apply(tr);
  });
  return { done, state: next };
}

const read = ({ doc }: EditorState): RichText => richTextFromJson(doc.toJSON());

test("a term is parted from the words around it, not from punctuation and Chinese quotation marks", () => {
  expect(spacedTerm("e", "five chains", "w")).toBe(" five chains ");
  expect(spacedTerm(" ", "five chains", ".")).toBe("five chains");
  expect(spacedTerm("“", "five chains", "”")).toBe("five chains");
  expect(spacedTerm("", "(new) quality", "")).toBe("(new) quality");
  expect(spacedTerm("5", "trillion", "")).toBe(" trillion");
});

test("a term takes the place of the selection", () => {
  const { state } = run(
    stateWith("Use the X chain here", 8, 9),
    insertTerm("五链"),
  );
  expect(plainText(read(state))).toBe("Use the 五链 chain here");
  const typed = run(stateWith("Use the", 7), insertTerm("five chains"));
  expect(plainText(read(typed.state))).toBe("Use the five chains");
});

test("a link is set on the selection, changed at the caret, and taken away", () => {
  const linked = run(
    stateWith("See the plan", 8, 12),
    setLink(" https://www.qz.gov.cn/ "),
  );
  expect(linked.done).toBe(true);
  expect(read(linked.state).blocks[0]).toMatchObject({
    runs: [
      { text: "See the ", href: null },
      { text: "plan", href: "https://www.qz.gov.cn/" },
    ],
  });
  const inside = linked.state.apply(
    linked.state.tr.setSelection(TextSelection.create(linked.state.doc, 11)),
  );
  expect(linkAt(inside)).toBe("https://www.qz.gov.cn/");
  const changed = run(inside, setLink("mailto:office@example.org"));
  expect(linkAt(changed.state)).toBe("mailto:office@example.org");
  expect(linkAt(run(changed.state, setLink(null)).state)).toBeNull();
});

test("an address that is not allowed sets nothing", () => {
  for (const address of [
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "",
    "https://a b",
  ]) {
    const { done, state } = run(
      stateWith("See the plan", 8, 12),
      setLink(address),
    );
    expect(done).toBe(false);
    expect(JSON.stringify(state.doc.toJSON())).not.toContain("link");
  }
});

test("superscript and subscript exclude each other", () => {
  const { superscript, subscript } = schema.marks;
  const set = subscript
    ?.create()
    .addToSet(superscript ? [superscript.create()] : []);
  expect(set?.map(({ type }) => type.name)).toEqual(["subscript"]);
});
