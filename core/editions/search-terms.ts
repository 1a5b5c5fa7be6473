import { fold } from "@/core/text/fold";
import { hasUnprintable } from "@/core/text/name";

/** What is looked at of a query, in characters; nobody types more. */
export const MAX_QUERY = 200;
const MAX_TERMS = 8;

/**
 * The folded terms of a query, all of which a paragraph has to hold: words parted by spaces, or what stands in quotation
 * marks. A single Latin letter is in every paragraph and finds none.
 */
export function searchTerms(query: string): readonly string[] {
  const given = query.slice(0, MAX_QUERY).replace(/[\uD800-\uDBFF]$/, "");
  const pieces = given.match(/"[^"]*"|“[^”]*”|[^\s"“”]+/gu) ?? [];
  const terms = pieces
    .map((piece) => fold(piece.replace(/["“”]/gu, "")).text.trim())
    .filter((term) => term.length > 1 || /\p{Script=Han}/u.test(term))
    .filter((term) => !hasUnprintable(term));
  return [...new Set(terms)].slice(0, MAX_TERMS);
}
