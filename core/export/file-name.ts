import type { Edition } from "@/core/editions/edition";
import { cleanLabel } from "./clean-text";
import { titleText } from "./content";
import type { ExportLayout } from "./options";

// Reserved by Windows, or by a shell.
const UNSAFE = /[\\/:*?"<>|%$`~#&;{}[\]!^]/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** Characters of the title kept: with three bytes each and what follows, below the 255 bytes a file system takes. */
const MAX_TITLE = 60;

const LAYOUTS: Record<ExportLayout, string> = {
  english: "English",
  parallel: "Chinese and English",
  interleaved: "Chinese and English, interleaved",
  annotated: "Chinese with notes",
};

/**
 * The name of an exported file: the title as far as every file system takes it, its edition or that it is a draft, and
 * the layout, for forms that have one.
 */
export function exportFileName(
  edition: Edition,
  layout: ExportLayout | null,
  extension: string,
): string {
  const words = cleanLabel(titleText(edition).replace(UNSAFE, " "));
  const short = shorten(words).replace(/^[.\s-]+|[.\s,–—-]+$/gu, "");
  const safe = RESERVED.test(short) ? `_${short}` : short;
  const parts = [
    edition.publication === null
      ? "draft"
      : `edition ${edition.publication.number}`,
    ...(layout === null ? [] : [LAYOUTS[layout]]),
  ];
  return `${safe === "" ? "Document" : safe} (${parts.join(", ")}).${extension}`;
}

function shorten(words: string): string {
  const characters = [...words];
  if (characters.length <= MAX_TITLE) return words;
  const cut = characters.slice(0, MAX_TITLE).join("");
  // Not inside of a word, nor between a letter and its accent.
  const space = cut.lastIndexOf(" ");
  if (space > MAX_TITLE / 2) return cut.slice(0, space);
  return /^\p{M}/u.test(characters[MAX_TITLE] ?? "")
    ? cut.replace(/\P{M}\p{M}*$/u, "")
    : cut;
}

/** The Content-Disposition of a download: the name in ASCII for old clients, and in full (RFC 6266). */
export function attachment(filename: string): string {
  const ascii = filename
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\x20-\x7E]+/g, "_")
    .replace(/["\\%]/g, "_");
  const full = encodeURIComponent(filename).replace(
    /['()*]/g,
    (character) =>
      `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}
