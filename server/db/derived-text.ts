import { createHash } from "node:crypto";
import { marksOf } from "@/core/notes/marks";
import { wordsOf } from "@/core/notes/words";
import { canonicalJson } from "@/core/text/canonical-json";
import { plainText, type RichText } from "@/core/text/rich-text";

/** The texts that stand before a document in its editions: one of each kind. */
export const DOCUMENT_TEXT_KINDS = ["introduction", "conventions"] as const;
export type DocumentTextKind = (typeof DOCUMENT_TEXT_KINDS)[number];

/** Which kind of text a live text is. */
export type TextKind = "translation" | "note" | DocumentTextKind;

/** What is derived from a live text and stored with every change of it. */
export type DerivedText = {
  readonly richText: RichText;
  readonly plainText: string;
  /** The notes whose marks stand in it, in order. */
  readonly noteIds: readonly string[];
  /** Hex SHA-256 of the words, whatever marks of notes stand among them. */
  readonly wordsHash: string;
};

/**
 * Derives from a text what is stored beside it. Only translations have notes: marks that a client put into another text
 * are left out.
 */
export function deriveText(given: RichText, kind: TextKind): DerivedText {
  const richText = kind === "translation" ? given : wordsOf(given);
  return {
    richText,
    plainText: plainText(richText),
    noteIds: marksOf(richText).map(({ noteId }) => noteId),
    wordsHash: hashWords(richText),
  };
}

function hashWords(richText: RichText): string {
  // The database gives keys back in an order of its own.
  const words = canonicalJson(wordsOf(richText));
  return createHash("sha256").update(words).digest("hex");
}
