import type { PublicEditionItem } from "@/core/editions/public-views";
import { editionsVersion } from "@/server/editions-version";
import { listPublicEditions } from "@/server/services/editions/public-editions";

/** How long it may take until other processes know that an edition was published or withdrawn, in milliseconds. */
const FRESH_FOR = 1000;
const MOST = 1000;

type Known = {
  readonly until: number;
  /** What this process had published and withdrawn by then. */
  readonly version: number;
  readonly items: Promise<readonly PublicEditionItem[]>;
};

const known = new Map<string, Known>();

/**
 * The editions of a slug, newest first. Asked for with every page, so it is looked up once a second at most: pages stay
 * as they were made, but one that was withdrawn is gone at once, and in other processes within that second.
 */
export function listStanding(
  slug: string,
): Promise<readonly PublicEditionItem[]> {
  const now = performance.now();
  const entry = known.get(slug);
  const version = editionsVersion();
  if (entry?.version === version && entry.until > now) return entry.items;
  const items = listPublicEditions(slug);
  known.delete(slug);
  known.set(slug, { until: now + FRESH_FOR, version, items });
  // What failed is asked for again by whoever comes next.
  items.catch(() => known.delete(slug));
  for (const oldest of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(oldest);
  }
  return items;
}
