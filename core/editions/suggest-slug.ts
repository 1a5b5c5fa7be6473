import { MAX_SLUG } from "./publication";

// Enough to be told from other documents; an address is read aloud and copied by hand.
const MAX_WORDS = 8;
const SMALL = new Set(
  "a an and at by for from in of on or the to with".split(" "),
);

/** Suggests the part of an address that names a document, from its English title; "" where that has no words. */
export function suggestSlug(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\p{M}'’]/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !SMALL.has(word))
    .slice(0, MAX_WORDS);
  return words.join("-").slice(0, MAX_SLUG).replace(/-+$/, "");
}
