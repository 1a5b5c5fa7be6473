import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  getRelativeSelection,
  ySyncPluginKey,
  type ProsemirrorBinding,
} from "@tiptap/y-tiptap";
import type { Mapping } from "./children";
import { readEmbeds } from "./embeds";
import { writeFragment } from "./write-fragment";

type Binding = ProsemirrorBinding & {
  _prosemirrorChanged: (
    this: Binding,
    doc: Parameters<typeof writeFragment>[1],
  ) => void;
};

type Sync = { readonly binding: Binding; readonly isChangeOrigin: boolean };

/** How often an editor looks whether an input method has finished: its last event differs between browsers. */
const COMPOSED_MS = 40;

/**
 * Makes the binding between editor and shared text write and read marks of notes as units of their text, and write
 * nothing while an input method composes. The binding has no place for either, so its one writing method is exchanged;
 * `sync-marks.test.ts` fails should a new version not call it.
 */
export function syncMarks(): Plugin {
  return new Plugin({
    key: new PluginKey("sync-marks"),
    state: {
      init(_config, state) {
        readEmbeds(state.schema);
        const sync = syncOf(state);
        if (sync !== undefined) exchangeWriting(sync.binding);
        return null;
      },
      apply: () => null,
    },
    view: (view) => ({
      update: ({ state }) => followSelection(state),
      // Only what is gone can no longer be composed: what was typed is not lost with the editor.
      destroy: () => {
        const binding = syncOf(view.state)?.binding;
        if (binding !== undefined && held.delete(binding))
          write(binding, view.state.doc);
      },
    }),
  });
}

/**
 * One change can reach the editor in two steps: Yjs clears formats that nothing carries any more after it. The binding
 * remembers the selection from before the first, and would look for it in a text that has grown shorter since.
 */
function followSelection(state: EditorState): void {
  const sync = syncOf(state);
  // After a change of one's own the shared text does not hold yet what the editor holds.
  if (!sync?.isChangeOrigin || !sync.binding.beforeTransactionSelection) return;
  sync.binding.beforeTransactionSelection = getRelativeSelection(
    sync.binding,
    state,
  );
}

function syncOf(state: EditorState): Sync | undefined {
  return ySyncPluginKey.getState(state) as Sync | undefined;
}

/** Bindings whose editors hold characters that are still being composed. */
const held = new WeakSet<Binding>();

function exchangeWriting(binding: Binding): void {
  binding._prosemirrorChanged = (doc) => {
    const view = binding.prosemirrorView as EditorView;
    // Half-typed input is nobody else's: "zhongguo" is neither stored nor shown before 中国 is chosen.
    if (view.composing) return holdBack(binding, view);
    held.delete(binding);
    write(binding, doc, () => {
      binding.beforeTransactionSelection = getRelativeSelection(
        binding,
        view.state,
      );
    });
  };
}

/** Writes what the editor holds as soon as nothing is composed any more. Others' changes wait meanwhile. */
function holdBack(binding: Binding, view: EditorView): void {
  if (held.has(binding)) return;
  held.add(binding);
  const timer = setInterval(() => {
    if (held.has(binding) && !view.isDestroyed) {
      if (view.composing) return;
      binding.mux(() => binding._prosemirrorChanged(view.state.doc));
    }
    clearInterval(timer);
  }, COMPOSED_MS);
}

function write(binding: Binding, doc: Node, then?: () => void): void {
  binding.doc.transact(() => {
    writeFragment(binding.type, doc, binding.mapping as Mapping);
    then?.();
  }, ySyncPluginKey);
}
