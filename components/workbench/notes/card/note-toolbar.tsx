"use client";

import { Bold, Italic, Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { EditorCommands } from "@/components/workbench/editor/editor-commands";
import { LinkTool } from "@/components/workbench/editor/link-tool";
import { ToolButton } from "@/components/workbench/editor/tool-button";
import { useActiveFormats } from "@/components/workbench/editor/use-active-formats";

const MARKS = [
  { name: "bold", Icon: Bold, keys: "Mod+B" },
  { name: "italic", Icon: Italic, keys: "Mod+I" },
] as const;

const STEPS = [
  { name: "undo", Icon: Undo2, keys: "Mod+Z" },
  { name: "redo", Icon: Redo2, keys: "Mod+Shift+Z" },
] as const;

/** The few tools that a note needs. */
export function NoteToolbar({
  commands,
}: {
  /** Null while the text is not ready. */
  readonly commands: EditorCommands | null;
}) {
  const text = useTranslations("live");
  const card = useTranslations("notes.card");
  const active = useActiveFormats(commands);
  return (
    <div
      role="toolbar"
      aria-label={card("tools")}
      className="note-toolbar"
      // The focus stays in the text, and with it the selection that is to be changed.
      onMouseDown={(event) => {
        if (event.currentTarget.contains(event.target as Node))
          event.preventDefault();
      }}
    >
      {MARKS.map(({ name, Icon, keys }) => (
        <ToolButton
          key={name}
          label={text(name)}
          keys={keys}
          isPressed={active.has(name)}
          disabled={commands === null}
          onClick={() => commands?.toggleMark(name)}
        >
          <Icon aria-hidden className="size-3.5" />
        </ToolButton>
      ))}
      <LinkTool commands={commands} isPressed={active.has("link")} />
      {STEPS.map(({ name, Icon, keys }) => (
        <ToolButton
          key={name}
          label={text(name)}
          keys={keys}
          disabled={!active.has(name)}
          onClick={() => commands?.[name]()}
        >
          <Icon aria-hidden className="size-3.5" />
        </ToolButton>
      ))}
    </div>
  );
}
