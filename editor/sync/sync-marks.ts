import { Plugin, PluginKey } from "@tiptap/pm/state";
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
        const sync = ySyncPluginKey.getState(state) as
          { readonly binding: Binding } | undefined;
        if (sync !== undefined) exchangeWriting(sync.binding);
        return null;
      },
      apply: () => null,
    },
  });
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
