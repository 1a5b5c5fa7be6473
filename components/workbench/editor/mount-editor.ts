import { isComposing } from "@/components/ui/is-composing";
import { Editor, type Extensions } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { EditorView } from "@tiptap/pm/view";
import type { OpenText } from "@/components/workbench/live/live";
import { richTextFromJson } from "@/editor/convert";
import { withoutTables } from "@/editor/paste";
import { cleanPastedHtml } from "@/editor/paste-html";
import { FirstUseMarks } from "@/editor/extensions/first-use";
import { NoteMarkNode } from "@/editor/extensions/note-mark";
import { settlePasted } from "@/editor/pasted-marks";
import { extensions, FRAGMENT } from "@/editor/schema";
import { NOTE_MARK } from "@/editor/sync/embeds";
import { MAX_TEXT_CHARACTERS, type RichText } from "@/core/text/rich-text";
import type { NoteSource } from "./note-source";
import { CaretKeys, keepCaret } from "./caret-keys";

/** What a text may hold: the English of a paragraph, of a table, a note, or what stands before a document. */
export type TextKind = "target" | "table" | "note" | "front";

type Given = {
  readonly element: HTMLElement;
  readonly text: OpenText;
  readonly language: string;
  readonly label: string;
  readonly editable: boolean;
  readonly kind: TextKind;
  /** Null for texts without marks of notes. */
  readonly notes: NoteSource | null;
  readonly onChange: (richText: RichText) => void;
  readonly onLeave: () => void;
  /** Called when what was pasted is too long and was not taken. */
  readonly onTooLong: () => void;
};

/** Mounts the editor on a live text that is there. */
export function mountEditor(given: Given): Editor {
  const { text, kind, notes } = given;
  const editor: Editor = new Editor({
    element: given.element,
    editable: given.editable,
    // Its styles are in editor.css: a page with a strict policy for styles takes no other.
    injectCSS: false,
    // "1." opens half of the paragraphs here and is no list; two asterisks are two asterisks.
    enableInputRules: false,
    enablePasteRules: false,
    extensions: [
      ...extensionsWith(notes),
      Collaboration.configure({ document: text.doc, field: FRAGMENT }),
      CollaborationCaret.configure({
        provider: text.provider,
        // The server puts in who we are.
        user: {},
        render: renderCaret,
      }),
      CaretKeys,
    ],
    editorProps: {
      attributes: {
        class: "rich-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": given.label,
        lang: given.language,
        spellcheck: "true",
        "data-text": kind === "table" ? "target" : kind,
      },
      transformPastedHTML: (html) => cleanPastedHtml(html),
      transformPasted: (slice, view) =>
        settlePasted(
          kind === "table" ? slice : withoutTables(slice, view.state.schema),
          view,
          notes?.isKnown ?? null,
        ),
      handlePaste(view, _event, slice) {
        const size = view.state.doc.content.size + slice.content.size;
        if (size <= MAX_TEXT_CHARACTERS) return false;
        given.onTooLong();
        return true;
      },
      handleKeyDown: (view, event) =>
        handleKeyDown(view, event, editor, given.onLeave),
      handleDOMEvents: {
        ...holdBackWhileComposing(text),
        keydown(view) {
          keepCaret(view);
          return false;
        },
      },
    },
    onUpdate: ({ editor: { state } }) =>
      given.onChange(richTextFromJson(state.doc.toJSON())),
  });
  return editor;
}

/** The extensions of every text, with marks of notes that know their numbers. */
function extensionsWith(notes: NoteSource | null): Extensions {
  if (notes === null) return extensions;
  const { numbers, firstUses } = notes;
  return [
    ...extensions.map((extension) =>
      extension.name === NOTE_MARK
        ? NoteMarkNode.configure({ numbers })
        : extension,
    ),
    FirstUseMarks.configure({ uses: firstUses, numbers }),
  ];
}

function handleKeyDown(
  view: EditorView,
  event: KeyboardEvent,
  editor: Editor,
  onLeave: () => void,
): boolean {
  // While an input method composes every key belongs to it; 229 is how older engines say so.
  if (isComposing(event) || view.composing) return false;
  if (event.code === "Escape") {
    onLeave();
    return true;
  }
  const { altKey, ctrlKey, metaKey, shiftKey, code } = event;
  // By the key's place: with Alt it types something else on many keyboards.
  if (code !== "BracketLeft" || !altKey || ctrlKey || metaKey || shiftKey)
    return false;
  editor.commands.toggleMark("supplied");
  return true;
}

/** A change of others inside a word that is just being composed would break it: they wait until it is there. */
function holdBackWhileComposing(text: OpenText) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  return {
    compositionstart: () => {
      stop();
      text.pause();
      return false;
    },
    compositionend: () => {
      stop();
      // The composed word is read from the page a moment after the event.
      timer = setTimeout(text.resume, 80);
      return false;
    },
    blur: () => {
      stop();
      text.resume();
      return false;
    },
  };
}

function renderCaret(user: Record<string, unknown>): HTMLElement {
  const caret = document.createElement("span");
  caret.classList.add("live-caret");
  caret.style.setProperty("--caret", String(user.color));
  const name = document.createElement("span");
  name.classList.add("live-caret-name");
  name.textContent = typeof user.name === "string" ? user.name : "";
  caret.append(name);
  return caret;
}
