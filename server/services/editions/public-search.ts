import { searchParts } from "@/core/editions/search-parts";
import { searchTerms } from "@/core/editions/search-terms";
import type { SearchHit } from "@/core/editions/views";
import { AppError } from "@/core/errors";
import { searchParagraphs } from "@/server/db/edition-search";

const MAX_HITS = 50;

/** Searches that run at once, of everybody: the rest of the connections are for those who work and read. */
const AT_ONCE = 4;

let running = 0;

/**
 * Searches the newest standing editions in both languages: Chinese by any part of it, English by words and parts of them.
 * Throws `unavailable` where too many search, or it takes too long.
 */
export async function searchEditions(
  query: string,
): Promise<readonly SearchHit[]> {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  if (running >= AT_ONCE) throw new AppError("unavailable", "search_busy");
  running += 1;
  try {
    // Twice as many: a paragraph whose two texts both hold the terms is one hit.
    const found = await searchParagraphs(terms, 2 * MAX_HITS);
    const seen = new Set<string>();
    const first = found.filter(({ slug, number }) => {
      const place = `${slug} ${number}`;
      return !seen.has(place) && seen.add(place);
    });
    return first.slice(0, MAX_HITS).map(({ text, ...hit }) => ({
      ...hit,
      parts: searchParts(text, terms, hit.language),
    }));
  } finally {
    running -= 1;
  }
}
