import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { useStored } from "@/components/workbench/state/value-store";
import { useWorkbench } from "@/components/workbench/workbench-context";
import { useIsComplete } from "@/components/workbench/rows/use-row";
import { useNoteCommands } from "./commands/note-commands";

/** Opens the note that the address names, once notes and rows are here. */
export function useNotePermalink(): void {
  const { notes } = useWorkbench();
  const { open } = useNoteCommands();
  const isReady = useStored(notes.state, (state) => state.isReady);
  const isComplete = useIsComplete();
  const text = useTranslations("notes.margin");
  const isDone = useRef(false);
  useEffect(() => {
    if (!isReady || !isComplete || isDone.current) return;
    isDone.current = true;
    const address = new URLSearchParams(window.location.search);
    const noteId = address.get("note")?.toLowerCase() ?? null;
    if (noteId === null) return;
    // The same address must not bring one back here when one goes on elsewhere and reloads.
    window.history.replaceState(null, "", window.location.pathname);
    const note = notes.note(noteId);
    if (note === null) toast.error(text("link_unknown"));
    // Once React is done: what is gone to is drawn at once, which it can't be while it draws.
    else setTimeout(() => open(noteId, "card"));
  }, [isReady, isComplete, notes, open, text]);
}
