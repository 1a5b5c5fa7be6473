import { describe, expect, it, vi } from "vitest";
import type { NotePlace, NoteView, RowMarks } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";
import {
  anchorKey,
  createNoteStore,
  lookKey,
  noteKey,
  rowKey,
} from "./note-store";

const id = (name: number) =>
  `00000000-0000-4000-8000-${String(name).padStart(12, "0")}`;

const note = (name: number, given: Partial<NoteView> = {}): NoteView => ({
  id: id(name),
  documentId: id(900),
  term: null,
  textId: id(1000 + name),
  kind: "background",
  status: "draft",
  body: { version: 2, blocks: [] },
  citations: [],
  anchor: null,
  author: null,
  reviewer: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  deletedAt: null,
  ...given,
});

const marks = (...names: readonly number[]): readonly NotePlace[] =>
  names.map((name) => ({ noteId: id(name), isFirstUse: false }));

const english = (...parts: readonly (string | number)[]): RichText => ({
  version: 2,
  blocks: [
    {
      kind: "paragraph",
      runs: parts.map((part, index) =>
        typeof part === "string"
          ? { kind: "text", text: part, marks: [], href: null }
          : { kind: "note", noteId: id(part), ref: `abcdef${index}` },
      ),
    },
  ],
});

const ROWS = ["a", "b", "c", "d"];

function storeOf(notes: readonly NoteView[], rows: readonly RowMarks[]) {
  const store = createNoteStore((rowId) => ROWS.indexOf(rowId));
  store.renew({
    documentId: id(900),
    projectId: id(901),
    notes,
    rows,
    suppressed: [],
    can: { edit: true, review: true },
  });
  return store;
}

const looks = (
  store: ReturnType<typeof createNoteStore>,
  ...names: readonly number[]
) => names.map((name) => store.look(id(name)));

describe("numbers", () => {
  it("follow the order of the rows, whichever was marked first", () => {
    const store = storeOf(
      [note(1), note(2), note(3)],
      [{ rowId: "c", marks: marks(1) }],
    );
    store.setTarget("a", english("An opening", 2, ", and more", 3));
    expect(looks(store, 1, 2, 3)).toEqual(["3", "1", "2"]);
    store.setTarget("a", english("An opening, and more"));
    expect(looks(store, 1, 2, 3)).toEqual(["1", null, null]);
  });

  it("are none for doubts, deleted and unknown notes", () => {
    const store = storeOf(
      [
        note(1, { kind: "doubt" }),
        note(2, { deletedAt: "2026-01-02T00:00:00.000Z" }),
        note(3),
      ],
      [{ rowId: "a", marks: marks(1, 2, 99, 3) }],
    );
    expect(looks(store, 1, 2, 99, 3)).toEqual(["?", null, null, "1"]);
  });

  it("come back with a note that is brought back", () => {
    const store = storeOf(
      [note(1), note(2)],
      [{ rowId: "a", marks: marks(1, 2) }],
    );
    store.change(id(1), { deletedAt: "2026-01-02T00:00:00.000Z" });
    expect(looks(store, 1, 2)).toEqual([null, "1"]);
    store.change(id(1), { deletedAt: null });
    expect(looks(store, 1, 2)).toEqual(["1", "2"]);
  });

  it("tell only those whose number is another now", () => {
    const store = storeOf(
      [note(1), note(2), note(3)],
      [
        { rowId: "a", marks: marks(1) },
        { rowId: "c", marks: marks(3) },
      ],
    );
    const first = vi.fn();
    const last = vi.fn();
    store.subscribe(lookKey(id(1)), first);
    store.subscribe(lookKey(id(3)), last);
    store.setTarget("b", english("Between", 2));
    expect(first).not.toHaveBeenCalled();
    expect(last).toHaveBeenCalledOnce();
    expect(store.setTarget("b", english("Between the two", 2))).toBe(false);
    expect(last).toHaveBeenCalledOnce();
  });
});

