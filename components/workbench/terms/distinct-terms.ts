import type { TermView } from "@/core/glossary/term";
import type { ReadyGlossary } from "./glossary-store";

/** The different terms of a text, in the order in which they occur first: Alt+1 is the first of them. */
export function distinctTerms(
  glossary: ReadyGlossary,
  text: string,
): readonly TermView[] {
  const ids = new Set(glossary.match(text).map((match) => match.termId));
  return [...ids].flatMap((id) => glossary.terms.get(id) ?? []);
}
