import { englishDate, englishMonth } from "@/core/documents/dates";
import type { Run } from "@/core/text/rich-text";
import type { Citation } from "./note";

const COMMA: Run = { kind: "text", text: ", ", marks: [], href: null };

/**
 * A citation in the one style of notes, without a full stop: Publisher, *Title*, 8 December 2025, address, archived at
 * address. What is not known drops out; Chinese titles stand upright in 《》; only web addresses are printed.
 */
export function citationRuns(citation: Citation): readonly Run[] {
  const parts: readonly (readonly Run[])[] = [
    words(citation.publisher.trim()),
    title(citation.title.trim()),
    words(dateInEnglish(citation.date.trim())),
    link(citation.address, ""),
    link(citation.archivedAddress, "archived at "),
  ];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [COMMA, ...part]));
}

/** ISO dates and those of Chinese pages in English, anything else as it stands. */
function dateInEnglish(date: string): string {
  return englishDate(date) ?? englishMonth(date) ?? date;
}

function words(text: string): readonly Run[] {
  return text.trim() === ""
    ? []
    : [{ kind: "text", text, marks: [], href: null }];
}

function title(text: string): readonly Run[] {
  if (text === "") return [];
  if (!isChinese(text))
    return [{ kind: "text", text, marks: ["italic"], href: null }];
  if (/^《.*》$/u.test(text)) return words(text);
  // Inside of 《》 the marks of a title are 〈〉 (GB/T 15834).
  return words(`《${text.replace(/《/g, "〈").replace(/》/g, "〉")}》`);
}

/** Tells whether most letters of a title are Chinese; an English one may give the Chinese in brackets. */
function isChinese(text: string): boolean {
  const bare = text.replace(/[(（][^()（）]*[)）]/gu, "");
  const han = bare.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = bare.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  return han > 0 && han >= latin;
}

function link(address: string, before: string): readonly Run[] {
  const href = address.trim();
  if (!/^https?:\/\/[^\s/][^\s]*$/i.test(href)) return [];
  return [...words(before), { kind: "text", text: href, marks: [], href }];
}
