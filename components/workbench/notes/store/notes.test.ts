import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NotesView, NoteView } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";
import { createNotes } from "./notes";

const NOTE_ID = "00000000-0000-4000-8000-000000000001";

const note = (given: Partial<NoteView> = {}): NoteView => ({
  id: NOTE_ID,
  documentId: null,
  term: {
    id: "00000000-0000-4000-8000-000000000007",
    source: "五链融合",
    target: "five-chain integration",
  },
  textId: "00000000-0000-4000-8000-000000000002",
  kind: "term",
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

const view = (given: Partial<NotesView> = {}): NotesView => ({
  documentId: "00000000-0000-4000-8000-000000000003",
  projectId: "00000000-0000-4000-8000-000000000004",
  notes: [note()],
  rows: [],
  suppressed: [],
  can: { edit: true, review: true },
  ...given,
});

const marked: RichText = {
  version: 2,
  blocks: [
    {
      kind: "paragraph",
      runs: [{ kind: "note", noteId: NOTE_ID, ref: "abcdef" }],
    },
  ],
};

describe("fetching notes", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("keeps what was typed and made here while the answer was on its way", async () => {
    let answer = (_view: NotesView) => undefined as void;
    const fetchNotes = () =>
      new Promise<NotesView>((resolve) => {
        answer = resolve;
      });
    const notes = createNotes(() => 0, fetchNotes);
    const loading = notes.load();
    notes.put(
      note({ updatedAt: "2026-02-01T00:00:00.000Z", status: "reviewed" }),
    );
    notes.setTarget("row", marked);
    answer(view());
    await loading;
    expect(notes.note(NOTE_ID)?.status).toBe("reviewed");
    expect(notes.look(NOTE_ID)).toBe("1");
  });

  it("keeps a note deleted that was deleted while the answer was on its way, and asks the server about what failed", async () => {
    const answers: ((view: NotesView) => void)[] = [];
    const fetchNotes = () =>
      new Promise<NotesView>((resolve) => answers.push(resolve));
    const notes = createNotes(() => 0, fetchNotes);
    const first = notes.load();
    answers[0]?.(view());
    await first;
    const second = notes.load();
    vi.advanceTimersByTime(10);
    // A deletion is no change of the note itself: its moment stays.
    notes.change(NOTE_ID, { deletedAt: "2026-02-01T00:00:00.000Z" });
    answers[1]?.(view());
    await second;
    expect(notes.note(NOTE_ID)?.deletedAt).not.toBeNull();
    vi.advanceTimersByTime(10);
    const third = notes.load();
    answers[2]?.(view());
    await third;
    expect(notes.note(NOTE_ID)?.deletedAt).toBeNull();
  });

  it("takes the later of two answers, whichever comes first", async () => {
    const answers: ((view: NotesView) => void)[] = [];
    const fetchNotes = () =>
      new Promise<NotesView>((resolve) => answers.push(resolve));
    const notes = createNotes(() => 0, fetchNotes);
    const loading = [notes.load(), notes.load()];
    answers[1]?.(view());
    answers[0]?.(view({ notes: [] }));
    await Promise.all(loading);
    expect(notes.note(NOTE_ID)).not.toBeNull();
  });

  it("says that it failed, and asks again", async () => {
    const fetchNotes = vi
      .fn<() => Promise<NotesView>>()
      .mockRejectedValueOnce(new Error("cut"))
      .mockResolvedValue(view());
    const notes = createNotes(() => 0, fetchNotes);
    await notes.load();
    expect(notes.state.get()).toMatchObject({ failed: true, isReady: false });
    await notes.load();
    expect(notes.state.get()).toMatchObject({ failed: false, isReady: true });
  });

  it("asks once, a moment later, where a term's note stands that nobody sets any more", async () => {
    const fetchNotes = vi
      .fn<() => Promise<NotesView>>()
      .mockResolvedValue(view());
    const notes = createNotes(() => 0, fetchNotes);
    await notes.load();
    notes.setTarget("row", marked);
    expect(fetchNotes).toHaveBeenCalledTimes(1);
    notes.setTarget("row", { version: 2, blocks: [] });
    notes.loadSoon();
    await vi.runAllTimersAsync();
    expect(fetchNotes).toHaveBeenCalledTimes(2);
  });
});
