"use client";

import { createContext, use } from "react";
import type {
  NoteKind,
  NoteStatus,
  NoteView,
  UpdateNoteInput,
} from "@/core/notes/note";

/** What went wrong with a change of a note, by the field it concerns. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What one can do with notes on the screen, by key, click or menu. */
export type NoteCommands = {
  /** Makes a note of what is selected in the Chinese, in the English, or in both. */
  readonly create: (kind?: NoteKind) => void;
  /** Opens a note's card and shows its paragraph. */
  readonly open: (noteId: string, focus?: "text" | "card" | "none") => void;
  readonly close: () => void;
  /** Puts the number of a note, or of the open one, where the caret is in the English. */
  readonly place: (noteId?: string) => void;
  /** Takes the numbers of a note out of the English that is open. */
  readonly takeOut: (noteId: string) => void;
  /** Puts a note on the words that are selected or held in the Chinese. */
  readonly anchor: (noteId: string) => void;
  /** Stores what of a note is no live text; resolves with what is wrong, or null. */
  readonly update: (
    noteId: string,
    change: Partial<Omit<UpdateNoteInput, "noteId">>,
  ) => Promise<FieldErrors | null>;
  readonly review: (noteId: string, status: NoteStatus) => void;
  readonly remove: (noteId: string) => void;
  readonly restore: (noteId: string) => void;
  /** Whether a term's note stands in this document at all. */
  readonly suppress: (noteId: string, suppressed: boolean) => void;
  /** Opens the note of a term, and makes it where there is none. */
  readonly explain: (termId: string) => void;
  readonly copyLink: (note: NoteView) => void;
  /** Brings the focus into the margin, and from there back into the text. */
  readonly enterMargin: () => void;
  readonly leaveMargin: () => void;
};

export const NoteCommandsContext = createContext<NoteCommands | null>(null);

/** The commands of notes; the object never changes. */
export function useNoteCommands(): NoteCommands {
  const commands = use(NoteCommandsContext);
  if (commands === null) throw new Error("Only inside the workbench.");
  return commands;
}
