import type { ParagraphKind } from "@/core/source/paragraph";

/** What of a row decides where it is printed; a field of a title or of a metadata paragraph is `meta`. */
type PrintedRow = { readonly id: string; readonly kind: ParagraphKind };

/**
 * The order in which an edition prints the rows of a document, by id: the title first, then the metadata wherever it
 * stands in the source, then the text. Numbers of notes follow it.
 */
export function printOrder(
  rows: readonly PrintedRow[],
): ReadonlyMap<string, number> {
  const title = rows.find(({ kind }) => kind === "title");
  const isMeta = ({ kind }: PrintedRow) => kind === "meta";
  const printed = [
    ...(title === undefined ? [] : [title]),
    ...rows.filter(isMeta),
    ...rows.filter((row) => row !== title && !isMeta(row)),
  ];
  return new Map(printed.map(({ id }, index) => [id, index]));
}
