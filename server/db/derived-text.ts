import { createHash } from "node:crypto";
import { marksOf } from "@/core/notes/marks";
import { wordsOf } from "@/core/notes/words";
import { plainText, type RichText } from "@/core/text/rich-text";

/** Which kind of text a live text is. */
export type TextKind = "translation" | "note";

/** What is derived from a live text and stored with every change of it. */
export type DerivedText = {
  readonly richText: RichText;
  readonly plainText: string;
  /** The notes whose marks stand in it, in order. */
  readonly noteIds: readonly string[];
  /** Hex SHA-256 of the words, whatever marks of notes stand among them. */
  readonly wordsHash: string;
};

/** Derives from a text what is stored beside it. Notes have no notes: marks that a client put into one are left out. */
export function deriveText(given: RichText, kind: TextKind): DerivedText {
  const richText = kind === "note" ? wordsOf(given) : given;
  return {
    richText,
    plainText: plainText(richText),
    noteIds: marksOf(richText).map(({ noteId }) => noteId),
    wordsHash: hashWords(richText),
  };
}

function hashWords(richText: RichText): string {
  const words = JSON.stringify(wordsOf(richText), inOrder);
  return createHash("sha256").update(words).digest("hex");
}

/** The database gives keys back in an order of its own. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
