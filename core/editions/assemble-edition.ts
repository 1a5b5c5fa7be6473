import { englishDate } from "@/core/documents/dates";
import type { TranslationStatus } from "@/core/documents/views";
import {
  translationParts,
  type SourceMetadata,
  type SourceParagraph,
} from "@/core/source/paragraph";
import {
  isEmptyRichText,
  SAFE_HREF,
  type RichText,
} from "@/core/text/rich-text";
import { boldRunIn } from "./bold-run-in";
import type {
  Edition,
  EditionField,
  EditionParagraph,
  EditionTitle,
} from "./edition";
import { baseKey, metadataLabel } from "./metadata-labels";

/** A document with everything that is known of it; paragraphs in order, translations in any. */
export type EditionInput = {
  /** What the document is called where no paragraph holds a title. */
  readonly title: string;
  readonly metadata: SourceMetadata;
  readonly paragraphs: readonly (SourceParagraph & { readonly id: string })[];
  readonly translations: readonly {
    readonly paragraphId: string;
    /** "" for a whole paragraph, else the key of a metadata field. */
    readonly field: string;
    readonly target: RichText;
    readonly status: TranslationStatus;
  }[];
  /** The moment at which the texts were read, ISO 8601 in UTC. */
  readonly asOf: string;
};

type English = Pick<EditionTitle, "target" | "status">;

const UNTRANSLATED: English = { target: null, status: "empty" };

/**
 * Makes the edition of a document. The first title becomes the edition's, metadata paragraphs become its metadata
 * block (counts of views are left out), everything else its body; numbers are places in the whole document.
 */
export function assembleEdition(input: EditionInput): Edition {
  const english = new Map<string, English>();
  for (const { paragraphId, field, target, status } of input.translations) {
    if (!isEmptyRichText(target))
      english.set(`${paragraphId} ${field}`, { target, status });
  }
  const find = (id: string, field: string) =>
    english.get(`${id} ${field}`) ?? UNTRANSLATED;

  let title: EditionTitle | null = null;
  const metadata: EditionField[] = [];
  const paragraphs: EditionParagraph[] = [];
  for (const [index, paragraph] of input.paragraphs.entries()) {
    const number = index + 1;
    const { id, kind, text } = paragraph;
    for (const part of translationParts(paragraph)) {
      if (kind !== "meta" && part.field === "") continue;
      metadata.push({
        key: part.field === "" ? "other" : part.field,
        label: { source: part.label, target: metadataLabel(part.field) },
        number,
        source: part.text,
        sourceNotes: [],
        ...find(id, part.field),
      });
    }
    if (kind === "meta") continue;
    if (kind === "title" && title === null) {
      title = { number, source: text, sourceNotes: [], ...find(id, "") };
    } else {
      paragraphs.push(bodyParagraph(paragraph, kind, number, find(id, "")));
    }
  }
  return {
    version: 2,
    asOf: input.asOf,
    title: title ?? {
      number: null,
      source: input.title,
      sourceNotes: [],
      ...UNTRANSLATED,
    },
    metadata: [...metadata, ...fieldsBesideText(input, metadata)],
    paragraphs,
    notes: [],
  };
}

function bodyParagraph(
  paragraph: EditionInput["paragraphs"][number],
  kind: EditionParagraph["kind"],
  number: number,
  { target, status }: English,
): EditionParagraph {
  const { id, level, marker, runIn, text, table } = paragraph;
  const hasRunIn = runIn !== null && target !== null;
  return {
    id,
    number,
    kind,
    level,
    marker,
    runIn,
    source: { text, table, notes: [] },
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
