import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, type EditorState } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { FIRST_USE_REF } from "@/core/notes/first-uses";
import { firstUsePlaces, type Use } from "@/editor/queries/first-use-places";
import { drawMark, NO_NUMBERS, type NoteNumbers } from "./note-mark-view";

/** The term notes that stand in this text by themselves, as they are now. */
export type FirstUses = {
  readonly get: () => readonly Use[];
  readonly subscribe: (listener: () => void) => () => void;
};

const NO_USES: FirstUses = {
  get: () => [],
  subscribe: () => () => undefined,
};

type Options = { uses: FirstUses; numbers: NoteNumbers };

const key = new PluginKey<DecorationSet>("first-use");

/**
 * Draws the marks that nobody set, behind the renderings of terms at their first use. They are no part of the text; where
 * they stand is found as it is for an edition. While an input method composes they only move with the text.
 */
export const FirstUseMarks = Extension.create<Options>({
  name: "firstUseMarks",
  addOptions: () => ({ uses: NO_USES, numbers: NO_NUMBERS }),
  addProseMirrorPlugins() {
    return [firstUsePlugin(this.options)];
  },
});

/** The same without Tiptap. */
export function firstUsePlugin({ uses, numbers }: Options): Plugin {
  let view: EditorView | null = null;
  const isComposing = () => view?.composing === true;
  const refresh = () => {
    if (view === null || view.isDestroyed || view.composing) return;
    view.dispatch(
      view.state.tr.setMeta(key, true).setMeta("addToHistory", false),
    );
  };
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => decorationsOf(state, uses, numbers),
      apply(tr, decorations, _before, state) {
        if (!tr.docChanged && tr.getMeta(key) === undefined) return decorations;
        return isComposing()
          ? decorations.map(tr.mapping, tr.doc)
          : decorationsOf(state, uses, numbers);
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: {
        compositionend() {
          // The composed word is read from the page a moment after the event.
          setTimeout(refresh, 100);
          return false;
        },
      },
    },
    view(mounted) {
      view = mounted;
      const unsubscribe = uses.subscribe(refresh);
      return {
        destroy() {
          view = null;
          unsubscribe();
        },
      };
    },
  });
}

function decorationsOf(
  state: EditorState,
  uses: FirstUses,
  numbers: NoteNumbers,
): DecorationSet {
  const found = firstUsePlaces(state.doc, uses.get());
  if (found.length === 0) return DecorationSet.empty;
  return DecorationSet.create(
    state.doc,
    found.map(({ noteId, position }) => widget(noteId, position, numbers)),
  );
}

function widget(noteId: string, position: number, numbers: NoteNumbers) {
  const destroyers = new WeakMap<globalThis.Node, () => void>();
  return Decoration.widget(
    position,
    (view) => {
      const drawn = drawMark(view, numbers);
      drawn.show(noteId, FIRST_USE_REF);
      drawn.dom.dataset.firstUse = "";
      destroyers.set(drawn.dom, drawn.destroy);
      return drawn.dom;
    },
    {
      // Behind the rendering, before what is typed there.
      side: -1,
      key: noteId,
      ignoreSelection: true,
      destroy: (dom) => destroyers.get(dom)?.(),
    },
  );
}
