"use client";

import { createContext, use, type RefObject } from "react";
import type { DocumentView } from "@/core/documents/views";
import type { EditorCommands } from "./editor/editor-commands";
import type { NoteDeskStore } from "./notes/store/note-desk";
import type { Notes } from "./notes/store/notes";
import type { DeskStore } from "./state/desk";
import type { PeersStore } from "./state/peers";
import type { RowStore } from "./state/row-store";
import type { PendingStatus } from "./state/pending-status";
import type { RowLoader } from "./state/row-loader";
import type { ValueStore } from "./state/value-store";
import type { GlossaryStore } from "./terms/glossary-store";

/** What moves the list of rows: set by the list while it is on the screen. */
export type ListHandle = {
  readonly hold: (index: number) => void;
  readonly show: (index: number, where: "top" | "nearest") => void;
};

/** All that the parts of the screen share. The object never changes; what changes lies in its stores. */
export type WorkbenchParts = {
  readonly view: Pick<
    DocumentView,
    "id" | "projectId" | "projectName" | "title" | "metadata" | "style" | "can"
  >;
  readonly viewer: { readonly accountId: string; readonly name: string };
  readonly rows: RowStore;
  readonly loader: RowLoader;
  readonly desk: DeskStore;
  readonly peers: PeersStore;
  readonly pending: PendingStatus;
  readonly glossary: GlossaryStore;
  readonly notes: Notes;
  readonly noteDesk: NoteDeskStore;
  /** Grows with everything that changes what readers will get. */
  readonly changes: ValueStore<{ readonly count: number }>;
  /** What may be done in the one mounted editor; null where none is ready. */
  readonly editor: RefObject<EditorCommands | null>;
  /** The same for the text of the open note. */
  readonly noteEditor: RefObject<EditorCommands | null>;
  readonly list: RefObject<ListHandle | null>;
};

export const WorkbenchContext = createContext<WorkbenchParts | null>(null);

/** The shared parts of the screen one is in. */
export function useWorkbench(): WorkbenchParts {
  const parts = use(WorkbenchContext);
  if (parts === null) throw new Error("Only inside the workbench.");
  return parts;
}
