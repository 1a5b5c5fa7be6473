import { keepMarks, withoutMarks } from "@/core/notes/marks";
import { isEmptyRichText, type RichText } from "@/core/text/rich-text";
import type { BundleDocument, BundleExplanation, BundleTerm } from "./bundle";
import { anchorSettler, type SearchBudget } from "./settle-anchors";
import { settleTranslation } from "./settle-translation";

/**
 * Brings a document's notes and their places in line with its texts: marks of notes that are neither the document's
 * nor a term's are taken out with the words kept, so are marks in the texts of notes and in those before the document;
 * anchors stand where their words are, or have no position; what is not wanted is an explanation, once. `explained` are
 * the ids of all explanations. Looking words up is paid from `budget`.
 */
export function settleNotes(
  document: BundleDocument,
  explained: ReadonlySet<string>,
  budget: SearchBudget,
): BundleDocument {
  const { paragraphs, notes, suppressed } = document;
  const own = new Set(notes.map(({ id }) => id));
  const isKnown = ({ noteId }: { readonly noteId: string }) =>
    own.has(noteId) || explained.has(noteId);
  const settle = anchorSettler(paragraphs, budget);
  return {
    ...document,
    introduction: settleText(document.introduction),
    conventions: settleText(document.conventions),
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph,
      translations: paragraph.translations.map((translation) =>
        settleTranslation(translation.field, {
          ...translation,
          target: keepMarks(translation.target, isKnown),
        }),
      ),
    })),
    notes: notes.map((note) => ({
      ...settleBody(note),
      anchor: note.anchor === null ? null : settle(note.anchor),
    })),
    suppressed: [...new Set(suppressed)]
      .filter((id) => explained.has(id))
      .sort(),
  };
}

/** A term's explanation without marks of notes in its text. */
export function settleTerm(term: BundleTerm): BundleTerm {
  const { explanation } = term;
  return explanation === null
    ? term
    : { ...term, explanation: settleBody(explanation) };
}

/** The ids of the explanations of terms. */
export function listExplained(
  terms: readonly BundleTerm[],
): ReadonlySet<string> {
  return new Set(
    terms.flatMap(({ explanation }) =>
      explanation === null ? [] : [explanation.id],
    ),
  );
}

/** A text before a document without marks of notes; null where that leaves no words. */
function settleText(text: RichText | null): RichText | null {
  return text === null || isEmptyRichText(text) ? null : withoutMarks(text);
}

function settleBody<T extends BundleExplanation>(note: T): T {
  return { ...note, body: withoutMarks(note.body) };
}
