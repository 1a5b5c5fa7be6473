import { canonicalJson } from "@/core/text/canonical-json";
import { EditionSchema, type Edition } from "./edition";

/** Writes an edition as it is kept: checked, and in canonical JSON, so that its bytes can be told from all others. */
export function freezeEdition(edition: Edition): string {
  return canonicalJson(EditionSchema.parse(edition));
}

/**
 * Reads a frozen edition. What is frozen is never written anew: when the form changes, an older version is brought into
 * the present one here, each time it is read. Versions before 3 were never frozen.
 */
export function thawEdition(body: string): Edition {
  return EditionSchema.parse(JSON.parse(body));
}
