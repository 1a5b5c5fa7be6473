import { englishDate } from "@/core/documents/dates";
import type { SourceMetadata } from "@/core/source/paragraph";
import { SAFE_HREF, type RichText } from "@/core/text/rich-text";
import type { EditionField } from "@/core/editions/edition";
import type { EditionInput } from "@/core/editions/edition-input";
import { baseKey, metadataLabel } from "./metadata-labels";

const BESIDE_TEXT = [
  "issuingBody",
  "documentNumber",
  "publisher",
  "date",
  "source",
  "sourceAddress",
] as const satisfies readonly (keyof SourceMetadata)[];

/** Lists what was typed in at import: what is known of the document and stands in none of its paragraphs. */
export function fieldsBesideText(
  { metadata, paragraphs }: Pick<EditionInput, "metadata" | "paragraphs">,
  known: readonly EditionField[],
): readonly EditionField[] {
  const keys = new Set(known.map((field) => baseKey(field.key)));
  const isInText = (value: string) =>
    paragraphs.some(({ text }) => text.includes(value));
  return BESIDE_TEXT.flatMap((key): readonly EditionField[] => {
    const source = metadata[key];
    if (source === null || source.trim() === "" || keys.has(key)) return [];
    if (isInText(source)) return [];
    const words = key === "sourceAddress" ? source : englishDate(source);
    return [
      {
        key,
        label: { source: null, target: metadataLabel(key) },
        number: null,
        source,
        sourceNotes: [],
        target: words === null ? null : line(words),
        status: words === null ? "empty" : "translated",
      },
    ];
  });
}

/** One line of rich text; an address becomes a link. */
function line(text: string): RichText {
  const href = SAFE_HREF.test(text) ? text : null;
  return {
    version: 2,
    blocks: [
      { kind: "paragraph", runs: [{ kind: "text", text, marks: [], href }] },
    ],
  };
}
