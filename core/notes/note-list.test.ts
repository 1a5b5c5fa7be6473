import { describe, expect, it } from "vitest";
import { richTextFromPlain } from "@/core/text/rich-text";
import {
  NO_FILTER,
  filterNotes,
  makeSearchableNotes,
  readNoteFilter,
  writeNoteFilter,
} from "./filter-notes";
import type { NoteView } from "./note";
import { listNoteItems, type NotedRow } from "./note-list";

const id = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const WANG = { id: id(901), name: "Wang Fang" };
const LI = { id: id(902), name: "Li Na" };

function note(n: number, given: Partial<NoteView> = {}): NoteView {
  return {
    id: id(n),
    documentId: id(900),
    term: null,
    textId: id(500 + n),
    kind: "background",
    status: "draft",
    body: richTextFromPlain(`Words of note ${n}.`),
    citations: [],
    anchor: null,
    author: WANG,
    reviewer: null,
    createdAt: "2026-11-22T08:00:00.000Z",
    updatedAt: "2026-11-22T08:00:00.000Z",
    deletedAt: null,
    ...given,
  };
}

const anchored = (paragraphId: string, exact: string, from: number) => ({
  version: 1 as const,
  paragraphId,
  field: "",
  quote: { exact, prefix: "坚持", suffix: "发展" },
  position: { from, to: from + exact.length },
});

const row = (n: number, around: NotedRow["around"] = null): NotedRow => ({
  rowId: id(100 + n),
  paragraphId: id(200 + n),
  number: n,
  around,
});

const mark = (n: number, isFirstUse = false) => ({ noteId: id(n), isFirstUse });

const VIEW = {
  notes: [
    note(1, { anchor: anchored(id(203), "数字经济", 4) }),
    note(2, { status: "reviewed", author: LI }),
    note(3, { kind: "doubt" }),
    note(4, { anchor: anchored(id(201), "五链融合", 9), kind: "source" }),
    note(5, { deletedAt: "2026-11-22T09:00:00.000Z" }),
    note(6, {
      documentId: null,
      kind: "term",
      term: {
        id: id(700),
        source: "八八战略",
        target: "Double-Eight Strategy",
      },
    }),
    note(7, {
      documentId: null,
      kind: "term",
      term: { id: id(701), source: "两山", target: "Two Mountains" },
    }),
  ],
  rows: [
    { rowId: id(102), marks: [mark(6, true), mark(3)] },
    { rowId: id(103), marks: [mark(2), mark(5), mark(2)] },
  ],
  suppressed: [id(7)],
};

const ROWS = [
  row(1),
  row(
    2,
    new Map([[id(6), { before: "the Double-Eight Strategy", after: " is" }]]),
  ),
  row(3),
];

const items = listNoteItems(VIEW, ROWS);
const placeOf = (n: number) => items.find((item) => item.id === id(n));

describe("the list of all notes of a document", () => {
  it("follows the text, then has what must be placed, left-out terms and deleted notes", () => {
    expect(items.map((item) => [item.id, item.place])).toEqual([
      [id(6), "placed"],
      [id(3), "placed"],
      [id(2), "placed"],
      [id(4), "unplaced"],
      [id(1), "unplaced"],
      [id(7), "left_out"],
      [id(5), "deleted"],
    ]);
  });

  it("numbers what readers see, and nothing else", () => {
    expect(items.map(({ number }) => number)).toEqual([
      1,
      null,
      2,
      null,
      null,
      null,
      null,
    ]);
  });

  it("says where a note stands in both texts and how often", () => {
    expect(placeOf(6)).toMatchObject({
      paragraph: 2,
      around: { before: "the Double-Eight Strategy", after: " is" },
      quote: { exact: "八八战略" },
    });
    expect(placeOf(2)).toMatchObject({ paragraph: 3, references: 2 });
    expect(placeOf(4)).toMatchObject({
      paragraph: 1,
      quote: { before: "坚持", exact: "五链融合", after: "发展" },
      references: 0,
    });
  });
});

const shown = (given: Partial<typeof NO_FILTER>) =>
  filterNotes(makeSearchableNotes(items), { ...NO_FILTER, ...given });
const ids = (given: Partial<typeof NO_FILTER>) =>
  shown(given).items.map((item) => item.id);

describe("filtering notes", () => {
  it("shows what is in the document or should be, until more is asked for", () => {
    expect(ids({})).toEqual([id(6), id(3), id(2), id(4), id(1)]);
    expect(ids({ show: "unplaced" })).toEqual([id(4), id(1)]);
    expect(ids({ show: "left_out" })).toEqual([id(7)]);
    expect(ids({ show: "deleted" })).toEqual([id(5)]);
    expect(ids({ show: "reviewed" })).toEqual([id(2)]);
    expect(ids({ show: "draft", kind: "doubt" })).toEqual([id(3)]);
    expect(ids({ author: LI.id })).toEqual([id(2)]);
  });

  it("shows as unplaced also what stands in the English, but whose Chinese is gone", () => {
    const lost = { ...anchored(id(203), "数字经济", 4), position: null };
    const [first, ...rest] = VIEW.notes;
    const gone = note(2, { anchor: lost });
    const view = { ...VIEW, notes: [first ?? gone, gone, ...rest.slice(1)] };
    const listed = listNoteItems(view, ROWS);
    expect(listed.find((item) => item.id === id(2))).toMatchObject({
      place: "placed",
      quote: { exact: "数字经济", isGone: true },
    });
    const filter = { ...NO_FILTER, show: "unplaced" } as const;
    const { items: unplaced, shows } = filterNotes(
      makeSearchableNotes(listed),
      filter,
    );
    expect(unplaced.map((item) => item.id)).toEqual([id(2), id(4), id(1)]);
    expect(shows.unplaced).toBe(3);
  });

  it("finds words of both languages in any width and case", () => {
    expect(ids({ query: "DOUBLE-eight" })).toEqual([id(6)]);
    expect(ids({ query: "“五链”融合" })).toEqual([id(4)]);
    expect(ids({ query: "ｎｏｔｅ 2" })).toEqual([id(2)]);
    expect(ids({ query: "nowhere" })).toEqual([]);
  });

  it("counts for each choice what it would show with the rest as it is", () => {
    const { shows, kinds, authors } = shown({
      show: "unplaced",
      kind: "source",
    });
    expect(shows).toEqual({
      all: 1,
      draft: 1,
      reviewed: 0,
      unplaced: 1,
      left_out: 0,
      deleted: 0,
    });
    expect(kinds).toMatchObject({ source: 1, background: 1, term: 0 });
    expect([...authors.values()]).toEqual([
      { name: "Wang Fang", count: 1 },
      { name: "Li Na", count: 0 },
    ]);
  });

  it("is kept in the address, and read from one that anybody may have written", () => {
    const filter = {
      show: "unplaced",
      kind: "term",
      author: LI.id,
      query: "五链 & more",
    } as const;
    const read = (query: string) => {
      const words = new URLSearchParams(query);
      return readNoteFilter((name) => words.get(name));
    };
    expect(read(writeNoteFilter(filter))).toEqual(filter);
    expect(writeNoteFilter(NO_FILTER)).toBe("");
    expect(read("show=everything&kind=__proto__")).toEqual(NO_FILTER);
  });
});