describe("the notes of a row", () => {
  const anchored = (name: number, from: number, to: number) =>
    note(name, {
      anchor: {
        version: 1,
        paragraphId: id(500),
        field: "",
        quote: { exact: "字", prefix: "", suffix: "" },
        position: { from, to },
      },
    });
  const row = { id: "a", paragraphId: id(500), field: "" };

  it("are those of its English in order, then those that only its Chinese has", () => {
    const store = storeOf(
      [anchored(1, 8, 9), anchored(2, 2, 4), note(3)],
      [{ rowId: "a", marks: marks(3, 1) }],
    );
    expect(store.notesOf(row)).toEqual([id(3), id(1), id(2)]);
  });

  it("follow a note that is put on other words, made, or taken out again", () => {
    const store = storeOf([anchored(1, 8, 9)], []);
    const heard = vi.fn();
    store.subscribe(anchorKey(row), heard);
    store.put({ ...anchored(1, 8, 9), anchor: null });
    expect(store.notesOf(row)).toEqual([]);
    store.put(anchored(2, 1, 2));
    expect(store.notesOf(row)).toEqual([id(2)]);
    store.drop(id(2));
    expect(store.notesOf(row)).toEqual([]);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it("are not told of words that are only written in a note", () => {
    const store = storeOf([anchored(1, 8, 9)], []);
    const ofRow = vi.fn();
    const ofNote = vi.fn();
    store.subscribe(rowKey("a"), ofRow);
    store.subscribe(anchorKey(row), ofRow);
    store.subscribe(noteKey(id(1)), ofNote);
    store.change(id(1), { body: english("More words") });
    expect(ofRow).not.toHaveBeenCalled();
    expect(ofNote).toHaveBeenCalledOnce();
  });
});

describe("the note of a term", () => {
  const ofTerm = note(1, {
    documentId: null,
    term: { id: id(700), source: "五链融合", target: "five-chain integration" },
  });
  const byItself = { noteId: id(1), isFirstUse: true };

  it("stands by itself until somebody sets it elsewhere", () => {
    const store = storeOf([ofTerm], [{ rowId: "c", marks: [byItself] }]);
    expect(store.firstUsesIn("c")).toEqual([
      { noteId: id(1), rendering: "five-chain integration" },
    ]);
    expect(store.isSet(id(1))).toBe(false);
    store.setTarget("d", english("There", 1));
    expect(store.firstUsesIn("c")).toEqual([]);
    expect(store.rowsOf(id(1))).toEqual(["d"]);
    expect(store.isSet(id(1))).toBe(true);
  });

  it("goes from a row whose English loses the rendering, and keeps its order in one that has it", () => {
    const store = storeOf(
      [ofTerm, note(2)],
      [{ rowId: "c", marks: [byItself] }],
    );
    store.setTarget("c", english("five-chain integration, and", 2));
    expect(looks(store, 1, 2)).toEqual(["1", "2"]);
    store.setTarget("c", english("Something else, and", 2));
    expect(looks(store, 1, 2)).toEqual([null, "1"]);
  });
});

describe("5,000 notes", () => {
  it("are numbered anew when one comes in at the top, and only those who look hear of it", () => {
    const names = Array.from({ length: 5_000 }, (_, index) => index + 1);
    const rowIds = names.map((name) => `row-${name}`);
    const indexes = new Map(rowIds.map((rowId, index) => [rowId, index]));
    const store = createNoteStore((rowId) => indexes.get(rowId) ?? -1);
    store.renew({
      documentId: id(900),
      projectId: id(901),
      notes: [...names.map((name) => note(name)), note(9_999)],
      rows: names.map((name) => ({ rowId: `row-${name}`, marks: marks(name) })),
      suppressed: [],
      can: { edit: true, review: true },
    });
    const heard = vi.fn();
    for (const name of names.slice(-40))
      store.subscribe(lookKey(id(name)), heard);
    store.setTarget("row-1", english("Top", 9_999, "and", 1));
    expect(store.look(id(5_000))).toBe("5001");
    expect(heard).toHaveBeenCalledTimes(40);
  });
});
