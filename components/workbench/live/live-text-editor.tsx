"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { EditorToolbar } from "@/components/workbench/editor/editor-toolbar";
import { TextEditor } from "@/components/workbench/editor/text-editor";
import { SavingState } from "@/components/workbench/header/saving-state";
import { EMPTY_RICH_TEXT, isEmptyRichText } from "@/core/text/rich-text";
import { useLive } from "./live-provider";
import "./live-text-editor.css";

type LiveTextEditorProps = {
  readonly textId: string;
  /** The accessible name of the text. */
  readonly label: string;
  readonly readOnly: boolean;
};

/**
 * A live text on a page that is no workbench, such as the introduction to an edition: written by several people at once,
 * with its tools and what is known of its saving above it. Has no notes. To be used inside `LiveTexts`.
 */
export function LiveTextEditor({
  textId,
  label,
  readOnly,
}: LiveTextEditorProps) {
  const text = useTranslations("live");
  const [commands, setCommands] = useState<EditorCommands | null>(null);
  const [isEmpty, setEmpty] = useState(false);
  const [wasUsed, setUsed] = useState(false);
  const { saving } = useLive();
  const isQuiet = !wasUsed && (saving === "saved" || saving === "connecting");
  const handleCommands = useCallback((next: EditorCommands | null) => {
    setCommands(next);
    if (next !== null) setEmpty(isEmptyRichText(next.getRichText()));
  }, []);
  return (
    <div
      role="group"
      aria-label={label}
      className="front-text"
      data-editable={!readOnly || undefined}
      onFocus={() => setUsed(true)}
    >
      {!readOnly && (
        <div className="front-text-tools">
          <EditorToolbar
            commands={commands}
            withTables={false}
            isTranslation={false}
          />
          <span className="ml-auto">{!isQuiet && <SavingState />}</span>
        </div>
      )}
      {readOnly && isEmpty && <p className="text-ink-2">{text("empty")}</p>}
      <TextEditor
        textId={textId}
        language="en"
        label={label}
        editable={!readOnly}
        kind="front"
        initial={EMPTY_RICH_TEXT}
        autoFocus={null}
        notes={null}
        onCommands={handleCommands}
        onChange={(richText) => setEmpty(isEmptyRichText(richText))}
        onLeave={leave}
      />
    </div>
  );
}

/** Escape leaves the text, so that the keyboard goes on from it. */
function leave(): void {
  if (document.activeElement instanceof HTMLElement)
    document.activeElement.blur();
}
