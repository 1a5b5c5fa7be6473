import type { Printed } from "@/core/export/printed";

/** Writes what leads to a paragraph where its text begins: once, and only where something does lead there. */
export type WriteAnchor = (number: number | null) => string;

/** Lists the paragraphs that glossary, names and abbreviations lead to, and makes what writes their anchors. */
export function placeAnchors({
  glossary,
  names,
  abbreviations,
}: Printed): WriteAnchor {
  const wanted = new Set([
    ...[...glossary, ...names].flatMap(({ places }) => places),
    ...abbreviations.map(({ number }) => number),
  ]);
  return (number) =>
    number !== null && wanted.delete(number)
      ? `<span id="p${number}"></span>`
      : "";
}

/** Writes the numbers of paragraphs as links to them. */
export function writePlaces(places: readonly number[]): string {
  return places.map((number) => `[${number}](#p${number})`).join(", ");
}
