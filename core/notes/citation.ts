import type { Run } from "@/core/text/rich-text";
import type { Citation } from "./note";

/** A citation in the one style of notes: Publisher, *Title*, 8 December 2025, address, archived at address. */
export function citationRuns(citation: Citation): readonly Run[] {
  const parts: readonly (readonly Run[])[] = [
    words(citation.publisher),
    words(citation.title, "italic"),
    words(citation.date),
    link(citation.address, ""),
    link(citation.archivedAddress, "archived at "),
  ];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [...words(", "), ...part]));
}

function words(text: string, mark?: "italic"): readonly Run[] {
  if (text === "") return [];
  const marks = mark === undefined ? [] : [mark];
  return [{ kind: "text", text, marks, href: null }];
}

function link(href: string, before: string): readonly Run[] {
  if (!/^https?:\/\//i.test(href)) return [];
  return [...words(before), { kind: "text", text: href, marks: [], href }];
}
