import fc from "fast-check";
import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import {
  isEmptyRichText,
  MARKS,
  plainText,
  richTextFromPlain,
  RichTextSchema,
  type Block,
  type Cell,
  type RichText,
  type Run,
} from "@/core/text/rich-text";
import {
  jsonFromRichText,
  normalizeRichText,
  richTextFromDoc,
  richTextFromJson,
  richTextFromState,
  stateFromRichText,
  writeRichText,
} from "./convert";
import { FRAGMENT, schema } from "./schema";

const words = fc.oneof(
  fc.constantFrom(
    "We will ",
    "五链融合",
    "“十五五”",
    " ",
    "𠮷野家",
    "a\u0000b",
    "half\ud800",
    "one\ntwo",
    "tab\there",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
);

const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 5, arbitrary: textRun() },
  { weight: 1, arbitrary: fc.constant<Run>({ kind: "break" }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("note" as const),
      noteId: fc.uuid(),
      // Few, so that doubles are met.
      ref: fc.constantFrom("abc123", "firstuse", "not a ref"),
    }),
  },
);

function textRun(): fc.Arbitrary<Run> {
  return fc.record({
    kind: fc.constant("text" as const),
    text: words,
    marks: fc.subarray([...MARKS]),
    href: fc.option<string>(
      fc.constantFrom(
        "https://www.qz.gov.cn/",
        "mailto:a@b.cn",
        "javascript:alert(1)",
        // Half a character can be typed into shared text, but not stored.
        "https://example.org/\ud800",
      ),
    ),
  });
}

const paragraph: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant("paragraph" as const),
  runs: fc.array(run, { maxLength: 5 }),
});

const { inner } = fc.letrec<{ inner: Block; list: Block }>((tie) => ({
  inner: fc.oneof({ maxDepth: 4 }, paragraph, tie("list")),
  list: fc.record({
    kind: fc.constant("list" as const),
    ordered: fc.boolean(),
    start: fc.nat(20),
    items: fc.array(fc.array(tie("inner"), { maxLength: 3 }), { maxLength: 3 }),
  }),
}));

const cell: fc.Arbitrary<Cell> = fc.record({
  header: fc.boolean(),
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 3 }),
  blocks: fc.array(inner, { maxLength: 2 }),
});

const table: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant("table" as const),
  rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }),
});

const richText: fc.Arbitrary<RichText> = fc.record({
  version: fc.constant(2 as const),
  blocks: fc.array(
    fc.oneof({ weight: 4, arbitrary: inner }, { weight: 1, arbitrary: table }),
    { maxLength: 4 },
  ),
});

test("rich text survives the way through the editor's form unchanged", () => {
  fc.assert(
    fc.property(richText, (given) => {
      const normal = normalizeRichText(given);
      expect(normalizeRichText(normal)).toEqual(normal);
      expect(richTextFromJson(jsonFromRichText(normal))).toEqual(normal);
      expect(RichTextSchema.parse(normal)).toEqual(normal);
    }),
  );
});

test("every rich text is a valid document of the schema", () => {
  fc.assert(
    fc.property(richText, (given) => {
      const node = schema.nodeFromJSON(jsonFromRichText(given));
      node.check();
      expect(richTextFromJson(node.toJSON())).toEqual(normalizeRichText(given));
    }),
  );
});

test("rich text survives the way through a live text, and the editor reads the same there", () => {
  fc.assert(
    fc.property(richText, (given) => {
      const state = stateFromRichText(given);
      expect(richTextFromState(state)).toEqual(normalizeRichText(given));
      const doc = new Y.Doc();
      Y.applyUpdate(doc, state);
      const node = yXmlFragmentToProseMirrorRootNode(
        doc.getXmlFragment(FRAGMENT),
        schema,
      );
      expect(richTextFromJson(node.toJSON())).toEqual(normalizeRichText(given));
    }),
    { numRuns: 60 },
  );
});

test("seeding one text twice gives the same bytes, so that its words are there once", () => {
  const given = richTextFromPlain("Let the [five] chains work.\n五链融合", {
    supplied: true,
  });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stateFromRichText(given));
  Y.applyUpdate(doc, stateFromRichText(given));
  expect(richTextFromDoc(doc)).toEqual(given);
  expect(stateFromRichText(given)).toEqual(stateFromRichText(given));
});

