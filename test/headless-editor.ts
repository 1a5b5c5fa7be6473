import { EditorState, type Plugin, type Transaction } from "@tiptap/pm/state";
import {
  defaultDeleteFilter,
  redo,
  undo,
  ySyncPlugin,
  yUndoPlugin,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { FRAGMENT, schema } from "@/editor/schema";
import { syncMarks } from "@/editor/sync/sync-marks";

/** An editor on a shared text without a page: the state, the real binding and the real undo. */
export type HeadlessEditor = {
  readonly doc: Y.Doc;
  state(): EditorState;
  dispatch(tr: Transaction): void;
  undo(): boolean;
  redo(): boolean;
  destroy(): void;
};

type View = {
  state: EditorState;
  dispatch(tr: Transaction): void;
  hasFocus(): boolean;
};

type PluginView = {
  update?(view: View, before: EditorState): void;
  destroy?(): void;
};

/** Opens an editor on a live text; every edit is an undo step of its own. */
export function openHeadlessEditor(doc: Y.Doc): HeadlessEditor {
  const fragment = doc.getXmlFragment(FRAGMENT);
  const sync = ySyncPlugin(fragment) as Plugin;
  const undoManager = new Y.UndoManager(fragment, {
    captureTimeout: 0,
    // As the editor's own does: only its own edits are undone, and what others wrote in a paragraph stays.
    trackedOrigins: new Set([sync.spec.key]),
    deleteFilter: (item) => defaultDeleteFilter(item, new Set(["paragraph"])),
    captureTransaction: (tr) => tr.meta.get("addToHistory") !== false,
  });
  const plugins = [sync, yUndoPlugin({ undoManager }) as Plugin, syncMarks()];
  let views: readonly PluginView[] = [];
  const view: View = {
    state: EditorState.create({ schema, plugins }),
    dispatch(tr) {
      const before = view.state;
      view.state = before.apply(tr);
      for (const plugin of views) plugin.update?.(view, before);
    },
    hasFocus: () => false,
  };
  views = plugins.flatMap(({ spec }) => spec.view?.(view as never) ?? []);
  return {
    doc,
    state: () => view.state,
    dispatch: (tr) => view.dispatch(tr),
    undo: () => undo(view.state),
    redo: () => redo(view.state),
    destroy() {
      for (const plugin of views) plugin.destroy?.();
    },
  };
}
