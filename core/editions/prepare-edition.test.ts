import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEdition } from "@/core/export/fixtures/arbitrary";
import { block, paragraph, run } from "@/core/export/fixtures/edition";
import { idOf, mark, NOTED } from "@/core/export/fixtures/noted-edition";
import { PUBLISHED } from "@/core/export/fixtures/published-edition";
import {
  DEFAULT_OPTIONS,
  EXPORT_LAYOUTS,
  UNAPPROVED_STYLES,
  type ExportOptions,
} from "@/core/export/options";
import { sourceBlocks } from "@/core/export/source-blocks";
import { marksOf } from "@/core/notes/marks";
import { plainText } from "@/core/text/rich-text";
import { EditionSchema, type Edition } from "./edition";
import { prepareEdition } from "./prepare-edition";

const prepare = (edition: Edition, more: Partial<ExportOptions> = {}) =>
  prepareEdition(edition, { ...DEFAULT_OPTIONS, ...more });

const formed: Edition = {
  ...NOTED,
  firstUse: "characters",
  paragraphs: [
    paragraph(
      4,
      "推动五链融合。",
      [block(run("Pursue integration", ["bold"]), mark(1), run(" now."))],
      {
        forms: [
          {
            place: { paragraph: 0, run: 0, offset: 18 },
            source: "五链融合",
            pinyin: "wǔliàn rónghé",
          },
        ],
      },
    ),
  ],
};

describe("an edition made ready for being written", () => {
  it("is the edition itself where nothing changes", () => {
    expect(prepare(NOTED)).toBe(NOTED);
    expect(prepare(PUBLISHED)).toBe(PUBLISHED);
  });

  it.each([
    [null, "Pursue integration (五链融合) now."],
    ["rendering", "Pursue integration now."],
    ["pinyin_characters", "Pursue integration (wǔliàn rónghé, 五链融合) now."],
  ] as const)("has terms at first use in the form %s", (firstUse, text) => {
    const [written] = prepare(formed, { firstUse }).paragraphs;
    expect(plainText(written!.target!)).toBe(text);
  });

  it("has the form in bold where the rendering is, before the number of a note", () => {
    const [written] = prepare(formed).paragraphs;
    expect(written!.target!.blocks[0]).toMatchObject({
      runs: [
        { text: "Pursue integration", marks: ["bold"] },
        { text: " (五链融合)", marks: ["bold"] },
        { kind: "note" },
        { text: " now." },
      ],
    });
  });

  it("leaves out paragraphs that nobody approved, and what led to them", () => {
    const { paragraphs, glossary, names, abbreviations, metadata } = prepare(
      PUBLISHED,
      { unapproved: "omitted" },
    );
    expect(paragraphs.map(({ number }) => number)).toEqual([8, 9, 10]);
    expect(metadata).toHaveLength(1);
    expect(glossary.map(({ places }) => places)).toEqual([[9], [9]]);
    expect(names.map(({ places }) => places)).toEqual([[1]]);
    expect(abbreviations.map(({ short }) => short)).toEqual(["GDP"]);
  });

  it("prints the Chinese of what nobody approved, and keeps what leads there", () => {
    const { paragraphs, glossary } = prepare(PUBLISHED, {
      unapproved: "source",
    });
    expect(paragraphs).toHaveLength(PUBLISHED.paragraphs.length);
    expect(paragraphs.filter(({ target }) => target !== null)).toHaveLength(3);
    expect(glossary).toEqual(PUBLISHED.glossary);
  });

  it("drops notes that lost their marks, and numbers the others anew", () => {
    const { notes, paragraphs } = prepare(NOTED, { unapproved: "omitted" });
    expect(notes.map(({ id, number }) => [id, number])).toEqual([
      [idOf(1), 1],
      [idOf(2), 2],
    ]);
    expect(paragraphs).toEqual([]);
  });

  it("numbers notes as the Chinese has them where that is printed alone", () => {
    // In the English the first note comes second.
    const [first, second] = ["甲乙", "丙"].map((text, index) =>
      paragraph(index + 4, text, [block(run("a"), mark(2 - index))], {
        source: {
          text,
          table: null,
          notes: index === 0 ? [] : [{ noteId: idOf(2), from: 0, to: 1 }],
        },
      }),
    );
    const edition = {
      ...NOTED,
      title: { ...NOTED.title, sourceNotes: [], target: null },
      metadata: [],
      paragraphs: [first!, second!],
      notes: [
        { ...NOTED.notes[1]!, number: 1 },
        { ...NOTED.notes[0]!, number: 2 },
      ],
    };
    const { notes, paragraphs } = prepare(edition, { layout: "annotated" });
    expect(notes.map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    expect(paragraphs[1]!.source.notes).toEqual([
      { noteId: idOf(2), from: 0, to: 1 },
      // It has no words of its own in the Chinese.
      { noteId: idOf(1), from: 0, to: 1 },
    ]);
  });

  it("has remarks only where they are wanted", () => {
    const remark = {
      id: idOf(9),
      number: 4,
      author: "Ann",
      date: "2026-11-22T08:00:00.000Z",
      body: { version: 2, blocks: [block(run("Really?"))] },
    } as const;
    const edition = { ...NOTED, remarks: [remark] };
    expect(prepare(edition).remarks).toEqual([]);
    expect(prepare(edition, { remarks: true }).remarks).toEqual([remark]);
  });

  it("is a true edition, whose every mark has a note and every note a mark", () => {
    fc.assert(
      fc.property(
        anyEdition,
        fc.constantFrom(...EXPORT_LAYOUTS),
        fc.constantFrom(...UNAPPROVED_STYLES),
        (given, layout, unapproved) => {
          const edition = prepare(given, { layout, unapproved });
          const { title, metadata, paragraphs, notes } = edition;
          expect(notes.map(({ number }) => number)).toEqual(
            notes.map((_, index) => index + 1),
          );
          const numbers = new Map(notes.map(({ id, number }) => [id, number]));
          const printed =
            layout === "annotated"
              ? [
                  ...[title, ...metadata].flatMap(
                    ({ sourceNotes }) => sourceNotes,
                  ),
                  ...paragraphs.flatMap((each) =>
                    marksOf({ version: 2, blocks: sourceBlocks(each) }),
                  ),
                ]
              : [title, ...metadata, ...paragraphs].flatMap(({ target }) =>
                  target === null ? [] : marksOf(target),
                );
          const order = printed.map(({ noteId }) => numbers.get(noteId) ?? 0);
          expect([...new Set(order)]).toEqual(
            notes.map(({ number }) => number),
          );
          // What is prepared twice does not change again.
          expect(prepare(edition, { layout, unapproved })).toEqual(edition);
        },
      ),
    );
  });

  it("keeps the form that is stored", () => {
    const edition = prepare(formed, { layout: "annotated" });
    expect(EditionSchema.safeParse(edition).success).toBe(true);
  });
});
