import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { buildMatcher } from "@/core/glossary/matcher";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { assembleEdition } from "./assemble-edition";
import type { Edition } from "./edition";
import type { EditionInput, GivenNote } from "./edition-input";

/** Makes the edition of a document as a bundle holds it; `asOf` is the moment, ISO 8601 in UTC. */
export function editionOfBundle(
  bundle: Pick<Bundle, "project" | "terms">,
  document: BundleDocument,
  asOf: string,
): Edition {
  return assembleEdition(inputOfBundle(bundle, document, asOf));
}

/** Gathers what an edition of a bundle's document is made from. */
export function inputOfBundle(
  { project, terms }: Pick<Bundle, "project" | "terms">,
  {
    id: documentId,
    title,
    source,
    paragraphs,
    notes,
    suppressed,
  }: BundleDocument,
  asOf: string,
): EditionInput {
  const translations = paragraphs.flatMap(({ id, translations }) =>
    translations.map((translation) => ({ paragraphId: id, ...translation })),
  );
  // Terms of a bundle have no ids; their places in it will do.
  const glossary = terms.map((term, index) => ({ ...term, id: String(index) }));
  const explanations = glossary.flatMap(
    ({ id, explanation }): readonly GivenNote[] =>
      explanation === null
        ? []
        : [
            {
              ...explanation,
              documentId: null,
              anchor: null,
              deletedAt: null,
              term: { id },
            },
          ],
  );
  const own = notes.map((note): GivenNote => ({
    ...note,
    documentId,
    deletedAt: null,
    term: null,
  }));
  return {
    title,
    metadata: source.metadata,
    paragraphs,
    translations,
    notes: [...own, ...explanations],
    terms: glossary,
    matcher: buildMatcher(glossary),
    style: project.style ?? DEFAULT_STYLE,
    suppressed,
    asOf,
  };
}
