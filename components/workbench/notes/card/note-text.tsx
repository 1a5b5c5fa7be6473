"use client";

import { useCallback, useState } from "react";
import { useTranslations } from "next-intl";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import {
  TextEditor,
  type TextEditorProps,
} from "@/components/workbench/editor/text-editor";
import type { NoteView } from "@/core/notes/note";
import type { RichText } from "@/core/text/rich-text";
import { NoteToolbar } from "./note-toolbar";

type NoteTextProps = {
  readonly note: NoteView;
  readonly editable: boolean;
  readonly autoFocus: TextEditorProps["autoFocus"];
  readonly onCommands: (commands: EditorCommands | null) => void;
  readonly onChange: (body: RichText) => void;
  readonly onLeave: () => void;
};

/** The words of a note being written: a live text of its own, with small tools below. */
export function NoteText(props: NoteTextProps) {
  const { note, editable, autoFocus, onCommands, onChange, onLeave } = props;
  const text = useTranslations("notes.card");
  const [commands, setCommands] = useState<EditorCommands | null>(null);
  const handleCommands = useCallback(
    (next: EditorCommands | null) => {
      setCommands(next);
      onCommands(next);
    },
    [onCommands],
  );
  return (
    <div className="note-text" data-editable={editable || undefined}>
      <TextEditor
        textId={note.textId === "" ? null : note.textId}
        language="en"
        label={text("text")}
        editable={editable}
        kind="note"
        notes={null}
        initial={note.body}
        autoFocus={autoFocus}
        onCommands={handleCommands}
        onChange={onChange}
        onLeave={onLeave}
      />
      {editable && <NoteToolbar commands={commands} />}
    </div>
  );
}
