import { editionOfBundle } from "@/core/editions/edition-of-bundle";
import { keepMarks } from "@/core/notes/marks";
import type { Bundle, BundleDocument } from "./bundle";
import { projectName } from "./pair-document";

/** Any moment: what an edition holds does not depend on it. */
const MOMENT = { asOf: "2000-01-01T00:00:00.000Z", sha256: "" };

/**
 * What of a project everyone may have who reads an edition of one of its documents: the document with the notes that are
 * printed, and the approved terms that occur in it. Doubts, notes without a place, what the glossary says to translators,
 * other documents and the project's name stay where they are.
 */
export function publicBundle(bundle: Bundle, documentId: string): Bundle {
  const document = bundle.documents.find(({ id }) => id === documentId);
  if (document === undefined) throw new Error("The document is not there.");
  const edition = editionOfBundle(bundle, document, MOMENT);
  const printed = new Set(edition.notes.map(({ id }) => id));
  const used = new Map(edition.glossary.map((term) => [term.source, term]));
  const terms = bundle.terms.flatMap((term) => {
    const use = used.get(term.source);
    if (use === undefined || term.status !== "approved") return [];
    const { explanation } = term;
    const isPublic =
      explanation !== null &&
      (use.definition !== null || printed.has(explanation.id));
    return [{ ...term, note: "", explanation: isPublic ? explanation : null }];
  });
  const explained = terms.flatMap(({ explanation }) => explanation?.id ?? []);
  return {
    ...bundle,
    project: { ...bundle.project, name: projectName(document.title) },
    documents: [publicDocument(document, printed, new Set(explained))],
    terms,
  };
}

function publicDocument(
  document: BundleDocument,
  printed: ReadonlySet<string>,
  explained: ReadonlySet<string>,
): BundleDocument {
  const { source, paragraphs, notes, suppressed } = document;
  return {
    ...document,
    // What the file was called on somebody's disk.
    source: { ...source, fileName: null },
    paragraphs: paragraphs.map(({ translations, ...paragraph }) => ({
      ...paragraph,
      translations: translations.map((translation) => ({
        ...translation,
        target: keepMarks(translation.target, ({ noteId }) =>
          printed.has(noteId),
        ),
      })),
    })),
    notes: notes.filter(({ id }) => printed.has(id)),
    suppressed: suppressed.filter((id) => explained.has(id)),
  };
}
