import type { Mark, RichText } from "@/core/text/rich-text";

/** What one can toggle and ask about at the caret. */
export type Format = Mark | "link" | "bulletList" | "orderedList" | "table";

export type TableChange =
  | "insert"
  | "addRow"
  | "addColumn"
  | "deleteRow"
  | "deleteColumn"
  | "toggleHeader"
  | "delete";

/** What the workbench may do with the mounted editor. Every command keeps the focus in the text. */
export type EditorCommands = {
  /** Puts a term's rendering in place of the selection, with spaces where English needs them. */
  readonly insertTerm: (text: string) => void;
  /** Puts a note's mark behind the caret or the selected words; false where none was ever there. */
  readonly insertNote: (noteId: string) => boolean;
  /** Takes all marks of a note out of this text. */
  readonly removeNote: (noteId: string) => void;
  /** Writes a whole text where the caret is, as one's own edit. */
  readonly insertText: (text: RichText) => void;
  /** Whether someone has put the caret into this text since it was opened. */
  readonly hasCaret: () => boolean;
  readonly isFocused: () => boolean;
  readonly toggleMark: (mark: Mark) => void;
  readonly toggleList: (kind: "bullet" | "ordered") => void;
  /** Sets or, with null, removes the link of the selection; false when the address is not allowed. */
  readonly setLink: (href: string | null) => boolean;
  readonly changeTable: (change: TableChange) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly isActive: (format: Format) => boolean;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
  readonly focus: (place?: "start" | "end") => void;
  readonly getRichText: () => RichText;
  readonly selectionText: () => string;
  /** The address of the link at the caret, or null. */
  readonly linkHref: () => string | null;
  /** Calls back whenever what the toolbar shows may have changed. */
  readonly subscribe: (listener: () => void) => () => void;
};
