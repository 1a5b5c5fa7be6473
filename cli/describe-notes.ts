import type { BundleDocument } from "@/core/bundle/bundle";
import { countExport, listUnplaced } from "@/core/editions/count-edition";
import type { Edition } from "@/core/editions/edition";
import type { GivenNote } from "@/core/editions/edition-input";
import { plainText, type RichText } from "@/core/text/rich-text";

/** The most notes that are named one by one. */
const NAMED = 20;
/** How much of a note names it, in characters. */
const SHOWN = 60;

/** Says of an edition which of its document's notes are not printed, and how many nobody has reviewed. */
export function describeNotes(
  edition: Edition,
  notes: readonly GivenNote[],
): readonly string[] {
  const { notes: all, unreviewedNotes } = countExport(edition, notes);
  const unplaced = listUnplaced(edition, notes);
  const lines: string[] = [];
  if (unplaced.length > 0)
    lines.push(
      `${count(unplaced.length, all)} without a place in the English, not printed:`,
      ...nameNotes(unplaced),
    );
  if (unreviewedNotes > 0)
    lines.push(`${count(unreviewedNotes, all)} not reviewed.`);
  return lines;
}

/** Says which notes of documents have lost their place in the Chinese. */
export function describeLost(
  documents: readonly Pick<BundleDocument, "notes">[],
): readonly string[] {
  const notes = documents.flatMap((document) => document.notes);
  const lost = notes.filter(
    ({ anchor }) => anchor !== null && anchor.position === null,
  );
  if (lost.length === 0) return [];
  return [
    `${count(lost.length, notes.length)} without a place in the Chinese, since the source has changed:`,
    ...nameNotes(lost),
  ];
}

function count(some: number, all: number): string {
  return `${some} of ${all} ${all === 1 ? "note" : "notes"} ${some === 1 ? "is" : "are"}`;
}

function nameNotes(
  notes: readonly { readonly id: string; readonly body: RichText }[],
): readonly string[] {
  const named = notes.slice(0, NAMED).map(({ id, body }) => {
    const words = [...plainText(body).replace(/\s+/gu, " ").trim()];
    const short = words.slice(0, SHOWN).join("");
    return `  ${short === "" ? id : short}${words.length > SHOWN ? "…" : ""}`;
  });
  const more = notes.length - named.length;
  return more > 0 ? [...named, `  and ${more} more`] : named;
}
