"use client";

import type { RichText } from "@/core/text/rich-text";
import type { EditorCommands } from "./editor-commands";

export type TranslationEditorProps = {
  readonly textId: string;
  readonly rowId: string;
  readonly language: string;
  /** The accessible name of the text field. */
  readonly label: string;
  readonly editable: boolean;
  readonly withTables: boolean;
  /** What the row shows at rest; shown until the live text is there. */
  readonly initial: RichText;
  /** Where the caret goes once mounted: an end, the place of a click in client coordinates, or nowhere. */
  readonly autoFocus:
    "start" | "end" | { readonly x: number; readonly y: number } | null;
  readonly onCommands: (commands: EditorCommands | null) => void;
  readonly onChange: (richText: RichText) => void;
  /** Called when Escape leaves the text. */
  readonly onLeave: () => void;
};

/** The one mounted editor: a live text that several people can write in. */
export function TranslationEditor({ label }: TranslationEditorProps) {
  return <div aria-label={label} />;
}
