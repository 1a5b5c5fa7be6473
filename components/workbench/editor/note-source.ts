import type { FirstUses } from "@/editor/extensions/first-use";
import type { NoteNumbers } from "@/editor/extensions/note-mark-view";

/** What an open text is told of the notes whose marks stand in it. */
export type NoteSource = {
  readonly numbers: NoteNumbers;
  /** Whether a mark that is pasted belongs to a note of this document. */
  readonly isKnown: (noteId: string) => boolean;
  /** Term notes that stand in this text by themselves, behind their renderings. */
  readonly firstUses: FirstUses;
};
