import type { RichText } from "@/core/text/rich-text";
import { isEmptyRichText, richTextFromPlain } from "@/core/text/rich-text";
import { withoutMarks } from "@/core/notes/marks";
import { findAbbreviations } from "./assembly/abbreviations";
import { boldRunIn } from "./assembly/bold-run-in";
import { citeEdition } from "./citations/cite-edition";
import {
  SOURCE_LANGUAGE,
  type Edition,
  type EditionField,
  type EditionParagraph,
  type EditionTitle,
} from "./edition";
import type { EditionInput, GivenParagraph } from "./edition-input";
import { fieldsBesideText } from "./assembly/fields-beside-text";
import { placeForms, type FormUse } from "./forms";
import { listGlossary, listNames } from "./assembly/glossary";
import { listParts } from "./assembly/list-parts";
import { metadataLabel } from "./assembly/metadata-labels";
import { placeNotes } from "./assembly/place-notes";
import { CHINESE_PREVAILS } from "./publication";
import { listRemarks } from "./assembly/remarks";
import { describeSource } from "./assembly/source-facts";

/**
 * Makes the edition of a document. The first title becomes the edition's, metadata paragraphs become its metadata
 * block (counts of views are left out), everything else its body; numbers are places in the whole document. Notes are
 * numbered in that order too, as they are printed.
 */
export function assembleEdition(input: EditionInput): Edition {
  const { details, style, publication } = input;
  const parts = listParts(input);
  const { targets, forms, sourceNotes, notes } = placeNotes(parts.rows, input);
  const find = (rowId: string): English & Chinese => ({
    target: targets.get(rowId) ?? null,
    status: parts.statuses.get(rowId) ?? "empty",
    sourceNotes: sourceNotes.get(rowId) ?? [],
  });
  const ofText = parts.fields.map(({ rowId, number, part }): EditionField => ({
    key: part.field === "" ? "other" : part.field,
    label: { source: part.label, target: metadataLabel(part.field) },
    number,
    source: part.text,
    ...find(rowId),
  }));
  const metadata = [...ofText, ...fieldsBesideText(input, ofText)];
  const title = titleOf(parts.title, input, find);
  const paragraphs = parts.body.map(({ paragraph, number, rowId }) =>
    bodyParagraph(paragraph, number, find(rowId), forms.get(rowId) ?? []),
  );
  const glossary = listGlossary(parts.rows, parts.numbers, input);
  const uncited = {
    version: 3,
    asOf: input.asOf,
    documentId: input.documentId,
    language: { source: SOURCE_LANGUAGE, target: style.english },
    publication,
    title,
    metadata,
    source: describeSource(input, metadata),
    credits: details.credits,
    licence: details.licence ?? style.licence,
    statement: details.statement === "" ? CHINESE_PREVAILS : details.statement,
    introduction: written(input.introduction),
    conventions: written(input.conventions),
    paragraphs,
    notes,
    glossary,
    names: style.namesIndex ? listNames(glossary) : [],
    abbreviations: findAbbreviations(paragraphs),
    firstUse: style.firstUse,
    remarks:
      input.remarks && publication === null ? listRemarks(parts, input) : [],
  } as const;
  return { ...uncited, citation: citeEdition(uncited) };
}

type English = Pick<EditionTitle, "target" | "status">;
type Chinese = Pick<EditionTitle, "sourceNotes">;

function titleOf(
  part: ReturnType<typeof listParts>["title"],
  { title: fileName, details }: Pick<EditionInput, "title" | "details">,
  find: (rowId: string) => English & Chinese,
): EditionTitle {
  if (part !== null)
    return {
      number: part.number,
      source: part.paragraph.text,
      ...find(part.rowId),
    };
  const { title = "", titleSource = "" } = details;
  return {
    number: null,
    source: titleSource === "" ? fileName : titleSource,
    sourceNotes: [],
    target: title === "" ? null : richTextFromPlain(title),
    // Nobody reviews a detail apart from the details.
    status: title === "" ? "empty" : "approved",
  };
}

function bodyParagraph(
  paragraph: GivenParagraph,
  number: number,
  { target, status, sourceNotes }: English & Chinese,
  uses: readonly FormUse[],
): EditionParagraph {
  const { id, kind, level, marker, runIn, text, table } = paragraph;
  if (kind === "meta") throw new Error("Metadata is no part of the body.");
  const hasRunIn = runIn !== null && target !== null;
  const printed = hasRunIn ? boldRunIn(target, marker !== null) : target;
  return {
    id,
    number,
    kind,
    level,
    marker,
    runIn,
    source: { text, table, notes: sourceNotes },
    target: printed,
    // Places are counted in the runs as they are printed.
    forms: printed === null ? [] : placeForms(printed, uses),
    status,
  };
}

/** A text before the document as it is printed: without marks of notes; null where it has no words. */
function written(text: RichText | null): RichText | null {
  return text === null || isEmptyRichText(text) ? null : withoutMarks(text);
}
