import type { Node } from "@tiptap/pm/model";
import type { Command } from "@tiptap/pm/state";
import { NOTE_MARK } from "@/editor/sync/embeds";

const WORD = /[\p{L}\p{N}]/u;

/** The term with the spaces that part it from the words around it. */
export function spacedTerm(
  before: string,
  term: string,
  after: string,
): string {
  const lead =
    WORD.test(before) && WORD.test(Array.from(term)[0] ?? "") ? " " : "";
  const tail =
    WORD.test(Array.from(term).at(-1) ?? "") && WORD.test(after) ? " " : "";
  return lead + term + tail;
}

/** Puts a term in place of the selection, in the form of the words around it. */
export function insertTerm(term: string): Command {
  return (state, dispatch) => {
    const { from, to, $from, $to } = state.selection;
    if (!$from.parent.isTextblock) return false;
    const before = $from.parent.textBetween(
      0,
      $from.parentOffset,
      undefined,
      leafText,
    );
    const after = $to.parent.textBetween(
      $to.parentOffset,
      $to.parent.content.size,
      undefined,
      leafText,
    );
    const text = spacedTerm(
      Array.from(before).at(-1) ?? "",
      term,
      Array.from(after)[0] ?? "",
    );
    dispatch?.(state.tr.insertText(text, from, to).scrollIntoView());
    return true;
  };
}

/** A break parts words; the mark of a note does not. */
function leafText({ type }: Node): string {
  return type.name === NOTE_MARK ? "" : " ";
}
