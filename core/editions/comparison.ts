import type { DiffPart } from "@/core/text/word-diff";
import type { EditionNote } from "./edition";

/** A text of two editions, word by word; Chinese character by character. */
export type ComparedText = readonly DiffPart[];

/** Both texts of a part; null for one in which no word changed. */
export type ComparedTexts = {
  readonly source: ComparedText | null;
  readonly target: ComparedText | null;
};

/** A paragraph that is not the same in two editions, by its id. */
export type ComparedParagraph = {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly id: string;
  /** Its number in each edition; null in one that does not have it. */
  readonly before: number | null;
  readonly after: number | null;
  /** True where others that it stood behind now stand behind it, or the other way round; a changed one can have moved, too. */
  readonly isMoved: boolean;
  /** The whole text of one that was added or removed is in one part; of one that only moved both texts are null. */
  readonly texts: ComparedTexts;
};

/** A line beside the text: the title, a field of the metadata, a text before the document, a line of the imprint. */
export type ComparedLine = ComparedTexts & {
  readonly key: string;
  /** What it is called, in English. */
  readonly label: string;
};

export type ComparedNote = {
  readonly kind: "added" | "removed" | "changed";
  readonly id: string;
  readonly noteKind: EditionNote["kind"];
  readonly before: number | null;
  readonly after: number | null;
  readonly text: ComparedText;
};

export type ComparedTerm = {
  readonly kind: "added" | "removed" | "changed";
  readonly source: string;
  readonly pinyin: string;
  readonly target: ComparedText;
  /** Null where it has none in either, or the same in both. */
  readonly definition: ComparedText | null;
};

/** What is not the same in two editions of a document. */
export type EditionComparison = {
  /** Null for a draft. */
  readonly before: number | null;
  readonly after: number | null;
  /** Title, metadata, introduction, conventions, credits and licence: those that changed, in the order of print. */
  readonly lines: readonly ComparedLine[];
  /** In the order of the later edition; what was removed stands where it was. */
  readonly paragraphs: readonly ComparedParagraph[];
  /** How many paragraphs are the same in both. */
  readonly unchanged: number;
  /** By number in the later edition, then those that were removed. Notes whose number alone changed are not listed. */
  readonly notes: readonly ComparedNote[];
  /** By pinyin. */
  readonly glossary: readonly ComparedTerm[];
};
