import type { TranslationStatus } from "@/core/documents/views";
import {
  translationParts,
  type TranslationPart,
} from "@/core/source/paragraph";
import { isEmptyRichText, type RichText } from "@/core/text/rich-text";
import type {
  EditionInput,
  EditionRow,
  GivenParagraph,
} from "@/core/editions/edition-input";

type Part = {
  readonly rowId: string;
  /** 1-based place of the paragraph in the document. */
  readonly number: number;
  readonly paragraph: GivenParagraph;
};

/** A document by the parts of its edition. */
export type Parts = {
  readonly title: Part | null;
  readonly fields: readonly (Part & { readonly part: TranslationPart })[];
  readonly body: readonly Part[];
  /** All of them with their English, in the order in which they are printed. */
  readonly rows: readonly EditionRow[];
  /** Of rows that have English. */
  readonly statuses: ReadonlyMap<string, TranslationStatus>;
  /** The number of each row's paragraph. */
  readonly numbers: ReadonlyMap<string, number>;
};

const rowIdOf = (paragraphId: string, field: string) =>
  `${paragraphId} ${field}`;

/** Sorts the paragraphs of a document into title, metadata and body. */
export function listParts(input: EditionInput): Parts {
  let title: Part | null = null;
  const fields: (Part & { part: TranslationPart })[] = [];
  const body: Part[] = [];
  for (const [index, paragraph] of input.paragraphs.entries()) {
    const number = index + 1;
    for (const part of translationParts(paragraph)) {
      if (paragraph.kind !== "meta" && part.field === "") continue;
      const rowId = rowIdOf(paragraph.id, part.field);
      fields.push({ rowId, number, paragraph, part });
    }
    if (paragraph.kind === "meta") continue;
    const part = { rowId: rowIdOf(paragraph.id, ""), number, paragraph };
    if (paragraph.kind === "title" && title === null) title = part;
    else body.push(part);
  }

  const targets = new Map<string, RichText>();
  const statuses = new Map<string, TranslationStatus>();
  for (const { paragraphId, field, target, status } of input.translations) {
    // Marks of notes are no words: without any there is no English yet.
    if (isEmptyRichText(target)) continue;
    targets.set(rowIdOf(paragraphId, field), target);
    statuses.set(rowIdOf(paragraphId, field), status);
  }
  const row = ({ rowId, paragraph }: Part, field: string, source: string) => ({
    rowId,
    paragraphId: paragraph.id,
    field,
    kind: paragraph.kind,
    source,
    target: targets.get(rowId) ?? null,
  });
  const whole = (part: Part) => row(part, "", part.paragraph.text);
  const numbers = [...(title === null ? [] : [title]), ...fields, ...body].map(
    ({ rowId, number }) => [rowId, number] as const,
  );
  return {
    title,
    fields,
    body,
    numbers: new Map(numbers),
    rows: [
      ...(title === null ? [] : [whole(title)]),
      ...fields.map((each) => row(each, each.part.field, each.part.text)),
      ...body.map(whole),
    ],
    statuses,
  };
}
