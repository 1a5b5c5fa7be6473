import type { Bundle, BundleDocument } from "@/core/bundle/bundle";
import { buildMatcher } from "@/core/glossary/matcher";
import { DEFAULT_STYLE } from "@/core/projects/style";
import { assembleEdition } from "./assemble-edition";
import type { Edition } from "./edition";
import type { EditionInput, GivenNote } from "./edition-input";
import { NO_DETAILS } from "./publication";

/** What a bundle does not say of itself. */
export type BundleMoment = {
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  /** Hex SHA-256 of the document's source text in UTF-8. */
  readonly sha256: string;
};

/** Makes the edition of a document as a bundle holds it: a draft, since bundles have no numbered editions. */
export function editionOfBundle(
  bundle: Pick<Bundle, "project" | "terms">,
  document: BundleDocument,
  moment: BundleMoment,
): Edition {
  return assembleEdition(inputOfBundle(bundle, document, moment));
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
    details,
    introduction,
    conventions,
  }: BundleDocument,
  { asOf, sha256 }: BundleMoment,
): EditionInput {
  const translations = paragraphs.flatMap(({ id, translations }) =>
    translations.map((translation) => ({ paragraphId: id, ...translation })),
  );
  // Terms of a bundle have no ids; their places in it will do.
  const glossary = terms.map((term, index) => ({
    ...term,
    id: String(index),
  }));
  const beside = { author: null, createdAt: asOf, deletedAt: null };
  const explanations = glossary.flatMap(
    ({ id, explanation }): readonly GivenNote[] =>
      explanation === null
        ? []
        : [
            {
              ...explanation,
              ...beside,
              documentId: null,
              anchor: null,
              term: { id },
            },
          ],
  );
  const own = notes.map((note): GivenNote => ({
    ...note,
    ...beside,
    documentId,
    term: null,
  }));
  return {
    documentId,
    title,
    metadata: source.metadata,
    sha256,
    details: details ?? NO_DETAILS,
    introduction,
    conventions,
    paragraphs,
    translations,
    notes: [...own, ...explanations],
    terms: glossary,
    matcher: buildMatcher(glossary),
    style: project.style ?? DEFAULT_STYLE,
    suppressed,
    remarks: false,
    publication: null,
    asOf,
  };
}
