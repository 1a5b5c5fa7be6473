import type { Editor } from "@tiptap/core";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";
import { readCaret } from "@/components/workbench/live/read-caret";
import { jsonFromRichText, richTextFromJson } from "@/editor/convert";
import { insertNote, removeNote } from "@/editor/commands/insert-note";
import { insertTerm } from "@/editor/commands/insert-term";
import { newRef } from "@/editor/new-ref";
import { linkAt, setLink } from "@/editor/commands/set-link";
import type { EditorCommands, TableChange } from "./editor-commands";

/** What the workbench may do with an editor. While an input method composes, nothing is done. */
export function commandsOf(editor: Editor): EditorCommands {
  const run = (command: () => void) => {
    if (editor.isDestroyed || editor.view.composing) return;
    readCaret();
    command();
  };
  const undoManager = () =>
    (
      yUndoPluginKey.getState(editor.state) as
        { undoManager: UndoManager } | undefined
    )?.undoManager;
  let hasCaret = editor.isFocused;
  editor.on("focus", () => {
    hasCaret = true;
  });
  return {
    insertNote(noteId) {
      if (editor.isDestroyed || editor.view.composing || !hasCaret)
        return false;
      return insertNote(noteId, newRef())(editor.state, editor.view.dispatch);
    },
    removeNote: (noteId) =>
      run(() => void removeNote(noteId)(editor.state, editor.view.dispatch)),
    insertText: (text) =>
      run(() =>
        editor
          .chain()
          .focus()
          .insertContent(jsonFromRichText(text).content ?? [])
          .run(),
      ),
    hasCaret: () => hasCaret,
    isFocused: () => !editor.isDestroyed && editor.view.hasFocus(),
    insertTerm: (term) =>
      run(() => {
        editor.view.focus();
        insertTerm(term)(editor.state, editor.view.dispatch);
      }),
    toggleMark: (mark) =>
      run(() => editor.chain().focus().toggleMark(mark).run()),
    toggleList: (kind) =>
      run(() =>
        kind === "bullet"
          ? editor.chain().focus().toggleBulletList().run()
          : editor.chain().focus().toggleOrderedList().run(),
      ),
    setLink(href) {
      if (editor.isDestroyed || editor.view.composing) return false;
      readCaret();
      editor.view.focus();
      return setLink(href)(editor.state, editor.view.dispatch);
    },
    changeTable: (change) => run(() => changeTable(editor, change)),
    undo: () => run(() => editor.chain().focus().undo().run()),
    redo: () => run(() => editor.chain().focus().redo().run()),
    isActive: (format) => !editor.isDestroyed && editor.isActive(format),
    canUndo: () => (undoManager()?.undoStack.length ?? 0) > 0,
    canRedo: () => (undoManager()?.redoStack.length ?? 0) > 0,
    focus: (place) => run(() => editor.commands.focus(place ?? null)),
    getRichText: () => richTextFromJson(editor.state.doc.toJSON()),
    selectionText() {
      const { from, to } = editor.state.selection;
      return editor.state.doc.textBetween(from, to, "\n", "\n");
    },
    linkHref: () => linkAt(editor.state),
    subscribe(listener) {
      const handle = () => {
        if (!editor.view.composing) listener();
      };
      editor.on("transaction", handle);
      editor.on("focus", handle);
      editor.on("blur", handle);
      return () => {
        editor.off("transaction", handle);
        editor.off("focus", handle);
        editor.off("blur", handle);
      };
    },
  };
}

function changeTable(editor: Editor, change: TableChange): void {
  const chain = editor.chain().focus();
  switch (change) {
    case "insert":
      chain.insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run();
      return;
    case "addRow":
      chain.addRowAfter().run();
      return;
    case "addColumn":
      chain.addColumnAfter().run();
      return;
    case "deleteRow":
      chain.deleteRow().run();
      return;
    case "deleteColumn":
      chain.deleteColumn().run();
      return;
    case "toggleHeader":
      chain.toggleHeaderCell().run();
      return;
    case "delete":
      chain.deleteTable().run();
  }
}
