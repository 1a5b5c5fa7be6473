import { findFirstUses, type FirstUse } from "@/core/notes/first-uses";
import type {
  EditionInput,
  GivenNote,
  TranslatedRow,
} from "@/core/editions/edition-input";
import type { FormUse } from "@/core/editions/forms";

const NONE: ReadonlySet<string> = new Set();

/** Finds the first uses of approved terms that have one of these notes and no mark of it set by hand. */
export function findNoteUses(
  rows: readonly TranslatedRow[],
  notes: readonly GivenNote[],
  explicit: ReadonlySet<string>,
  { terms, matcher, suppressed }: EditionInput,
): readonly FirstUse[] {
  const noted = new Map(
    notes.flatMap(({ id, term }) =>
      term === null || term.id === null ? [] : [[term.id, id] as const],
    ),
  );
  if (noted.size === 0) return [];
  const wanted = terms.flatMap(({ id: termId, target: rendering, status }) => {
    const noteId = noted.get(termId);
    return noteId === undefined || status !== "approved"
      ? []
      : [{ noteId, termId, rendering }];
  });
  return findFirstUses({
    rows,
    terms: wanted,
    matcher,
    explicit,
    suppressed: new Set(suppressed),
  });
}

/** Finds where approved terms are used first, whatever form they will have there. */
export function findFormUses(
  rows: readonly TranslatedRow[],
  { terms, matcher }: EditionInput,
): readonly (FormUse & { readonly rowId: string })[] {
  const approved = terms.filter(({ status }) => status === "approved");
  const byId = new Map(approved.map((term) => [term.id, term]));
  // Found as the notes of terms are, each term in the place of its note.
  const uses = findFirstUses({
    rows,
    terms: approved.map(({ id, target }) => ({
      noteId: id,
      termId: id,
      rendering: target,
    })),
    matcher,
    explicit: NONE,
    suppressed: NONE,
  });
  return uses.flatMap(({ noteId, rowId, rendering }) => {
    const term = byId.get(noteId);
    if (term === undefined) return [];
    const { source, pinyin } = term;
    return [{ rowId, rendering, source, pinyin }];
  });
}
