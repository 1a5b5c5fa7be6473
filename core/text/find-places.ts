import { fold } from "./fold";

/** UTF-16 offsets in the text searched, half-open. */
export type Place = { readonly from: number; readonly to: number };

/** Finds all places of a query in a text, whatever the width, case or quotation marks of either; none overlap. */
export function findPlaces(text: string, query: string): readonly Place[] {
  const wanted = fold(query).text;
  if (wanted === "") return [];
  const folded = fold(text);
  const places: Place[] = [];
  let at = folded.text.indexOf(wanted);
  while (at !== -1) {
    const end = at + wanted.length;
    places.push({ from: folded.toSource(at), to: folded.toSourceEnd(end) });
    at = folded.text.indexOf(wanted, end);
  }
  return places;
}
