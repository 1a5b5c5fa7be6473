"use client";

import { createContext, use } from "react";
import type { TermView } from "@/core/glossary/term";
import type { CaretPlace } from "./desk";

export type GivenStatus = "draft" | "translated" | "approved";

/** What one can do on the screen, by key, click or menu. */
export type Commands = {
  readonly focusRow: (id: string, caret: CaretPlace) => void;
  /** Goes to a row and brings it to the top of the view. */
  readonly jumpTo: (id: string) => void;
  /** Goes to the previous (-1) or next (1) paragraph. */
  readonly step: (by: 1 | -1, caret?: CaretPlace) => void;
  readonly stepUnfinished: (by: 1 | -1) => void;
  /** Leaves the text for its row; from there arrow keys go from row to row. */
  readonly leaveText: () => void;
  readonly confirm: (then: "next" | "stay") => Promise<void>;
  readonly setStatus: (status: GivenStatus) => Promise<boolean>;
  /** Writes a term's rendering where the caret is. */
  readonly insertTerm: (term: TermView) => void;
  /** The same for the n-th term of the focused paragraph, counted from 1. */
  readonly insertTermAt: (place: number) => void;
};

export const CommandsContext = createContext<Commands | null>(null);

/** The commands of the workbench one is in; the object never changes. */
export function useCommands(): Commands {
  const commands = use(CommandsContext);
  if (commands === null) throw new Error("Only inside the workbench.");
  return commands;
}
