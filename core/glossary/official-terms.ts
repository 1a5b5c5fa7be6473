import type { EditionTerm } from "@/core/editions/edition";

/** Tells whether an official text renders a term so, and which. */
export function officialOrigin(
  source: string,
  target: string,
): EditionTerm["origin"] {
  void source;
  void target;
  return { kind: "house" };
}
