"use client";

import {
  Bold,
  Brackets,
  Italic,
  List,
  ListOrdered,
  Redo2,
  Subscript,
  Superscript,
  Undo2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { EditorCommands } from "./editor-commands";
import { LinkTool } from "./link-tool";
import { TableTool } from "./table-tool";
import { ToolButton } from "./tool-button";
import { useActiveFormats } from "./use-active-formats";

type Props = {
  /** Null while no text is ready: the tools stand there, disabled, so that nothing moves. */
  readonly commands: EditorCommands | null;
  readonly withTables: boolean;
  /** False for prose of one's own, in which there is nothing to supply and no formula. */
  readonly isTranslation?: boolean;
};

const MARKS = [
  { name: "bold", Icon: Bold, keys: "Mod+B" },
  { name: "italic", Icon: Italic, keys: "Mod+I" },
] as const;

const MARKS_OF_TRANSLATIONS = [
  ...MARKS,
  { name: "supplied", Icon: Brackets, keys: "Alt+[" },
  { name: "superscript", Icon: Superscript, keys: null },
  { name: "subscript", Icon: Subscript, keys: null },
] as const;

const LISTS = [
  { kind: "bullet", format: "bulletList", name: "bullet_list", Icon: List },
  {
    kind: "ordered",
    format: "orderedList",
    name: "ordered_list",
    Icon: ListOrdered,
  },
] as const;

/** The formatting tools of a text. */
export function EditorToolbar({
  commands,
  withTables,
  isTranslation = true,
}: Props) {
  const text = useTranslations("live");
  const active = useActiveFormats(commands);
  const isOff = commands === null;
  return (
    <div
      role="toolbar"
      aria-label={text("tools")}
      className="flex flex-wrap items-center"
      // The focus stays in the text, and with it the selection that is to be changed; not so in the boxes that float.
      onMouseDown={(event) => {
        if (event.currentTarget.contains(event.target as Node))
          event.preventDefault();
      }}
    >
      {(isTranslation ? MARKS_OF_TRANSLATIONS : MARKS).map(
        ({ name, Icon, keys }) => (
          <ToolButton
            key={name}
            label={text(name)}
            keys={keys}
            isPressed={active.has(name)}
            disabled={isOff}
            onClick={() => commands?.toggleMark(name)}
          >
            <Icon aria-hidden className="size-4" />
          </ToolButton>
        ),
      )}
      <LinkTool commands={commands} isPressed={active.has("link")} />
      {LISTS.map(({ kind, format, name, Icon }) => (
        <ToolButton
          key={kind}
          label={text(name)}
          isPressed={active.has(format)}
          disabled={isOff}
          onClick={() => commands?.toggleList(kind)}
        >
          <Icon aria-hidden className="size-4" />
        </ToolButton>
      ))}
      {withTables && (
        <TableTool commands={commands} isInTable={active.has("table")} />
      )}
      <ToolButton
        label={text("undo")}
        keys="Mod+Z"
        disabled={!active.has("undo")}
        onClick={() => commands?.undo()}
      >
        <Undo2 aria-hidden className="size-4" />
      </ToolButton>
      <ToolButton
        label={text("redo")}
        keys="Mod+Shift+Z"
        disabled={!active.has("redo")}
        onClick={() => commands?.redo()}
      >
        <Redo2 aria-hidden className="size-4" />
      </ToolButton>
    </div>
  );
}
