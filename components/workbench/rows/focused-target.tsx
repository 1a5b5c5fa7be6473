"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslations } from "next-intl";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { TranslationEditor } from "@/components/workbench/editor/translation-editor";
import { drawNumber } from "@/components/workbench/notes/anchors/use-marked-target";
import { useNoteSource } from "@/components/workbench/notes/anchors/use-note-source";
import { mayMoveFirstUse } from "@/components/workbench/notes/store/first-use-watch";
import { useCommands } from "@/components/workbench/state/commands";
import type { CaretPlace } from "@/components/workbench/state/desk";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import type { RowView } from "@/core/documents/views";
import type { RichText } from "@/core/text/rich-text";
import { RowTools } from "./row-tools";

/** How long typing rests before terms, outline and the text at rest follow it. */
const REST_MS = 300;

type FocusedTargetProps = {
  readonly row: RowView;
  /** Its English as it is drawn at rest. */
  readonly target: RichText;
};

/** The English of the focused row: the one mounted editor, with its tools below. */
export function FocusedTarget({ row, target }: FocusedTargetProps) {
  const { desk, editor } = useWorkbench();
  const { leaveText } = useCommands();
  const text = useTranslations("workbench");
  const noteSource = useNoteSource(row.id);
  const [commands, setCommands] = useState<EditorCommands | null>(null);
  // Also what is asked for while the text has not come yet: keys typed by then wait for it.
  const caret = useStored(desk, (state) => state.caret);
  const arrival = useStored(desk, (state) => state.arrival);
  const handleChange = useTypedText(row.id);

  const handleCommands = useCallback(
    (next: EditorCommands | null) => {
      editor.current = next;
      setCommands(next);
    },
    [editor],
  );

  const firstArrival = useRef(arrival);
  useEffect(() => {
    if (arrival === firstArrival.current) return;
    const place = desk.get().caret;
    if (place.kind === "start" || place.kind === "end")
      editor.current?.focus(place.kind);
  }, [arrival, desk, editor]);

  return (
    <>
      <TranslationEditor
        key={row.textId}
        textId={row.textId}
        rowId={row.id}
        language="en"
        label={text("english_of", { number: row.number })}
        editable
        kind={row.kind === "table" ? "table" : "target"}
        notes={noteSource}
        drawNote={drawNumber}
        initial={target}
        autoFocus={autoFocusOf(caret)}
        onCommands={handleCommands}
        onChange={handleChange}
        onLeave={leaveText}
      />
      <RowTools row={row} commands={commands} />
    </>
  );
}

function autoFocusOf(caret: CaretPlace) {
  if (caret.kind === "none") return null;
  return caret.kind === "point" ? { x: caret.x, y: caret.y } : caret.kind;
}

/** Takes what is typed into the row once typing rests, and at the latest when the editor goes. */
function useTypedText(id: string): (richText: RichText) => void {
  const { rows, notes, glossary } = useWorkbench();
  const typed = useRef<RichText | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const settle = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const status = rows.summary(id)?.status;
    if (typed.current !== null && status !== undefined) {
      const target = typed.current;
      rows.change(id, { status, target });
      const { ready } = glossary.get();
      const row = rows.row(id);
      const { indexOf } = rows;
      const given = { notes, glossary: ready, rowId: id, row, target, indexOf };
      if (mayMoveFirstUse(given)) notes.loadSoon();
    }
    typed.current = null;
  }, [rows, notes, glossary, id]);
  useEffect(() => settle, [settle]);
  return useCallback(
    (richText) => {
      // Numbers follow at once.
      notes.setTarget(id, richText);
      typed.current = richText;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(settle, REST_MS);
    },
    [settle, notes, id],
  );
}
