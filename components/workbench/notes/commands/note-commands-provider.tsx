"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useMemo, useRef, type ReactNode } from "react";
import { toast } from "sonner";
import {
  useCommands,
  type Commands,
} from "@/components/workbench/state/commands";
import { showMargin } from "@/components/workbench/state/panels";
import {
  useWorkbench,
  type WorkbenchParts,
} from "@/components/workbench/workbench-context";
import { readSourceWords } from "@/components/workbench/notes/anchors/held-words";
import { findNewPlace, makeNote } from "./create-note";
import { createNoteChanges, type NoteChanges } from "./note-changes";
import { NoteCommandsContext, type NoteCommands } from "./note-commands";
import { findRowOf } from "./row-of-note";

type Words = {
  readonly text: ReturnType<typeof useTranslations<"notes">>;
  readonly errors: ReturnType<typeof useTranslations<"errors">>;
};

/** Gives the screen its commands for notes. */
export function NoteCommandsProvider({
  children,
}: {
  readonly children: ReactNode;
}) {
  const parts = useWorkbench();
  const commands = useCommands();
  const text = useTranslations("notes");
  const errors = useTranslations("errors");
  const words = useRef<Words>({ text, errors });
  useLayoutEffect(() => {
    words.current = { text, errors };
  });
  const noteCommands = useMemo(
    () => createNoteCommands(parts, commands, () => words.current),
    [parts, commands],
  );
  return (
    <NoteCommandsContext value={noteCommands}>{children}</NoteCommandsContext>
  );
}

function createNoteCommands(
  parts: WorkbenchParts,
  commands: Commands,
  words: () => Words,
): NoteCommands {
  const { notes, noteDesk, editor, desk, view, rows } = parts;
  const changes = createNoteChanges({
    notes,
    documentId: view.id,
    onFailure: (failure) =>
      toast.error(words().errors(failure.message, failure.values)),
  });

  const openCard: NoteCommands["open"] = (openId, focus = "card") => {
    showMargin(desk);
    const arrival = noteDesk.get().arrival + 1;
    noteDesk.set({ tab: "notes", openId, focus, arrival });
  };
  const goTo = (noteId: string) => {
    const rowId = findRowOf(parts, noteId);
    if (rowId !== null && rowId !== desk.get().focusedId)
      commands.focusRow(rowId, { kind: "none" });
  };
  const open: NoteCommands["open"] = (noteId, focus) => {
    goTo(noteId);
    openCard(noteId, focus);
  };

  const create: NoteCommands["create"] = (kind = "translator") => {
    if (!view.can.editNotes) return;
    const place = findNewPlace(parts);
    if (place === null) {
      toast.info(words().text("card.create_nowhere"));
      return;
    }
    const id = crypto.randomUUID();
    const made = makeNote(parts, id, place, kind);
    if (desk.get().focusedId !== place.rowId)
      commands.focusRow(place.rowId, { kind: "none" });
    openCard(id, "text");
    void made.then((result) => {
      if (result.ok) return;
      if (noteDesk.get().openId === id) noteDesk.set({ openId: null });
      const { message, values } = result.error;
      const reason = words().errors(message, values);
      toast.error(words().text("card.create_failed", { reason }));
    });
  };

  const place: NoteCommands["place"] = (
    noteId = noteDesk.get().openId ?? "",
  ) => {
    if (!view.can.editNotes || !view.can.edit) return;
    if (notes.note(noteId) === null) {
      toast.info(words().text("card.place_nothing"));
      return;
    }
    if (editor.current?.insertNote(noteId) !== true) {
      toast.info(words().text("card.place_nowhere"));
      return;
    }
    desk.set({ sheet: null });
    editor.current.focus();
  };

  return {
    create,
    open,
    place,
    close: () => noteDesk.set({ openId: null }),
    takeOut: (noteId) => editor.current?.removeNote(noteId),
    anchor(noteId) {
      const held = readSourceWords((id) => rows.row(id)) ?? noteDesk.get().held;
      if (held === null) {
        toast.info(words().text("card.anchor_nowhere"));
        return;
      }
      const { paragraphId, field, from, to } = held;
      noteDesk.set({ held: null });
      void changes.update(noteId, { anchor: { paragraphId, field, from, to } });
    },
    update: (noteId, change) => changes.update(noteId, change),
    review: (noteId, status) => void changes.review(noteId, status),
    restore: (noteId) => void changes.restore(noteId),
    remove: (noteId) => removeWithUndo(noteId, parts, changes, words),
    suppress: (noteId, suppressed) => void changes.suppress(noteId, suppressed),
    explain(termId) {
      void changes.explain(termId).then((noteId) => {
        if (noteId !== null) openCard(noteId, "text");
      });
    },
    copyLink(note) {
      const { origin, pathname } = window.location;
      navigator.clipboard
        .writeText(`${origin}${pathname}?note=${note.id}`)
        .then(
          () => toast.success(words().text("card.link_copied")),
          () => toast.error(words().text("card.link_not_copied")),
        );
    },
    enterMargin() {
      showMargin(desk);
      // Drawn a moment later where it was closed.
      requestAnimationFrame(() =>
        document
          .querySelector<HTMLElement>(".margin [role=tab][aria-selected=true]")
          ?.focus(),
      );
    },
    leaveMargin() {
      if (editor.current?.hasCaret() === true) editor.current.focus();
      else commands.leaveText();
    },
  };
}

function removeWithUndo(
  noteId: string,
  { noteDesk }: WorkbenchParts,
  changes: NoteChanges,
  words: () => Words,
): void {
  const wasOpen = noteDesk.get().openId === noteId;
  if (wasOpen) noteDesk.set({ openId: null });
  void changes.remove(noteId).then((isRemoved) => {
    if (!isRemoved) return;
    toast(words().text("card.deleted"), {
      action: {
        label: words().text("card.undo"),
        onClick: () => {
          void changes.restore(noteId).then((isBack) => {
            if (isBack && wasOpen)
              noteDesk.set({ openId: noteId, focus: "card" });
          });
        },
      },
    });
  });
}
