"use client";

import { useEffect } from "react";
import { useCommands } from "@/components/workbench/state/commands";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { togglePanel } from "@/components/workbench/state/panels";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { findShortcut, type ShortcutName } from "./shortcuts";
import { isMac } from "./use-is-mac";
import { isComposing } from "@/components/ui/is-composing";

/** Tells the parts of the screen that have their own keys (find, adding terms) what was pressed. */
export type OwnKeys = {
  /** Returns false to leave the key to the browser. */
  readonly find: () => boolean;
  readonly findStep: (by: 1 | -1) => boolean;
  readonly addTerm: () => void;
  readonly read: () => void;
};

/** Binds the shortcuts of the workbench for as long as it is on the screen. */
export function useShortcuts(own: OwnKeys): void {
  const commands = useCommands();
  const noteCommands = useNoteCommands();
  const { desk } = useWorkbench();
  useEffect(() => {
    const run = (name: ShortcutName, place: number): boolean => {
      switch (name) {
        case "confirmNext":
          void commands.confirm("next");
          return true;
        case "confirmStay":
          void commands.confirm("stay");
          return true;
        case "previous":
          commands.step(-1);
          return true;
        case "next":
          commands.step(1);
          return true;
        case "previousUnfinished":
          commands.stepUnfinished(-1);
          return true;
        case "nextUnfinished":
          commands.stepUnfinished(1);
          return true;
        case "insertTerm":
          commands.insertTermAt(place + 1);
          return true;
        case "addTerm":
          own.addTerm();
          return true;
        case "addNote":
          noteCommands.create();
          return true;
        case "placeNote":
          noteCommands.place();
          return true;
        case "enterMargin":
          noteCommands.enterMargin();
          return true;
        case "find":
          return own.find();
        case "findNext":
          return own.findStep(1);
        case "findPrevious":
          return own.findStep(-1);
        case "outline":
        case "margin":
          togglePanel(desk, name);
          return true;
        case "read":
          own.read();
          return true;
        case "shortcuts":
          desk.set({ shortcutsOpen: true });
          return true;
        case "leave":
          return false;
      }
    };
    const handleKeyDown = (event: KeyboardEvent) => {
      // While an input method composes every key belongs to it.
      if (isComposing(event)) return;
      const target = event.target as HTMLElement;
      if (target.closest("[role=dialog], [role=menu]")) return;
      const found = findShortcut(event, isMac());
      if (found === null) return;
      if (found.name === "shortcuts" && isTyping(target)) return;
      // While one reads there is no paragraph to act on.
      if (desk.get().reading && !WHILE_READING.has(found.name)) return;
      // A key held down goes on from paragraph to paragraph, but confirms once.
      if (event.repeat && !REPEATED.has(found.name)) return;
      // In a note Ctrl+Enter ends the note; the paragraph is confirmed from its English.
      const isOver = target.closest(".note-text") !== null;
      if (isOver && found.name.startsWith("confirm"))
        noteCommands.leaveMargin();
      else if (!run(found.name, found.place)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor, which has a use of its own for some of these keys.
    window.addEventListener("keydown", handleKeyDown, { capture: true });
    return () =>
      window.removeEventListener("keydown", handleKeyDown, { capture: true });
  }, [commands, noteCommands, desk, own]);
}

const REPEATED: ReadonlySet<ShortcutName> = new Set([
  "previous",
  "next",
  "findNext",
  "findPrevious",
]);

const WHILE_READING: ReadonlySet<ShortcutName> = new Set([
  "read",
  "outline",
  "shortcuts",
]);

function isTyping(target: HTMLElement): boolean {
  return target.isContentEditable || target.matches("input, textarea, select");
}
