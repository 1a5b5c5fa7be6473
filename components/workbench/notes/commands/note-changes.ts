import type { NoteStatus, UpdateNoteInput } from "@/core/notes/note";
import {
  explainTerm,
  removeNotes,
  restoreNotes,
  reviewNotes,
  suppressNote,
  updateNote,
} from "@/server/actions/notes";
import type { Notes } from "@/components/workbench/notes/store/notes";
import { ask } from "./ask";
import type { FieldErrors } from "./note-commands";
import type { Result } from "./result";

type Failure = Extract<Result<never>, { ok: false }>["error"];

/** What the server is asked to change of notes; shown at once, taken back where it says no. */
export type NoteChanges = ReturnType<typeof createNoteChanges>;

/** Makes the changes of a document's notes; `onFailure` says what went wrong. */
export function createNoteChanges(given: {
  readonly notes: Notes;
  readonly documentId: string;
  readonly onFailure: (failure: Failure) => void;
}) {
  const { notes, documentId, onFailure } = given;

  const settle = <T>(
    result: Result<T>,
  ): result is Extract<Result<T>, { ok: true }> => {
    if (result.ok) return true;
    onFailure(result.error);
    // What was shown beforehand was not stored: the server says how it is.
    void notes.load();
    return false;
  };

  return {
    async update(
      noteId: string,
      change: Partial<Omit<UpdateNoteInput, "noteId">>,
    ): Promise<FieldErrors | null> {
      const note = notes.note(noteId);
      if (note !== null)
        notes.put({
          ...note,
          kind: change.kind ?? note.kind,
          citations: change.citations ?? note.citations,
        });
      const unchanged = { kind: null, citations: null, anchor: null };
      const result = await ask(updateNote({ ...unchanged, ...change, noteId }));
      if (result.ok) {
        notes.put({
          ...result.value,
          body: bodyOf(noteId) ?? result.value.body,
        });
        return null;
      }
      // What is wrong with a field stands at the field, and what was typed stays in it; nowhere else is it shown.
      if (Object.keys(result.error.fields).length > 0) {
        const shown = notes.note(noteId);
        if (note !== null && shown !== null)
          notes.put({ ...shown, kind: note.kind, citations: note.citations });
        return result.error.fields;
      }
      settle(result);
      return {};
    },

    async review(noteId: string, status: NoteStatus): Promise<void> {
      notes.change(noteId, { status });
      settle(await ask(reviewNotes({ noteIds: [noteId], status })));
    },

    async remove(noteId: string): Promise<boolean> {
      notes.change(noteId, { deletedAt: new Date().toISOString() });
      return settle(await ask(removeNotes({ noteIds: [noteId] })));
    },

    async restore(noteId: string): Promise<boolean> {
      const result = await ask(restoreNotes({ noteIds: [noteId] }));
      if (result.ok) notes.change(noteId, { deletedAt: null });
      return settle(result);
    },

    async suppress(noteId: string, suppressed: boolean): Promise<void> {
      const result = await ask(
        suppressNote({ documentId, noteId, suppressed }),
      );
      if (settle(result)) await notes.load();
    },

    async explain(termId: string): Promise<string | null> {
      const known = notes.noteOfTerm(termId);
      if (known !== null) return known.id;
      const result = await ask(explainTerm({ termId }));
      if (!settle(result)) return null;
      notes.put(result.value);
      notes.loadSoon();
      return result.value.id;
    },
  };

  /** The server's snapshot of a text may be behind what is being written here. */
  function bodyOf(noteId: string) {
    return notes.note(noteId)?.body;
  }
}
