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

/**
 * Makes the binding between editor and shared text write and read marks of notes as units of their text. The binding has
 * no place for that, so its one writing method is exchanged; `sync-marks.test.ts` fails should a new version not call it.
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
    view: () => ({ update: ({ state }) => followSelection(state) }),
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

function exchangeWriting(binding: Binding): void {
  binding._prosemirrorChanged = (doc) => {
    binding.doc.transact(() => {
      writeFragment(binding.type, doc, binding.mapping as Mapping);
      binding.beforeTransactionSelection = getRelativeSelection(
        binding,
        (binding.prosemirrorView as EditorView).state,
      );
    }, ySyncPluginKey);
  };
}