test("two texts that differ never share the ids of their seeds", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stateFromRichText(richTextFromPlain("One")));
  Y.applyUpdate(doc, stateFromRichText(richTextFromPlain("Two")));
  expect(plainText(richTextFromDoc(doc)).split("\n").sort()).toEqual([
    "One",
    "Two",
  ]);
});

test("writing a text changes only what differs", () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, stateFromRichText(richTextFromPlain("First\nSecond")));
  const before = Y.encodeStateVector(doc);
  writeRichText(doc, richTextFromPlain("First\nSecond line"));
  expect(plainText(richTextFromDoc(doc))).toBe("First\nSecond line");
  expect(Y.encodeStateAsUpdate(doc, before).byteLength).toBeLessThan(60);
});

test("anything at all becomes rich text without throwing", () => {
  const types = fc.constantFrom(
    "doc",
    "paragraph",
    "text",
    "hardBreak",
    "bulletList",
    "orderedList",
    "listItem",
    "table",
    "tableRow",
    "tableCell",
    "heading",
    "image",
    "video",
    "__proto__",
    7,
    null,
  );
  const { node } = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5 },
      fc.anything(),
      fc.record(
        {
          type: types,
          text: fc.oneof(fc.string(), fc.anything()),
          marks: fc.oneof(
            fc.array(
              fc.record({
                type: fc.oneof(
                  fc.constantFrom(...MARKS, "link", "code"),
                  fc.anything(),
                ),
                attrs: fc.anything(),
              }),
            ),
            fc.anything(),
          ),
          attrs: fc.oneof(
            fc.record({
              colspan: fc.anything(),
              rowspan: fc.integer(),
              start: fc.double(),
            }),
            fc.anything(),
          ),
          content: fc.oneof(fc.array(tie("node")), fc.anything()),
        },
        { requiredKeys: [] },
      ),
    ),
  }));
  fc.assert(
    fc.property(node, (given) => {
      const made = richTextFromJson({ content: [given] });
      expect(RichTextSchema.safeParse(made).success).toBe(true);
      schema.nodeFromJSON(jsonFromRichText(made)).check();
    }),
    { numRuns: 500 },
  );
});

test("what the schema does not know loses its form and keeps its words", () => {
  const text = (value: string, ...marks: object[]) => ({
    type: "text",
    text: value,
    marks,
  });
  const made = richTextFromJson({
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 1 }, content: [text("Title")] },
      { type: "image", attrs: { src: "x" } },
      {
        type: "blockquote",
        content: [
          {
            type: "paragraph",
            content: [text("Said", { type: "code" }, { type: "bold" })],
          },
        ],
      },
      {
        type: "paragraph",
        content: [
          text("go", { type: "link", attrs: { href: "javascript:alert(1)" } }),
        ],
      },
      text("loose"),
    ],
  });
  expect(plainText(made)).toBe("Title\nSaid\ngo\nloose");
  expect(made.blocks[1]).toEqual({
    kind: "paragraph",
    runs: [{ kind: "text", text: "Said", marks: ["bold"], href: null }],
  });
  expect(made.blocks[2]).toEqual({
    kind: "paragraph",
    runs: [{ kind: "text", text: "go", marks: [], href: null }],
  });
});

test("whatever a client puts into a live text is read without throwing", () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment(FRAGMENT);
  const deep = (levels: number): Y.XmlElement => {
    const list = new Y.XmlElement("bulletList");
    list.insert(0, [levels === 0 ? new Y.XmlText("bottom") : deep(levels - 1)]);
    return list;
  };
  const text = new Y.XmlText();
  text.insertEmbed(0, { image: "x" });
  text.insert(1, "raised", {
    superscript: {},
    subscript: {},
    "note--h4sh": {},
  });
  fragment.insert(0, [
    // Another client may put a hook where the types allow none.
    new Y.XmlHook("video") as unknown as Y.XmlElement,
    text,
    deep(40),
    new Y.XmlElement("tableCell"),
  ]);
  expect(plainText(richTextFromDoc(doc))).toContain("raised");
  expect(plainText(richTextFromDoc(doc))).toContain("bottom");
});

test("an editor with one empty paragraph has an empty text", () => {
  const empty = richTextFromJson({
    type: "doc",
    content: [{ type: "paragraph" }],
  });
  expect(empty).toEqual({ version: 2, blocks: [] });
  expect(isEmptyRichText(empty)).toBe(true);
});
