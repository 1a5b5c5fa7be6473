import type { ServerMessage } from "@/core/live/messages";
import { mayMoveFirstUse } from "./notes/store/first-use-watch";
import type { WorkbenchParts } from "./workbench-context";

/** Takes what the server announces into the stores of the screen. */
export function takeAnnouncement(
  parts: WorkbenchParts,
  message: ServerMessage,
): void {
  const { glossary, notes, changes } = parts;
  switch (message.type) {
    case "saved":
    case "unsaved":
      return;
    case "translation":
      takeTranslation(parts, message);
      break;
    case "note_text": {
      const { id, status, body, updatedAt } = message;
      notes.change(id, { status, body, updatedAt });
      break;
    }
    case "note":
      notes.put(message.note);
      if (message.note.term !== null) notes.loadSoon();
      break;
    case "notes":
      void notes.load();
      break;
    case "glossary":
      void glossary.load(message.version);
      notes.loadSoon();
      break;
  }
  changes.set({ count: changes.get().count + 1 });
}

function takeTranslation(
  parts: WorkbenchParts,
  message: Extract<ServerMessage, { type: "translation" }>,
): void {
  const { rows, pending, notes, glossary, desk, editor } = parts;
  const { id, target } = message;
  const status = pending.over(id, message.status);
  rows.change(id, { status, target });
  // What is open here is newer than what was stored of it.
  const isOpen = editor.current !== null && desk.get().focusedId === id;
  if (target === null || isOpen) return;
  notes.setTarget(id, target);
  const given = {
    notes,
    glossary: glossary.get().ready,
    rowId: id,
    row: rows.row(id),
    target,
    indexOf: rows.indexOf,
  };
  if (mayMoveFirstUse(given)) notes.loadSoon();
}
