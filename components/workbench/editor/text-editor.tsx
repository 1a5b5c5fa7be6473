"use client";

import type { Editor } from "@tiptap/core";
import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { toast } from "sonner";
import {
  RichTextView,
  type DrawNote,
} from "@/components/documents/rich-text-view";
import type { OpenText } from "@/components/workbench/live/live";
import { useLive } from "@/components/workbench/live/live-provider";
import type { RichText } from "@/core/text/rich-text";
import { commandsOf } from "./commands-of";
import type { EditorCommands } from "./editor-commands";
import { mountEditor, type TextKind } from "./mount-editor";
import type { NoteSource } from "./note-source";
import { WaitingField, type WaitingText } from "./waiting-field";
import "./editor.css";

export type TextEditorProps = {
  /** Null while the text is not stored yet: what is typed waits for it. */
  readonly textId: string | null;
  readonly language: string;
  /** The accessible name of the text field. */
  readonly label: string;
  readonly editable: boolean;
  readonly kind: TextKind;
  /** What is shown at rest; shown until the live text is there. */
  readonly initial: RichText;
  /** Where the caret goes once mounted: an end, the place of a click in client coordinates, or nowhere. */
  readonly autoFocus:
    "start" | "end" | { readonly x: number; readonly y: number } | null;
  /** What is known of notes whose marks stand in the text; null where it has none. */
  readonly notes: NoteSource | null;
  readonly drawNote?: DrawNote;
  readonly onCommands: (commands: EditorCommands | null) => void;
  readonly onChange: (richText: RichText) => void;
  /** Called when Escape leaves the text. */
  readonly onLeave: () => void;
};

const TOO_LONG = {
  target: "paste_too_long",
  table: "paste_too_long",
  note: "paste_too_long_note",
  front: "paste_too_long_front",
} as const satisfies Record<TextKind, string>;

/** A live text that several people can write in. */
export function TextEditor(props: TextEditorProps) {
  const { initial, label, language, editable, autoFocus } = props;
  const host = useRef<HTMLDivElement>(null);
  const waiting = useRef<WaitingText | null>(null);
  const isMounted = useMountedEditor(props, host, waiting);
  const place = props.kind === "table" ? "target" : props.kind;
  return (
    <div className="live-text">
      <div ref={host} hidden={!isMounted} />
      {!isMounted && (
        <div className="rich-text" lang={language} data-text={place}>
          <RichTextView value={initial} drawNote={props.drawNote} />
          {editable && autoFocus !== null && (
            <WaitingField label={label} language={language} waiting={waiting} />
          )}
        </div>
      )}
    </div>
  );
}

/** Mounts the editor once its text is there, and takes it away with the component. */
function useMountedEditor(
  props: TextEditorProps,
  host: React.RefObject<HTMLDivElement | null>,
  waiting: React.RefObject<WaitingText | null>,
): boolean {
  const { openText } = useLive();
  const { textId, editable } = props;
  const [isMounted, setIsMounted] = useState(false);
  const latest = useRef(props);
  const words = useTranslations("live");
  const messages = useRef(words);
  useLayoutEffect(() => {
    latest.current = props;
    messages.current = words;
  });

  const mounted = useRef<{ editor: Editor; text: OpenText } | null>(null);
  useLayoutEffect(() => {
    if (textId === null) return;
    const text = openText(textId);
    const mount = () => {
      const element = host.current;
      if (mounted.current !== null || element === null || !text.isReady())
        return;
      // A word that is being composed in the waiting field is let end there.
      if (waiting.current?.isComposing() === true) return;
      const given = latest.current;
      element.hidden = false;
      const editor = mountEditor({
        element,
        text,
        language: given.language,
        label: given.label,
        editable: given.editable && !text.isReadOnly(),
        kind: given.kind,
        notes: given.notes,
        onChange: (richText) => latest.current.onChange(richText),
        onLeave: () => latest.current.onLeave(),
        onTooLong: () => toast.error(messages.current(TOO_LONG[given.kind])),
      });
      mounted.current = { editor, text };
      setIsMounted(true);
      placeCaret(editor, given.autoFocus);
      // At once, not in the next frame: a key pressed until then would go into the field that goes.
      if (given.autoFocus !== null) editor.view.focus();
      const isLeaving = waiting.current?.isLeaving() === true;
      const early = waiting.current?.take() ?? "";
      if (early !== "")
        editor.commands.insertContent({ type: "text", text: early });
      given.onCommands(commandsOf(editor));
      if (isLeaving) given.onLeave();
    };
    const refresh = () => {
      mount();
      if (mounted.current === null) return;
      const { editor } = mounted.current;
      const isEditable = latest.current.editable && !text.isReadOnly();
      if (editor.options.editable !== isEditable)
        editor.setEditable(isEditable, false);
    };
    waiting.current?.onComposed(mount);
    mount();
    const unsubscribe = text.subscribe(refresh);
    return () => {
      unsubscribe();
      text.resume();
      if (mounted.current !== null) latest.current.onCommands(null);
      mounted.current?.editor.destroy();
      mounted.current = null;
      setIsMounted(false);
      text.release();
    };
  }, [openText, textId, host, waiting]);

  useLayoutEffect(() => {
    const now = mounted.current;
    now?.editor.setEditable(editable && !now.text.isReadOnly(), false);
  }, [editable]);

  return isMounted;
}

function placeCaret(editor: Editor, place: TextEditorProps["autoFocus"]): void {
  if (place === null) return;
  if (typeof place === "string") {
    editor.commands.focus(place, { scrollIntoView: false });
    return;
  }
  const found = editor.view.posAtCoords({ left: place.x, top: place.y });
  editor.commands.focus(found?.pos ?? "end", { scrollIntoView: false });
}
