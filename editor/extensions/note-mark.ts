import { mergeAttributes, Node } from "@tiptap/core";
import { z } from "zod";
import { FIRST_USE_REF } from "@/core/notes/first-uses";
import { NOTE_REF } from "@/core/text/rich-text";
import { NOTE_MARK } from "@/editor/sync/embeds";
import { syncMarks } from "@/editor/sync/sync-marks";
import { NO_NUMBERS, noteMarkView, type NoteNumbers } from "./note-mark-view";

/** Which note a mark belongs to, and which of the note's marks in this text it is. */
export type MarkAttributes = { readonly noteId: string; readonly ref: string };

const NoteId = z.uuid().toLowerCase();

/** The note and ref of a mark, or null where a client, a page or a file has put in something else. */
export function readMark(noteId: unknown, ref: unknown): MarkAttributes | null {
  const id = NoteId.safeParse(noteId);
  return id.success && typeof ref === "string" && NOTE_REF.test(ref)
    ? { noteId: id.data, ref }
    : null;
}

/** The place of a note in the English: one unit of the text, drawn as the note's number, which it does not hold. */
export const NoteMarkNode = Node.create<{ numbers: NoteNumbers }>({
  name: NOTE_MARK,
  group: "inline",
  inline: true,
  atom: true,
  // Keys and clicks go past it, as past a letter.
  selectable: false,

  addOptions: () => ({ numbers: NO_NUMBERS }),

  addAttributes() {
    return {
      noteId: { default: null, rendered: false },
      ref: { default: null, rendered: false },
    };
  },

  parseHTML() {
    return [
      {
        tag: "sup[data-note]",
        // Before raised text, which is a <sup> too.
        priority: 70,
        getAttrs: (element) =>
          readMark(
            element.getAttribute("data-note"),
            element.getAttribute("data-ref"),
          ) ?? false,
      },
      // A mark that nobody set is found anew wherever the words go.
      { tag: `sup[data-ref=${FIRST_USE_REF}]`, priority: 75, ignore: true },
      // A mark from elsewhere: its number would be a digit in the text.
      { tag: "sup.note-mark", priority: 65, ignore: true },
    ];
  },

  renderHTML({ node, HTMLAttributes }) {
    const mark = readMark(node.attrs.noteId, node.attrs.ref);
    return [
      "sup",
      mergeAttributes(HTMLAttributes, {
        class: "note-mark",
        "data-note": mark?.noteId ?? "",
        "data-ref": mark?.ref ?? "",
      }),
    ];
  },

  renderText: () => "",

  addNodeView() {
    const { numbers } = this.options;
    return ({ node, view }) => noteMarkView(node, view, numbers);
  },

  addProseMirrorPlugins: () => [syncMarks()],
});
