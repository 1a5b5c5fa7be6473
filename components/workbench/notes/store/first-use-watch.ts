import { findFirstUses, type NotedTerm } from "@/core/notes/first-uses";
import type { RowView } from "@/core/documents/views";
import type { RichText } from "@/core/text/rich-text";
import type { ReadyGlossary } from "@/components/workbench/terms/glossary-store";
import type { NoteStore } from "./note-store";

type Given = {
  readonly notes: NoteStore;
  readonly glossary: ReadyGlossary | null;
  readonly rowId: string;
  /** Null while the row's Chinese is not here. */
  readonly row: Pick<RowView, "kind" | "source"> | null;
  readonly target: RichText;
  readonly indexOf: (rowId: string) => number;
};

/**
 * Tells whether a row's new English may move the place of a term's note: its first use goes from here or comes here.
 * Only then is the server asked anew.
 */
export function mayMoveFirstUse(given: Given): boolean {
  const { notes, glossary, row, rowId, target } = given;
  if (glossary === null) return false;
  const terms = termsThatMayMove(given, glossary);
  if (terms.length === 0) return false;
  // A row whose Chinese is not here could have any term in it.
  if (row === null) return true;
  const { kind, source } = row;
  const uses = findFirstUses({
    rows: [{ rowId, kind, source, target }],
    terms,
    matcher: glossary.matcher,
    explicit: new Set(),
    suppressed: new Set(),
  });
  const used = new Set(uses.map(({ noteId }) => noteId));
  return terms.some(
    ({ noteId }) => used.has(noteId) !== (notes.rowsOf(noteId)[0] === rowId),
  );
}

/** Terms with a note that stands by itself: here, below, or nowhere yet. */
function termsThatMayMove(
  { notes, rowId, indexOf }: Given,
  glossary: ReadyGlossary,
): readonly NotedTerm[] {
  const { suppressed } = notes.state.get();
  const found: NotedTerm[] = [];
  for (const { id: noteId, term: explained, deletedAt } of notes.all()) {
    const term = glossary.terms.get(explained?.id ?? "");
    if (term?.status !== "approved" || deletedAt !== null) continue;
    if (suppressed.has(noteId) || notes.isSet(noteId)) continue;
    const [place = rowId] = notes.rowsOf(noteId);
    if (place !== rowId && indexOf(rowId) > indexOf(place)) continue;
    found.push({ noteId, termId: term.id, rendering: term.target });
  }
  return found;
}
