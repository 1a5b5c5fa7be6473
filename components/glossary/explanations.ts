import type { ComponentType } from "react";
import type { TermView } from "@/core/glossary/term";
import type { ExplanationsView } from "@/core/notes/explanation";
import type { ProjectStyle } from "@/core/projects/style";

/** What writes the note of a term; given by the page, since notes are written in the workbench's own way. */
export type NoteDialog = ComponentType<{
  readonly projectId: string;
  /** Null closes it. */
  readonly term: TermView | null;
  readonly style: ProjectStyle;
  readonly viewer: { readonly accountId: string; readonly name: string };
  readonly can: ExplanationsView["can"];
  readonly onClose: () => void;
}>;

/** The notes of terms on the glossary's page. */
export type TermNotes = ExplanationsView & {
  readonly Dialog: NoteDialog;
  readonly style: ProjectStyle;
  readonly viewer: { readonly accountId: string; readonly name: string };
};
