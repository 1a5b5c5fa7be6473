import { useEffect } from "react";
import { isComposing } from "@/components/ui/is-composing";
import { useNoteCommands } from "@/components/workbench/notes/commands/note-commands";
import { useWorkbench } from "@/components/workbench/workbench-context";

const LIT = "note-lit";

/**
 * Follows which note is pointed at or focused, in either text or in the margin, and opens one whose number is pressed.
 * One set of listeners for all of them, those in the open editor included.
 */
export function useNotePointer(): void {
  const { noteDesk, notes } = useWorkbench();
  const { open } = useNoteCommands();
  useEffect(() => {
    const light = (event: Event) => {
      const litId = noteIdAt(event.target);
      if (litId !== null) noteDesk.set({ litId });
    };
    const dim = (event: Event) => {
      if (noteIdAt(event.target) !== null) noteDesk.set({ litId: null });
    };
    const handleKeyDown = (event: KeyboardEvent) => {
      const isPress = event.code === "Enter" || event.code === "Space";
      const isNumber =
        event.target instanceof HTMLElement &&
        event.target.matches("[role=button].note-mark");
      if (!isPress || !isNumber || isComposing(event)) return;
      event.preventDefault();
      event.target.click();
    };
    const handleClick = (event: MouseEvent) => {
      const mark =
        event.target instanceof Element
          ? event.target.closest<HTMLElement>(".workbench-main .note-mark")
          : null;
      const noteId = mark?.dataset["note"];
      if (noteId === undefined || notes.look(noteId) === null) return;
      event.preventDefault();
      open(noteId);
    };
    const unlisten = listen({
      pointerover: light,
      pointerout: dim,
      focusin: light,
      focusout: dim,
    });
    document.addEventListener("click", handleClick);
    document.addEventListener("keydown", handleKeyDown);
    return () => {
      unlisten();
      document.removeEventListener("click", handleClick);
      document.removeEventListener("keydown", handleKeyDown);
    };
  }, [noteDesk, notes, open]);
  useLitPaint();
}

/** Paints all places of the lit note, by the browser over the texts: neither rows nor editor are touched. */
function useLitPaint(): void {
  const { noteDesk } = useWorkbench();
  useEffect(() => {
    if (!("highlights" in CSS)) return;
    let painted: string | null = null;
    const paint = () => {
      const { litId } = noteDesk.get();
      if (litId === painted) return;
      painted = litId;
      if (litId === null) {
        CSS.highlights.delete(LIT);
        return;
      }
      const id = CSS.escape(litId);
      const places = document.querySelectorAll(
        `.workbench-main :is([data-note="${id}"], [data-noted~="${id}"])`,
      );
      const ranges = [...places].map((place) => {
        const range = document.createRange();
        range.selectNodeContents(place);
        return range;
      });
      CSS.highlights.set(LIT, new Highlight(...ranges));
    };
    const unsubscribe = noteDesk.subscribe(paint);
    return () => {
      unsubscribe();
      CSS.highlights.delete(LIT);
    };
  }, [noteDesk]);
}

/** The note of a number, of a card, or of words in the Chinese. */
function noteIdAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  const element = target.closest<HTMLElement>("[data-note], [data-noted]");
  if (element === null) return null;
  const { note, noted } = element.dataset;
  return note ?? noted?.split(" ").at(-1) ?? null;
}

function listen(handlers: Record<string, (event: Event) => void>): () => void {
  const entries = Object.entries(handlers);
  for (const [name, handle] of entries) document.addEventListener(name, handle);
  return () => {
    for (const [name, handle] of entries)
      document.removeEventListener(name, handle);
  };
}
