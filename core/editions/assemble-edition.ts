import { englishDate } from "@/core/documents/dates";
import type { SourceMetadata } from "@/core/source/paragraph";
import { SAFE_HREF, type RichText } from "@/core/text/rich-text";
import { boldRunIn } from "./bold-run-in";
import type {
  Edition,
  EditionField,
  EditionParagraph,
  EditionTitle,
} from "./edition";
import type { EditionInput, GivenParagraph } from "./edition-input";
import { listParts } from "./list-parts";
import { baseKey, metadataLabel } from "./metadata-labels";
import { placeNotes } from "./place-notes";

/**
 * Makes the edition of a document. The first title becomes the edition's, metadata paragraphs become its metadata
 * block (counts of views are left out), everything else its body; numbers are places in the whole document. Notes are
 * numbered in that order too, as they are printed.
 */
export function assembleEdition(input: EditionInput): Edition {
  const parts = listParts(input);
  const { targets, sourceNotes, notes } = placeNotes(parts.rows, input);
  const find = (rowId: string): English & Chinese => ({
    target: targets.get(rowId) ?? null,
    status: parts.statuses.get(rowId) ?? "empty",
    sourceNotes: sourceNotes.get(rowId) ?? [],
  });
  const { title, fields, body } = parts;
  const metadata = fields.map(({ rowId, number, part }): EditionField => ({
    key: part.field === "" ? "other" : part.field,
    label: { source: part.label, target: metadataLabel(part.field) },
    number,
    source: part.text,
    ...find(rowId),
  }));
  return {
    version: 2,
    asOf: input.asOf,
    title:
      title === null
        ? { number: null, source: input.title, ...NOTHING }
        : {
            number: title.number,
            source: title.paragraph.text,
            ...find(title.rowId),
          },
    metadata: [...metadata, ...fieldsBesideText(input, metadata)],
    paragraphs: body.map(({ paragraph, number, rowId }) =>
      bodyParagraph(paragraph, number, find(rowId)),
    ),
    notes,
  };
}

type English = Pick<EditionTitle, "target" | "status">;
type Chinese = Pick<EditionTitle, "sourceNotes">;

const NOTHING: English & Chinese = {
  target: null,
  status: "empty",
  sourceNotes: [],
};

function bodyParagraph(
  paragraph: GivenParagraph,
  number: number,
  { target, status, sourceNotes }: English & Chinese,
): EditionParagraph {
  const { id, kind, level, marker, runIn, text, table } = paragraph;
  if (kind === "meta") throw new Error("Metadata is no part of the body.");
  const hasRunIn = runIn !== null && target !== null;
  return {
    id,
    number,
    kind,
    level,
    marker,
    runIn,
    source: { text, table, notes: sourceNotes },
    target: hasRunIn ? boldRunIn(target, marker !== null) : target,
    status,
  };
}

const BESIDE_TEXT = [
  "issuingBody",
  "documentNumber",
  "publisher",
  "date",
  "source",
  "sourceAddress",
] as const satisfies readonly (keyof SourceMetadata)[];

/** Lists what was typed in at import: what is known of the document and stands in none of its paragraphs. */
function fieldsBesideText(
  { metadata, paragraphs }: EditionInput,
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
