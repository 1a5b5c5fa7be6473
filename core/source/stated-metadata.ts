import type {
  MetadataField,
  SourceMetadata,
  SourceParagraph,
} from "./paragraph";

// A column stands in the text or nowhere; an address is the same in every language.
const STATED = [
  "issuingBody",
  "documentNumber",
  "publisher",
  "date",
  "source",
] as const satisfies readonly (keyof SourceMetadata)[];

/**
 * Gives the first title the metadata that no line of metadata prints: the issuing body that a title names, and what was
 * typed in at import. So each has a place to be translated in. Where all is printed, or there is no title, the
 * paragraphs are returned as they are.
 */
export function withStatedMetadata(
  paragraphs: readonly SourceParagraph[],
  metadata: SourceMetadata,
): readonly SourceParagraph[] {
  const index = paragraphs.findIndex(({ kind }) => kind === "title");
  const title = paragraphs[index];
  if (title === undefined) return paragraphs;
  const printed = new Set(
    paragraphs.flatMap(({ fields }) => fields.map(({ key }) => key)),
  );
  const fields = STATED.flatMap((key): readonly MetadataField[] => {
    const value = metadata[key]?.trim() ?? "";
    if (value === "" || printed.has(key)) return [];
    const from = title.text.indexOf(value);
    const place =
      from < 0 ? { from: 0, to: 0 } : { from, to: from + value.length };
    return [{ key, label: null, value, ...place }];
  });
  if (fields.length === 0) return paragraphs;
  return paragraphs.map((paragraph, place) =>
    place === index
      ? { ...paragraph, fields: [...paragraph.fields, ...fields] }
      : paragraph,
  );
}
