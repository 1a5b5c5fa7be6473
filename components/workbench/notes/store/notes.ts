import type { NotesView } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";
import { createNoteStore, type NoteStore } from "./note-store";

/** Answers of the server may be of a moment before: what was seen here since then, and a little before, counts. */
const OVERLAP_MS = 3_000;
/** While one goes on writing, term notes are not looked for anew at every key. */
const SOON_MS = 1_000;

/** The notes of the document on the screen, and how they are fetched. */
export type Notes = NoteStore & {
  /** Fetches all notes: at first, after a time without connection, and when many changed. */
  readonly load: () => Promise<void>;
  /** The same a moment later, once for all that ask until then. */
  readonly loadSoon: () => void;
};

/** Fetches the notes of a document. */
export type FetchNotes = () => Promise<NotesView>;

/** Fetches notes from the document's own address. */
export function fetchNotesOf(
  projectId: string,
  documentId: string,
): FetchNotes {
  return async () => {
    const address = `/projects/${projectId}/documents/${documentId}/notes/all`;
    const response = await fetch(address);
    if (!response.ok) throw new Error(`notes ${response.status}`);
    return (await response.json()) as NotesView;
  };
}

/** Makes the notes of a document; empty until the first load. */
export function createNotes(
  indexOf: (rowId: string) => number,
  fetchNotes: FetchNotes,
  now: () => number = () => performance.now(),
): Notes {
  const store = createNoteStore(indexOf);
  const seenTargets = new Map<string, { target: RichText; at: number }>();
  const seenNotes = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asked = 0;

  const see = (id: string) => seenNotes.set(id, now());

  /** Takes an answer, and puts back over it what is newer here. */
  const take = (view: NotesView, started: number) => {
    const since = started - OVERLAP_MS;
    const ours = [...seenNotes].flatMap(([id, at]) => {
      const note = store.note(id);
      return at >= since && note !== null ? [{ note, at }] : [];
    });
    store.renew(view);
    for (const { note, at } of ours) {
      const theirs = store.note(note.id);
      const moment = theirs?.updatedAt ?? "";
      // A deletion does not change a note's moment: what was seen since the question counts.
      const isNewer =
        moment < note.updatedAt || (moment === note.updatedAt && at > started);
      if (isNewer) store.put(note);
    }
    for (const [rowId, { target, at }] of seenTargets) {
      if (at >= since) store.setTarget(rowId, target);
      else seenTargets.delete(rowId);
    }
  };

  const load = async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    asked += 1;
    const own = asked;
    const started = now();
    try {
      const view = await fetchNotes();
      if (own === asked) take(view, started);
    } catch {
      if (own === asked) store.state.set({ failed: true });
    }
  };

  const loadSoon = () => {
    timer ??= setTimeout(() => void load(), SOON_MS);
  };

  return {
    ...store,
    load,
    loadSoon,
    put(note) {
      see(note.id);
      store.put(note);
    },
    change(id, change) {
      see(id);
      store.change(id, change);
    },
    setTarget(rowId, target) {
      seenTargets.set(rowId, { target, at: now() });
      const set = store.marksIn(rowId).filter((mark) => !mark.isFirstUse);
      const isChanged = store.setTarget(rowId, target);
      // A term's note that nobody sets any more stands by itself again: where, the server knows.
      const isLoose = set.some(
        ({ noteId }) => store.note(noteId)?.term && !store.isSet(noteId),
      );
      if (isLoose) loadSoon();
      return isChanged;
    },
  };
}
