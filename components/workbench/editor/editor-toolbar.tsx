"use client";

import type { EditorCommands } from "./editor-commands";

type Props = {
  /** Null while no text is ready: the tools stand there, disabled, so that nothing moves. */
  readonly commands: EditorCommands | null;
  readonly withTables: boolean;
};

/** The formatting tools of the row in focus. */
export function EditorToolbar({
  commands: _commands,
  withTables: _withTables,
}: Props) {
  return <div />;
}
