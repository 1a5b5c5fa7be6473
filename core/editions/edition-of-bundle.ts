import type { BundleDocument } from "@/core/bundle/bundle";
import { assembleEdition } from "./assemble-edition";
import type { Edition } from "./edition";

/** Makes the edition of a document as a bundle holds it; `asOf` is the moment, ISO 8601 in UTC. */
export function editionOfBundle(
  { title, source, paragraphs }: BundleDocument,
  asOf: string,
): Edition {
  const translations = paragraphs.flatMap(({ id, translations }) =>
    translations.map((translation) => ({ paragraphId: id, ...translation })),
  );
  const { metadata } = source;
  return assembleEdition({ title, metadata, paragraphs, translations, asOf });
}
