import fc from "fast-check";
import { expect, test } from "vitest";
import { markFirstUses } from "@/core/notes/first-uses";
import { marksOf } from "@/core/notes/marks";
import type { Block, RichText, Run } from "@/core/text/rich-text";
import { jsonFromRichText, richTextFromJson } from "@/editor/convert";
import { schema } from "@/editor/schema";
import { firstUsePlaces } from "./first-use-places";

const id = (n: number) => `0190a000-0000-7000-8000-00000000000${n}`;
const USES = [
  { noteId: id(1), rendering: "five chains" },
  { noteId: id(2), rendering: "integration of the five chains" },
  { noteId: id(3), rendering: "reform" },
];

const nodeOf = (text: RichText) => schema.nodeFromJSON(jsonFromRichText(text));

const words = fc
  .constantFrom(
    "the ",
    "Five ",
    "chains",
    " ",
    "integration of the five chains",
    "reform",
    "reforms,",
    "五链",
  )
  .chain((text) =>
    fc.record({
      kind: fc.constant("text" as const),
      text: fc.constant(text),
      marks: fc.constantFrom([], ["bold" as const]),
      href: fc.constant(null),
    }),
  );
const run: fc.Arbitrary<Run> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: fc.constant<Run>({ kind: "break" }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("note" as const),
      noteId: fc.constantFrom(id(1), id(8), id(9)),
      ref: fc.constantFrom("ref001", "ref002"),
    }),
  },
);
const paragraph: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant("paragraph" as const),
  runs: fc.array(run, { maxLength: 6 }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  paragraph,
  fc.record({
    kind: fc.constant("list" as const),
    ordered: fc.constant(false),
    start: fc.constant(1),
    items: fc.array(fc.array(paragraph, { maxLength: 2 }), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant("table" as const),
    rows: fc.array(
      fc.array(
        fc.record({
          header: fc.constant(false),
          colspan: fc.constant(1),
          rowspan: fc.constant(1),
          blocks: fc.array(paragraph, { maxLength: 2 }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

test("marks that nobody set stand on the screen just where they stand in an edition", () => {
  let placed = 0;
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const doc = nodeOf({ version: 2, blocks });
      const text = richTextFromJson(doc.toJSON());
      // Put in as marks that were set, they give the text of the edition.
      const places = firstUsePlaces(doc, USES);
      placed += places.length;
      const inserted = places.toReversed().reduce((node, place) => {
        const mark = schema.node("noteMark", {
          noteId: place.noteId,
          ref: "firstuse",
        });
        return node.replace(place.position, place.position, nodeSlice(mark));
      }, doc);
      expect(richTextFromJson(inserted.toJSON())).toEqual(
        richTextFromJson(jsonFromRichText(markFirstUses(text, USES))),
      );
      expect(new Set(places.map(({ noteId }) => noteId)).size).toBe(
        places.length,
      );
    }),
    { numRuns: 300 },
  );
  expect(placed).toBeGreaterThan(100);
});

function nodeSlice(node: ReturnType<typeof schema.node>) {
  return schema.node("paragraph", null, [node]).slice(0, 1);
}

test("a note with a mark of its own in the text has no other", () => {
  const text: RichText = {
    version: 2,
    blocks: [
      {
        kind: "paragraph",
        runs: [
          { kind: "text", text: "reform", marks: [], href: null },
          { kind: "note", noteId: id(3), ref: "ref001" },
        ],
      },
    ],
  };
  expect(firstUsePlaces(nodeOf(text), USES)).toEqual([]);
  expect(marksOf(text)).toHaveLength(1);
});
