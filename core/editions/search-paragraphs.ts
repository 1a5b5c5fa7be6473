import { fold } from "@/core/text/fold";
import type { ParagraphKind } from "@/core/source/paragraph";
import { plainText } from "@/core/text/rich-text";
import type { Edition, EditionField, EditionParagraph } from "./edition";

/** A paragraph of an edition as it is searched: both texts as they are shown, and folded. */
export type SearchParagraph = {
  readonly number: number;
  readonly kind: ParagraphKind;
  readonly source: string;
  readonly target: string;
  readonly sourceFolded: string;
  readonly targetFolded: string;
};

/** Lists what can be found in an edition, one entry for each number; fields of one paragraph stand together. */
export function listSearchParagraphs(
  edition: Edition,
): readonly SearchParagraph[] {
  const found = new Map<number, SearchParagraph>();
  const add = (
    kind: ParagraphKind,
    number: number | null,
    source: string,
    target: EditionField["target"],
  ) => {
    if (number === null) return;
    const before = found.get(number);
    const texts = {
      source: join(before?.source, source),
      target: join(before?.target, target === null ? "" : plainText(target)),
    };
    found.set(number, {
      number,
      kind: before?.kind ?? kind,
      ...texts,
      sourceFolded: fold(texts.source).text,
      targetFolded: fold(texts.target).text,
    });
  };
  const { title } = edition;
  add("title", title.number, title.source, title.target);
  for (const { number, source, target } of edition.metadata)
    add("meta", number, source, target);
  for (const paragraph of edition.paragraphs)
    add(paragraph.kind, paragraph.number, textOf(paragraph), paragraph.target);
  return [...found.values()];
}

function textOf({ source }: EditionParagraph): string {
  return source.text;
}

function join(before: string | undefined, text: string): string {
  return before === undefined || before === "" ? text : `${before}\n${text}`;
}
